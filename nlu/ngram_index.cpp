#include "nlu/ngram_index.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

#include "nlu/tokens.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t shortest_ngram = 2;
constexpr std::size_t longest_ngram = 5;

// The top bit of a key tells character n-grams from words, so that the two parts stay apart.
constexpr std::uint64_t character_bit = std::uint64_t{1} << 63;

// FNV-1a, finished by the mixing step of splitmix64.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = 0xCBF29CE484222325ULL ^ seed;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ULL;
    return (hash ^ (hash >> 27)) & ~character_bit;
}

void add_character_ngrams(std::string_view word, std::vector<std::uint64_t>& keys) {
    std::string padded(1, ' ');
    padded.append(word).push_back(' ');
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < padded.size(); at += character_at(padded, at).bytes) starts.push_back(at);
    starts.push_back(padded.size());
    const std::size_t length = starts.size() - 1;
    for (std::size_t size = shortest_ngram; size <= std::min(longest_ngram, length); ++size) {
        for (std::size_t from = 0; from + size <= length; ++from) {
            const std::string_view ngram =
                std::string_view(padded).substr(starts[from], starts[from + size] - starts[from]);
            keys.push_back(hash_of(ngram, 0) | character_bit);
        }
    }
}

struct TextKeys {
    std::vector<std::uint64_t> keys;   // with repetitions
    std::vector<std::uint64_t> words;  // the keys of single words
};

TextKeys keys_of(std::string_view folded) {
    TextKeys found;
    const std::vector<std::string> words = words_of(folded);
    for (std::size_t i = 0; i < words.size(); ++i) {
        found.words.push_back(hash_of(words[i], 1));
        if (i > 0) found.keys.push_back(hash_of(words[i - 1] + " " + words[i], 2));
        add_character_ngrams(words[i], found.keys);
    }
    found.keys.insert(found.keys.end(), found.words.begin(), found.words.end());
    return found;
}

// Scales the features from `first` on to length 1.
void normalise(std::span<WeightedFeature> features) {
    double squares = 0;
    for (const WeightedFeature& feature : features) squares += feature.value * feature.value;
    if (squares <= 0) return;
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (WeightedFeature& feature : features) feature.value *= scale;
}

}  // namespace

NgramIndex NgramIndex::fit(std::span<const std::string> folded, std::uint32_t min_texts) {
    std::unordered_map<std::uint64_t, std::uint32_t> texts_with;
    for (const std::string& text : folded) {
        std::vector<std::uint64_t> keys = keys_of(text).keys;
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        for (const std::uint64_t key : keys) ++texts_with[key];
    }
    std::vector<std::uint64_t> keys;
    for (const auto& [key, count] : texts_with) {
        if (count >= min_texts) keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<float> idf;
    for (const std::uint64_t key : keys) {
        const double rarity = (1.0 + static_cast<double>(folded.size())) / (1.0 + texts_with[key]);
        idf.push_back(static_cast<float>(std::log(rarity) + 1));
    }
    return {std::move(keys), std::move(idf)};
}

NgramIndex::NgramIndex(std::vector<std::uint64_t> keys, std::vector<float> idf)
    : keys_(std::move(keys)), idf_(std::move(idf)) {
    std::vector<std::uint32_t> table(std::bit_ceil(2 * keys_.size() + 1));
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        std::size_t slot = keys_[i] & (table.size() - 1);
        while (table[slot] != 0) slot = (slot + 1) & (table.size() - 1);
        table[slot] = static_cast<std::uint32_t>(i) + 1;
    }
    table_ = WeightArray<std::uint32_t>(std::move(table));
}

const std::uint32_t* NgramIndex::find(std::uint64_t key) const {
    if (table_.size() == 0) return nullptr;
    for (std::size_t slot = key & (table_.size() - 1); table_[slot] != 0;
         slot = (slot + 1) & (table_.size() - 1)) {
        if (keys_[table_[slot] - 1] == key) return &table_[slot];
    }
    return nullptr;
}

TextFeatures NgramIndex::features(std::string_view folded) const {
    const TextKeys text = keys_of(folded);
    std::vector<std::uint32_t> known;
    for (const std::uint64_t key : text.keys) {
        if (const std::uint32_t* slot = find(key)) known.push_back(*slot - 1);
    }
    std::sort(known.begin(), known.end());
    TextFeatures result;
    for (std::size_t i = 0; i < known.size();) {
        std::size_t next = i + 1;
        while (next < known.size() && known[next] == known[i]) ++next;
        const double damped = 1 + std::log(static_cast<double>(next - i));
        result.features.push_back({known[i], static_cast<float>(damped) * idf_[known[i]]});
        i = next;
    }
    // Keys ascend with the index and character n-grams have the top bit: the parts lie side by side.
    const auto characters = std::partition_point(
        result.features.begin(), result.features.end(),
        [this](const WeightedFeature& feature) { return (keys_[feature.index] & character_bit) == 0; });
    normalise({result.features.begin(), characters});
    normalise({characters, result.features.end()});
    const auto seen = std::count_if(text.words.begin(), text.words.end(),
                                    [this](std::uint64_t key) { return find(key) != nullptr; });
    result.known_words =
        text.words.empty() ? 0 : static_cast<float>(seen) / static_cast<float>(text.words.size());
    return result;
}

void NgramIndex::write(SectionWriter& writer) const {
    writer.array(keys_);
    writer.array(idf_);
    writer.array(table_);
}

bool NgramIndex::read(SectionReader& reader) {
    keys_ = reader.array<std::uint64_t>();
    idf_ = reader.array<float>();
    table_ = reader.array<std::uint32_t>();
    const std::size_t slots = table_.size();
    // A free slot ends every search, so there must be one; and slots may only name keys there are.
    const std::span<const std::uint32_t> table = table_.values();
    return reader.ok() && keys_.size() == idf_.size() && slots == std::bit_ceil(2 * keys_.size() + 1) &&
           std::is_sorted(keys_.values().begin(), keys_.values().end()) &&
           std::all_of(table.begin(), table.end(),
                       [this](std::uint32_t slot) { return slot <= keys_.size(); }) &&
           std::find(table.begin(), table.end(), 0U) != table.end();
}

}  // namespace parlance::nlu
