#pragma once

#include <optional>
#include <string_view>

#include "nlu/calibration.h"
#include "nlu/fasttext_model.h"
#include "nlu/linear_model.h"
#include "nlu/ngram_index.h"

namespace parlance::nlu {

// What judges a text by its words and letters alone, in any language: linear SVMs over n-grams, mixed with
// fastText. About a tenth of a millisecond a message.
struct LexicalStage {
    NgramIndex ngrams;
    LinearModel linear;
    std::optional<FastTextModel> fasttext;
    Calibration calibration;

    // main: the SVMs' margins; side: fastText's log probabilities. features: of the same folded text.
    ModelScores scores(const TextFeatures& features, std::string_view folded) const;

    std::size_t classes() const { return linear.classes(); }
    void write(SectionWriter& writer) const;
    // False when the bytes make no stage, or parts that do not fit together.
    bool read(SectionReader& reader);
};

}  // namespace parlance::nlu
