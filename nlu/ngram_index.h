#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/encoder/section_bytes.h"

namespace parlance::nlu {

// One coordinate of a sparse vector.
struct WeightedFeature {
    std::uint32_t index = 0;
    float value = 0;
};

// What a text looks like to the linear model. `known_words`: share of its words, in [0, 1], that
// training saw; a text about something else shares few.
struct TextFeatures {
    std::vector<WeightedFeature> features;  // by index, each once
    float known_words = 0;
};

// Turns texts into TF-IDF vectors over word 1-2-grams and character 2-5-grams within words.
//
// n-grams are known by 64-bit hashes, so the index holds no text. Counts are damped (1 + ln tf),
// weighted by idf and scaled so that the word part and the character part each have length 1
// (Salton and Buckley 1988). Immutable; safe to call from several threads.
class NgramIndex {
public:
    NgramIndex() = default;

    // Learns the n-grams that occur in at least `min_texts` of the folded texts.
    static NgramIndex fit(std::span<const std::string> folded, std::uint32_t min_texts);

    TextFeatures features(std::string_view folded) const;
    std::size_t size() const { return keys_.size(); }

    void write(SectionWriter& writer) const;
    // False when the bytes make no index.
    bool read(SectionReader& reader);

private:
    NgramIndex(std::vector<std::uint64_t> keys, std::vector<float> idf);
    const std::uint32_t* find(std::uint64_t key) const;

    WeightArray<std::uint64_t> keys_;   // ascending
    WeightArray<float> idf_;            // one a key
    WeightArray<std::uint32_t> table_;  // open addressing: index into keys_ + 1, 0 is free
};

}  // namespace parlance::nlu
