#pragma once

#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "nlu/encoder/sentence_encoder.h"
#include "nlu/training_set.h"

namespace parlance::nlu {

struct EncodingOptions {
    std::string language = "en";  // texts that say another one are left out
    unsigned seed = 1;
    bool copies = true;  // encode each text again with slips of the hand
};

// The encoder's pools of a training set's texts, computed once for all trainings on it.
class EncodedTexts {
public:
    // `progress` is told the share done, in [0, 1].
    static EncodedTexts of(const TrainingSet& set, const SentenceEncoder& encoder,
                           const EncodingOptions& options, const std::function<void(double)>& progress);

    // Whether the text of this number was encoded; the rest is for such texts alone.
    bool has(std::size_t text) const { return row_of_text_[text] != none; }
    std::span<const float> pools(std::size_t text) const { return row(pools_, text); }

    // The text with slips: its pools and itself, folded. Without copies the text as it is.
    std::span<const float> copy_pools(std::size_t text) const {
        return row(copies_.empty() ? pools_ : copies_, text);
    }
    const std::string& folded_copy(std::size_t text) const { return folded_copies_[row_of_text_[text]]; }
    bool has_copies() const { return !copies_.empty(); }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    std::span<const float> row(const std::vector<float>& rows, std::size_t text) const {
        return std::span<const float>(rows).subspan(row_of_text_[text] * SentenceEncoder::width,
                                                    SentenceEncoder::width);
    }

    std::vector<std::size_t> row_of_text_;
    std::vector<float> pools_;
    std::vector<float> copies_;
    std::vector<std::string> folded_copies_;  // one a row
};

}  // namespace parlance::nlu
