#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/encoder/section_bytes.h"
#include "nlu/fasttext_model.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// Tells in which of a few languages a message is written, by fastText over its words and subwords.
// Immutable; safe to call from several threads.
class LanguageIdentifier {
public:
    // texts: folded; languages: their BCP 47 tags, in step, "" when nobody said. Nothing when fewer than two
    // languages are named. Fails as FastTextModel::train does. Deterministic for a seed.
    static Result<std::optional<LanguageIdentifier>> train(std::span<const std::string> texts,
                                                           std::span<const std::string> languages,
                                                           unsigned seed);

    // The likeliest language; confidence in [0, 1].
    LanguageScore identify(std::string_view folded) const;

    void write(SectionWriter& writer) const;
    // Nothing when the bytes make no identifier.
    static std::optional<LanguageIdentifier> read(SectionReader& reader);

private:
    LanguageIdentifier(std::vector<std::string> tags, FastTextModel model)
        : tags_(std::move(tags)), model_(std::move(model)) {}

    std::vector<std::string> tags_;  // by class
    FastTextModel model_;
};

}  // namespace parlance::nlu
