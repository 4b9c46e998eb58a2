#include "nlu/lexical_stage.h"

namespace parlance::nlu {

ModelScores LexicalStage::scores(const TextFeatures& features, std::string_view folded) const {
    ModelScores result;
    result.main = linear.margins(features.features);
    result.known_words = features.known_words;
    if (fasttext) result.side = fasttext->log_probabilities(folded);
    return result;
}

void LexicalStage::write(SectionWriter& writer) const {
    calibration.write(writer);
    ngrams.write(writer);
    linear.write(writer);
    writer.array(fasttext ? fasttext->bytes() : WeightArray<char>());
}

bool LexicalStage::read(SectionReader& reader) {
    const bool whole = calibration.read(reader) && ngrams.read(reader) && linear.read(reader) &&
                       linear.features() == ngrams.size() && calibration.fits(classes());
    const auto bytes = reader.array<char>();
    if (!whole || !reader.ok()) return false;
    if (bytes.size() == 0) return true;
    Result<FastTextModel> model = FastTextModel::from_bytes(bytes, static_cast<std::uint32_t>(classes()));
    if (!model) return false;
    fasttext = std::move(*model);
    return true;
}

}  // namespace parlance::nlu
