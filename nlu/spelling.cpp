#include "nlu/spelling.h"

#include <algorithm>
#include <map>
#include <vector>

#include "nlu/normaliser.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

// Shorter words have too many neighbours, longer ones are no words.
constexpr std::size_t fewest_letters = 4;
constexpr std::size_t most_letters = 40;

// In a shorter word another letter makes another word more often than a slip ("lila", "lira").
constexpr std::size_t fewest_letters_of_replaced = 5;

// What training saw less often is no safer guess than the word as it was written.
constexpr std::uint32_t fewest_uses = 3;

// FNV-1a.
std::uint64_t key_of(std::string_view spelling) {
    std::uint64_t key = 14695981039346656037ULL;
    for (const char byte : spelling) key = (key ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return key;
}

// The word's characters when they are all letters and not too few or many; else nothing.
std::optional<std::u32string> letters_of(std::string_view word) {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
        const Character character = character_at(word, at);
        if (kind_of_character(character.code) != CharacterKind::letter) return std::nullopt;
        letters.push_back(character.code);
        at += character.bytes;
    }
    if (letters.size() < fewest_letters || letters.size() > most_letters) return std::nullopt;
    return letters;
}

// The keys of the word itself and of the word without each of its letters.
std::vector<std::uint64_t> keys_of(std::string_view word) {
    std::vector<std::uint64_t> keys{key_of(word)};
    std::string shorter;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t bytes = character_at(word, at).bytes;
        shorter.assign(word, 0, at).append(word.substr(at + bytes));
        keys.push_back(key_of(shorter));
        at += bytes;
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

// Whether one slip makes `right` of `left`, or left of right. Another first letter makes another word more
// often than a slip ("hills", "bills").
bool one_slip_apart(const std::u32string& left, const std::u32string& right) {
    const auto [first, second] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (first == left.end() && second == right.end()) return false;
    const auto same = [](auto from, auto end, auto other, auto other_end) {
        return std::equal(from, end, other, other_end);
    };
    if (left.size() == right.size()) {
        if (same(first + 1, left.end(), second + 1, right.end()))
            return first != left.begin() && left.size() >= fewest_letters_of_replaced;
        return first + 1 != left.end() && first[0] == second[1] && first[1] == second[0] &&
               same(first + 2, left.end(), second + 2, right.end());
    }
    if (left.size() + 1 == right.size()) return same(first, left.end(), second + 1, right.end());
    return right.size() + 1 == left.size() && same(first + 1, left.end(), second, right.end());
}

template <typename Number>
WeightArray<Number> array_of(std::vector<Number> values) {
    return WeightArray<Number>(std::move(values));
}

}  // namespace

SpellingCorrector SpellingCorrector::learn(std::span<const std::string> folded) {
    std::map<std::string, std::uint32_t, std::less<>> counts;
    for (const std::string& text : folded) {
        for (const TextSpan& span : words_between_breaks(text)) {
            const auto word = std::string_view(text).substr(span.begin, span.length());
            if (letters_of(word)) ++counts[std::string(word)];
        }
    }
    std::vector<char> letters;
    std::vector<std::uint32_t> ends;
    std::vector<std::uint32_t> frequencies;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    for (const auto& [word, count] : counts) {
        for (const std::uint64_t key : keys_of(word))
            keyed.emplace_back(key, static_cast<std::uint32_t>(ends.size()));
        letters.insert(letters.end(), word.begin(), word.end());
        ends.push_back(static_cast<std::uint32_t>(letters.size()));
        frequencies.push_back(count);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> words;
    for (const auto& [key, word] : keyed) {
        keys.push_back(key);
        words.push_back(word);
    }
    SpellingCorrector corrector;
    corrector.letters_ = array_of(std::move(letters));
    corrector.ends_ = array_of(std::move(ends));
    corrector.counts_ = array_of(std::move(frequencies));
    corrector.keys_ = array_of(std::move(keys));
    corrector.words_ = array_of(std::move(words));
    return corrector;
}

std::string_view SpellingCorrector::word_at(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return {letters_.data() + begin, ends_[index] - begin};
}

bool SpellingCorrector::knows(std::string_view word) const {
    std::size_t low = 0;
    std::size_t high = ends_.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (word_at(middle) < word) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < ends_.size() && word_at(low) == word;
}

std::optional<std::string_view> SpellingCorrector::nearest(std::string_view word) const {
    const auto letters = letters_of(word);
    if (!letters || knows(word)) return std::nullopt;
    std::optional<std::string_view> best;
    std::uint32_t best_count = fewest_uses - 1;
    const auto keys = keys_.values();
    for (const std::uint64_t key : keys_of(word)) {
        const auto [first, end] = std::equal_range(keys.begin(), keys.end(), key);
        for (auto at = first; at != end; ++at) {
            const std::uint32_t index = words_[static_cast<std::size_t>(at - keys.begin())];
            if (counts_[index] <= best_count) continue;
            const std::string_view candidate = word_at(index);
            const auto other = letters_of(candidate);
            if (!other || !one_slip_apart(*letters, *other)) continue;
            best = candidate;
            best_count = counts_[index];
        }
    }
    return best;
}

std::string SpellingCorrector::corrected(std::string_view text, const IsWord& is_word) const {
    std::string result;
    std::size_t done = 0;
    for (const TextSpan& span : words_between_breaks(text)) {
        const std::string_view word = text.substr(span.begin, span.length());
        const auto better = nearest(fold(word));
        if (!better || is_word(word)) continue;
        result.append(text.substr(done, span.begin - done)).append(*better);
        done = span.end;
    }
    return result.append(text.substr(done));
}

void SpellingCorrector::write(SectionWriter& writer) const {
    writer.array(letters_);
    writer.array(ends_);
    writer.array(counts_);
    writer.array(keys_);
    writer.array(words_);
}

bool SpellingCorrector::read(SectionReader& reader) {
    letters_ = reader.array<char>();
    ends_ = reader.array<std::uint32_t>();
    counts_ = reader.array<std::uint32_t>();
    keys_ = reader.array<std::uint64_t>();
    words_ = reader.array<std::uint32_t>();
    if (!reader.ok() || counts_.size() != ends_.size() || words_.size() != keys_.size()) return false;
    const auto ends = ends_.values();
    const auto words = words_.values();
    return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() || ends.back() == letters_.size()) &&
           std::all_of(words.begin(), words.end(), [&](std::uint32_t word) { return word < ends.size(); });
}

}  // namespace parlance::nlu
