#include <catch2/catch.hpp>

#include "personalization/learning/churn_data.h"
#include "personalization/learning/cross_validation.h"
#include "personalization/learning/csv_reader.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// One candidate of each kind, so that the sanitizers' build has it done in a minute.
BinaryTrainingOptions one_of_each(int depth) {
    BinaryTrainingOptions options;
    options.inner_parts = 3;
    options.bags = 1;
    options.penalties = {1};
    TreeOptions trees;
    trees.depth = depth;
    trees.row_share = 0.8;
    trees.column_share = 0.6;
    options.trees = {trees};
    return options;
}

}  // namespace

TEST_CASE("churn tables are learned as well as was measured", "[personalization][churn][data]") {
    const auto [name, rows, depth, accuracy, roc_auc] =
        GENERATE(table<std::string, std::size_t, int, double, double>({
            {"churn_modelling/Churn_Modelling.csv", 8012, 4, 0.860, 0.860},
            {"telco/Telco-Customer-Churn.csv", 5630, 2, 0.800, 0.845},
        }));
    const auto file = tests::data_root() / name;
    if (!std::filesystem::exists(file)) {
        WARN("skipped: " << file.string() << " is not there; set PARLANCE_DATA");
        return;
    }
    Findings findings;
    const auto table = read_table(file, findings);
    REQUIRE(table.has_value());
    const auto churn = churn_data(*table, {});
    REQUIRE(churn.has_value());
    REQUIRE(churn->rows.size() == rows);
    const auto folds = evaluate_splits(churn->rows, folds_of(churn->rows, 5, 42), one_of_each(depth));
    REQUIRE(folds.has_value());
    CHECK(folds->overall.accuracy >= accuracy);
    CHECK(folds->overall.roc_auc.value() >= roc_auc);
    CHECK(folds->overall.ece <= 0.02);
}
