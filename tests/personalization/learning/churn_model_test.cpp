#include "personalization/learning/churn_model.h"

#include <catch2/catch.hpp>

#include "personalization/learning/churn_data.h"
#include "personalization/learning/csv_reader.h"
#include "tests/personalization/learning/made_rows.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

DataTable made_table(std::size_t rows, std::uint32_t seed) {
    const LabelledMatrix made = tests::made_rows(rows, seed);
    std::string content = "first,second,third,churn\n";
    for (std::size_t i = 0; i < rows; ++i) {
        const auto row = made.features.row(i);
        content += std::to_string(row[0]) + "," + std::to_string(row[1]) + "," + (row[2] > 0 ? "yes" : "no") +
                   "," + (made.labels[i] != 0 ? "1" : "0") + "\n";
    }
    Findings findings;
    return parse_table(content, "made.csv", findings);
}

ChurnModel trained() {
    const auto rows = churn_data(made_table(1500, 1), {});
    REQUIRE(rows.has_value());
    auto training = train_churn(*rows, tests::quick_training());
    REQUIRE(training.has_value());
    return std::move(training->model);
}

}  // namespace

TEST_CASE("a churn model is read as it was written", "[personalization][churn]") {
    const ChurnModel model = trained();
    const std::string bytes = model.to_bytes();
    const auto read = ChurnModel::from_bytes(bytes);
    REQUIRE(read.has_value());
    CHECK(read->to_bytes() == bytes);
    const auto rows = churn_data_for(*read, made_table(200, 5));
    REQUIRE(rows.has_value());
    CHECK(*read->model.probabilities(rows->rows.features) == *model.model.probabilities(rows->rows.features));
}

TEST_CASE("a damaged churn model is refused, wherever it is damaged", "[personalization][churn]") {
    const std::string bytes = trained().to_bytes();
    const auto refused = [](const std::string& damaged) {
        const auto read = ChurnModel::from_bytes(damaged);
        return !read && read.error().code == ErrorCode::bad_model;
    };
    CHECK(refused(""));
    CHECK(refused("PARLCHRN"));
    CHECK(refused(bytes.substr(0, bytes.size() / 2)));
    CHECK(refused(bytes + "x"));
    for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 97 + 1) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        CAPTURE(at);
        CHECK(refused(damaged));
    }
}

TEST_CASE("scoring needs the columns of the training", "[personalization][churn]") {
    const ChurnModel model = trained();
    DataTable other = made_table(50, 5);
    other.columns[0] = "frist";
    const auto rows = churn_data_for(model, other);
    REQUIRE_FALSE(rows.has_value());
    CHECK(rows.error().detail.find("there is no column \"first\"; did you mean \"frist\"?") !=
          std::string::npos);
    DataTable words = made_table(50, 5);
    words.rows[3][0] = "many";
    CHECK(churn_data_for(model, words).error().detail.find("made.csv:5: \"many\" in column \"first\"") !=
          std::string::npos);
}
