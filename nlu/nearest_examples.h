#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/encoder/section_bytes.h"
#include "nlu/ngram_index.h"

namespace parlance::nlu {

// A training text that is like a message, with its class' number; similarity is in [-1, 1], 1 for the same.
struct NearestExample {
    std::string text;
    std::uint32_t label = 0;
    float similarity = 0;
};

// How a text stands in the space of examples: its n-grams, and its meaning where the encoder read it.
struct ExamplePlace {
    std::span<const WeightedFeature> ngrams;
    std::span<const float> meaning;  // the encoder's output; empty without one
};

// The training texts, to be found again by likeness: what a decision rests on, shown to people.
//
// Likeness is .3 times the cosine of the n-grams plus .7 times that of the meanings, or the n-grams' alone for
// texts that the encoder does not read. N-grams are kept as a sketch of 128 numbers (Weinberger et al. 2009).
// A search reads all examples: about a millisecond for 15,000. Immutable; safe to call from several threads.
class NearestExamples {
public:
    NearestExamples() = default;

    // meaning_width: of every example's meaning that is not empty.
    explicit NearestExamples(std::size_t meaning_width) : meaning_width_(meaning_width) {}

    // While building only.
    void add(std::string_view text, std::uint32_t label, const ExamplePlace& place);
    void finish();

    // At most `count`, the most similar first; equally similar ones in the order they were added.
    std::vector<NearestExample> find(const ExamplePlace& place, std::size_t count) const;
    std::size_t size() const { return labels_.size(); }

    void write(SectionWriter& writer) const;
    // False when the bytes make no examples of at most so many classes.
    bool read(SectionReader& reader, std::size_t classes);

private:
    struct Draft {
        std::vector<std::int8_t> places;
        std::vector<std::uint32_t> labels;
        std::vector<std::uint64_t> ends;
        std::vector<char> texts;
    };

    std::size_t width() const;
    std::vector<std::int8_t> steps_of(const ExamplePlace& place) const;

    std::size_t meaning_width_ = 0;
    Draft draft_;
    WeightArray<std::int8_t> places_;  // one row of width() an example, in steps of 1/127
    WeightArray<std::uint32_t> labels_;
    WeightArray<std::uint64_t> ends_;  // of each text in texts_
    WeightArray<char> texts_;
};

}  // namespace parlance::nlu
