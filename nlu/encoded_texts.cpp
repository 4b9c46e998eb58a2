#include "nlu/encoded_texts.h"

#include "nlu/normaliser.h"
#include "nlu/typos.h"

namespace parlance::nlu {

namespace {

constexpr double typo_rate = 0.05;

}  // namespace

EncodedTexts EncodedTexts::of(const TrainingSet& set, const SentenceEncoder& encoder,
                              const EncodingOptions& options, const std::function<void(double)>& progress) {
    EncodedTexts result;
    result.row_of_text_.assign(set.texts.size(), none);
    std::size_t rows = 0;
    for (std::size_t i = 0; i < set.texts.size(); ++i) {
        const bool readable = set.languages[i].empty() || set.languages[i].starts_with(options.language);
        if (readable) result.row_of_text_[i] = rows++;
    }
    result.pools_.resize(rows * SentenceEncoder::width);
    if (options.copies) result.copies_.resize(result.pools_.size());
    RandomStream random(options.seed ^ 0x7E47ULL);
    for (std::size_t i = 0; i < set.texts.size(); ++i) {
        if (!result.has(i)) continue;
        const std::size_t at = result.row_of_text_[i] * SentenceEncoder::width;
        encoder.encode(set.texts[i], std::span(result.pools_).subspan(at, SentenceEncoder::width));
        if (options.copies) {
            const std::string copy = with_typos(set.texts[i], typo_rate, random);
            encoder.encode(copy, std::span(result.copies_).subspan(at, SentenceEncoder::width));
            result.folded_copies_.push_back(fold(copy));
        }
        constexpr std::size_t told_every = 256;
        if (progress && i % told_every == 0)
            progress(static_cast<double>(i) / static_cast<double>(set.texts.size()));
    }
    return result;
}

}  // namespace parlance::nlu
