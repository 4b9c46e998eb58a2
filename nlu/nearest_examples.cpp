#include "nlu/nearest_examples.h"

#include <algorithm>
#include <cmath>

#include "nlu/neural/vector_loops.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t sketch_width = 128;
constexpr float ngram_share = 0.3F;
constexpr float steps_of_one = 127;

// Sums the n-grams into few numbers, each with a sign by chance, so that products stay what they were.
void sketch(std::span<const WeightedFeature> ngrams, std::span<float> sums) {
    for (const WeightedFeature& ngram : ngrams) {
        std::uint64_t mixed = (ngram.index + 1) * 0x9E3779B97F4A7C15ULL;
        mixed ^= mixed >> 32;
        sums[mixed % sketch_width] += (mixed & 0x8000) != 0 ? ngram.value : -ngram.value;
    }
}

void scale_to(std::span<float> values, float length) {
    double squares = 0;
    for (const float value : values) squares += value * value;
    if (squares <= 0) return;
    const auto scale = static_cast<float>(length / std::sqrt(squares));
    for (float& value : values) value *= scale;
}

}  // namespace

std::size_t NearestExamples::width() const {
    return sketch_width + meaning_width_;
}

std::vector<std::int8_t> NearestExamples::steps_of(const ExamplePlace& place) const {
    std::vector<float> values(width());
    const std::span<float> ngrams = std::span<float>(values).first(sketch_width);
    const bool has_meaning = meaning_width_ > 0 && place.meaning.size() == meaning_width_;
    sketch(place.ngrams, ngrams);
    scale_to(ngrams, has_meaning ? std::sqrt(ngram_share) : 1);
    if (has_meaning) {
        const std::span<float> meaning = std::span<float>(values).subspan(sketch_width);
        std::copy(place.meaning.begin(), place.meaning.end(), meaning.begin());
        scale_to(meaning, std::sqrt(1 - ngram_share));
    }
    std::vector<std::int8_t> steps(values.size());
    for (std::size_t k = 0; k < values.size(); ++k) {
        steps[k] = static_cast<std::int8_t>(std::lround(values[k] * steps_of_one));
    }
    return steps;
}

void NearestExamples::add(std::string_view text, std::uint32_t label, const ExamplePlace& place) {
    const std::vector<std::int8_t> steps = steps_of(place);
    draft_.places.insert(draft_.places.end(), steps.begin(), steps.end());
    draft_.labels.push_back(label);
    draft_.texts.insert(draft_.texts.end(), text.begin(), text.end());
    draft_.ends.push_back(draft_.texts.size());
}

void NearestExamples::finish() {
    places_ = WeightArray<std::int8_t>(std::move(draft_.places));
    labels_ = WeightArray<std::uint32_t>(std::move(draft_.labels));
    ends_ = WeightArray<std::uint64_t>(std::move(draft_.ends));
    texts_ = WeightArray<char>(std::move(draft_.texts));
    draft_ = {};
}

std::vector<NearestExample> NearestExamples::find(const ExamplePlace& place, std::size_t count) const {
    const std::vector<std::int8_t> steps = steps_of(place);
    std::vector<std::pair<std::int32_t, std::size_t>> found;  // likeness negated, so that the best come first
    found.reserve(size());
    for (std::size_t i = 0; i < size(); ++i) {
        found.emplace_back(-dot(steps, places_.values().subspan(i * width(), width())), i);
    }
    count = std::min(count, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end());
    std::vector<NearestExample> result;
    for (const auto& [negated, i] : std::span(found).first(count)) {
        const std::uint64_t begin = i == 0 ? 0 : ends_[i - 1];
        const float similarity = static_cast<float>(-negated) / (steps_of_one * steps_of_one);
        result.push_back({std::string(texts_.data() + begin, texts_.data() + ends_[i]), labels_[i],
                          std::clamp(similarity, -1.0F, 1.0F)});
    }
    return result;
}

void NearestExamples::write(SectionWriter& writer) const {
    writer.number(static_cast<std::uint64_t>(meaning_width_));
    writer.array(places_);
    writer.array(labels_);
    writer.array(ends_);
    writer.array(texts_);
}

bool NearestExamples::read(SectionReader& reader, std::size_t classes) {
    meaning_width_ = reader.number<std::uint64_t>();
    places_ = reader.array<std::int8_t>();
    labels_ = reader.array<std::uint32_t>();
    ends_ = reader.array<std::uint64_t>();
    texts_ = reader.array<char>();
    const std::span<const std::uint64_t> ends = ends_.values();
    const std::span<const std::uint32_t> labels = labels_.values();
    return reader.ok() && meaning_width_ < (std::size_t{1} << 16) && places_.size() == size() * width() &&
           ends.size() == size() && std::is_sorted(ends.begin(), ends.end()) &&
           (ends.empty() || ends.back() <= texts_.size()) &&
           std::all_of(labels.begin(), labels.end(),
                       [classes](std::uint32_t label) { return label < classes; });
}

}  // namespace parlance::nlu
