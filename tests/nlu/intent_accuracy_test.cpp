#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "nlu/classifier_training.h"
#include "nlu/evaluation.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(__SANITIZE_UNDEFINED__) || \
    !defined(NDEBUG)
constexpr std::size_t intents_used = 30;  // the slow builds learn a part
#else
constexpr std::size_t intents_used = 150;
#endif

std::vector<LabelledText> read(const std::filesystem::path& file, std::size_t lines) {
    Findings findings;
    auto texts = read_labelled_texts(file, findings);
    REQUIRE(texts.has_value());
    REQUIRE_FALSE(findings.has_errors());
    REQUIRE(texts->size() == lines);
    return *texts;
}

// The texts of the first `intents_used` intents by name.
std::vector<LabelledText> part_of(const std::vector<LabelledText>& all) {
    std::set<std::string> names;
    for (const LabelledText& text : all) names.insert(text.label.text);
    std::vector<LabelledText> part;
    for (const LabelledText& text : all) {
        const auto place = std::distance(names.begin(), names.find(text.label.text));
        if (static_cast<std::size_t>(place) < intents_used) part.push_back(text);
    }
    return part;
}

}  // namespace

TEST_CASE("a model trained on CLINC150 keeps its accuracy on held-out texts", "[nlu][accuracy]") {
    const std::filesystem::path folder = tests::data_root() / "clinc150";
    if (!std::filesystem::exists(folder / "train.tsv")) {
        WARN("skipped: no CLINC150 at " << folder << "; set PARLANCE_DATA");
        return;
    }
    const auto train = part_of(read(folder / "train.tsv", 15000));
    const auto held_out = part_of(read(folder / "val.tsv", 3000));
    const auto outside = read(folder / "oos_val.tsv", 100);
    const auto outcome = train_classifier(train, TrainingOptions{});
    REQUIRE(outcome.has_value());
    const Evaluation result = evaluate(*outcome->classifier, held_out, outside);
    CAPTURE(result.accuracy, result.ece, result.oos_auroc.value(), result.oos_recall_at_95.value());
    CHECK(result.accuracy >= 0.935);
    CHECK(result.macro_f1 >= 0.935);
    CHECK(result.oos_auroc.value() >= 0.955);
    CHECK(result.ece <= 0.05);
}
