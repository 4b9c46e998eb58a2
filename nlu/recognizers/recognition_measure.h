#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "nlu/recognizers/recognizer.h"
#include "nlu/recognizers/spec_cases.h"

namespace parlance::nlu {

// How well a recogniser reads the cases of one model.
struct RecognitionMeasure {
    std::string model;
    std::size_t cases = 0;
    std::size_t exact_cases = 0;  // everything expected was found, right in every part, and nothing else
    std::size_t expected = 0;
    std::size_t found = 0;
    std::size_t right_spans = 0;
    std::size_t right_values = 0;  // right span, type and resolution

    double exact() const;  // these three in [0, 1]
    double span_f1() const;
    double value_f1() const;
    bool operator==(const RecognitionMeasure&) const = default;
};

// True when `found` has the type of `expected` and resolves to everything expected. Numbers are compared as
// numbers, to nine digits. A "score" is a recogniser's own confidence and not compared.
bool means_the_same(const Recognition& expected, const Recognition& found);

// Counts one case more.
void count_case(RecognitionMeasure& measure, std::span<const Recognition> expected,
                std::span<const Recognition> found);

RecognitionMeasure measure_recognizer(const Recognizer& recognize, const ModelSpec& spec);

}  // namespace parlance::nlu
