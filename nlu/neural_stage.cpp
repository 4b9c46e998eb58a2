#include "nlu/neural_stage.h"

#include <algorithm>
#include <cmath>

namespace parlance::nlu {

ModelScores NeuralStage::scores(std::span<const float> pools, const TextFeatures& features,
                                const ModelScores& lexical) const {
    thread_local Int8Scratch scratch;
    ModelScores result;
    result.main = head.logits(pools, features.features);
    result.side = lexical.main;
    result.known_words = features.known_words;
    std::vector<float> likeness(centres.outputs());
    centres.multiply(pools.first(centres.inputs()), likeness, scratch);
    result.closeness = *std::max_element(likeness.begin(), likeness.end());
    return result;
}

void NeuralStage::write(SectionWriter& writer) const {
    head.write(writer);
    centres.write(writer);
    writer.text(language);
    calibration.write(writer);
    writer.number(sure);
}

bool NeuralStage::read(SectionReader& reader, std::size_t classes, std::size_t ngrams) {
    if (!head.read(reader) || !centres.read(reader)) return false;
    language = reader.text();
    const bool whole = calibration.read(reader);
    sure = reader.number<float>();
    return whole && reader.ok() && calibration.fits(classes) && head.classes() == classes &&
           head.ngrams() == ngrams && head.dense() == SentenceEncoder::width &&
           centres.inputs() == SentenceEncoder::output_width && centres.outputs() == classes && classes > 0;
}

}  // namespace parlance::nlu
