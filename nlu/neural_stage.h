#pragma once

#include <memory>
#include <span>
#include <string>

#include "nlu/calibration.h"
#include "nlu/encoder/int8_matrix.h"
#include "nlu/encoder/sentence_encoder.h"
#include "nlu/neural/neural_head.h"
#include "nlu/ngram_index.h"

namespace parlance::nlu {

// What judges a text by its meaning too: the sentence encoder's pools and the n-grams, read by a wide and
// deep head. For texts in the encoder's language of which the lexical stage is not sure.
struct NeuralStage {
    std::shared_ptr<const SentenceEncoder> encoder;
    NeuralHead head;
    Int8Matrix centres;    // encoder output x classes: the mean direction of each class' texts
    std::string language;  // the encoder's, a BCP 47 tag's beginning
    Calibration calibration;
    float sure = 2;  // the lexical stage's best confidence from which on its answer stands

    // pools: the encoder's, of the text; features: of the text folded. main: the head's logits; side: the
    // lexical stage's main scores; closeness: the likeness to the nearest class' centre.
    ModelScores scores(std::span<const float> pools, const TextFeatures& features,
                       const ModelScores& lexical) const;

    // Everything but the encoder.
    void write(SectionWriter& writer) const;
    // False when the bytes make no stage over so many classes and n-grams.
    bool read(SectionReader& reader, std::size_t classes, std::size_t ngrams);
};

}  // namespace parlance::nlu
