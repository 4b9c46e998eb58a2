#include "nlu/recognizers/recognition_measure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace parlance::nlu {

namespace {

double f1(std::size_t right, std::size_t expected, std::size_t found) {
    if (expected + found == 0) return 1;
    return 2 * static_cast<double>(right) / static_cast<double>(expected + found);
}

std::optional<double> number_in(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

bool same_value(const std::string& expected, const std::string& found) {
    if (expected == found) return true;
    const auto left = number_in(expected);
    const auto right = number_in(found);
    return left && right && expected.ends_with('%') == found.ends_with('%') &&
           std::abs(*left - *right) <= 1e-9 * std::abs(*left);
}

bool holds(const Resolution& expected, const Resolution& found) {
    return std::all_of(expected.begin(), expected.end(), [&](const auto& member) {
        const auto& [key, value] = member;
        const auto own = found.find(key);
        return key == "score" || (own != found.end() && same_value(value, own->second));
    });
}

}  // namespace

double RecognitionMeasure::exact() const {
    return cases == 0 ? 0 : static_cast<double>(exact_cases) / static_cast<double>(cases);
}

double RecognitionMeasure::span_f1() const {
    return f1(right_spans, expected, found);
}

double RecognitionMeasure::value_f1() const {
    return f1(right_values, expected, found);
}

bool means_the_same(const Recognition& expected, const Recognition& found) {
    return expected.type == found.type && holds(expected.resolution, found.resolution) &&
           std::equal(expected.readings.begin(), expected.readings.end(), found.readings.begin(),
                      found.readings.end(), holds);
}

void count_case(RecognitionMeasure& measure, std::span<const Recognition> expected,
                std::span<const Recognition> found) {
    std::size_t right = 0;
    for (const Recognition& wanted : expected) {
        const auto own = std::find_if(found.begin(), found.end(),
                                      [&](const Recognition& one) { return one.span == wanted.span; });
        if (own == found.end()) continue;
        ++measure.right_spans;
        if (means_the_same(wanted, *own)) ++right;
    }
    measure.right_values += right;
    measure.expected += expected.size();
    measure.found += found.size();
    ++measure.cases;
    if (right == expected.size() && right == found.size()) ++measure.exact_cases;
}

RecognitionMeasure measure_recognizer(const Recognizer& recognize, const ModelSpec& spec) {
    RecognitionMeasure measure;
    measure.model = spec.model;
    for (const SpecCase& one : spec.cases) {
        count_case(measure, one.expected, recognize(one.text, one.reference));
    }
    return measure;
}

}  // namespace parlance::nlu
