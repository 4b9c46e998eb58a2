#include "nlu/baseline.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "nlu/scalar_measures.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t most_intents = 10;

}  // namespace

Result<Baseline> read_baseline(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (in) content << in.rdbuf();
    if (!in || !content) return Error{ErrorCode::io_failed, "cannot read the baseline " + file.string()};
    return parse_baseline(content.str(), file.string());
}

BaselineDifference difference_from(const EarlierMeasures& before, const Evaluation& after) {
    BaselineDifference difference;
    for (const ScalarMeasure& measure : scalar_measures(after)) {
        const auto earlier = before.values.find(measure.key);
        if (!measure.value || earlier == before.values.end()) continue;
        difference.measures.push_back({measure.key, earlier->second, *measure.value});
    }
    for (const IntentMeasure& intent : after.intents) {
        const auto earlier = before.f1.find(intent.intent);
        if (earlier == before.f1.end() || earlier->second == intent.f1) continue;
        difference.intents.push_back({intent.intent.text, earlier->second, intent.f1});
    }
    std::stable_sort(difference.intents.begin(), difference.intents.end(),
                     [](const MeasureChange& left, const MeasureChange& right) {
                         return std::abs(left.difference()) > std::abs(right.difference());
                     });
    if (difference.intents.size() > most_intents) difference.intents.resize(most_intents);
    return difference;
}

}  // namespace parlance::nlu
