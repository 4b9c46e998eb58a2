#include "nlu/recognizers/measures_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "nlu/decimal_text.h"

namespace parlance::nlu {

namespace {

constexpr std::array<std::pair<std::string_view, double>, 9> reference_figures{{
    {"NumberModel", 0.847},
    {"OrdinalModel", 0.444},
    {"PercentModel", 0.850},
    {"CurrencyModel", 0.811},
    {"DateTimeModel", 0.624},
    {"PhoneNumberModel", 0.958},
    {"EmailModel", 0.850},
    {"URLModel", 0.935},
    {"BooleanModel", 1.0},
}};

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string percent(double share) {
    const std::string text = decimal_text(100 * share, 1);
    return std::string(text.size() < 6 ? 6 - text.size() : 0, ' ') + text;
}

}  // namespace

std::optional<double> reference_exact(std::string_view model) {
    for (const auto& [name, share] : reference_figures) {
        if (name == model) return share;
    }
    return std::nullopt;
}

std::string describe(const std::vector<RecognitionMeasure>& measures, BesideReference beside) {
    const bool compare = beside == BesideReference::yes;
    constexpr std::size_t width = 36;
    std::string text = padded("model", width) + " cases  exact  span F1  value F1";
    text += compare ? "  reference exact\n" : "\n";
    for (const RecognitionMeasure& measure : measures) {
        std::string cases = std::to_string(measure.cases);
        cases.insert(0, cases.size() < 6 ? 6 - cases.size() : 0, ' ');
        text += padded(measure.model, width) + cases + " " + percent(measure.exact()) + "   " +
                percent(measure.span_f1()) + "    " + percent(measure.value_f1());
        if (compare) {
            const auto share = reference_exact(measure.model);
            text += "           " + (share ? percent(*share) : std::string("     -"));
        }
        text += "\n";
    }
    return text;
}

}  // namespace parlance::nlu
