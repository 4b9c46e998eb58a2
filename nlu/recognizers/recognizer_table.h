#pragma once

#include <span>
#include <string_view>

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// A model of Recognizers-Text and what reads it here.
struct NamedRecognizer {
    std::string_view model;  // the name of its spec files: "NumberModel"
    Recognizer recognize;
};

// One row a model. Modes of a model ("NumberModelExperimentalMode") have rows of their own.
std::span<const NamedRecognizer> recognizer_table();

// The row of a model, or nullptr.
const Recognizer* recognizer_of(std::string_view model);

}  // namespace parlance::nlu
