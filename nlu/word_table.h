#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace parlance::nlu {

// Words known when the program is compiled, and what each means. A look-up takes a few nanoseconds: most
// words are told from all of the table's by their length and four letters, without a comparison.
//
// Method: open addressing at most half full. Immutable; safe to share.
template <typename Value, std::size_t size>
class WordTable {
public:
    using Entry = std::pair<std::string_view, Value>;

    // The first meaning of a word stays; words must not be empty.
    constexpr explicit WordTable(const Entry (&entries)[size])
        : WordTable(entries, std::make_index_sequence<size>()) {}

    constexpr std::optional<Value> find(std::string_view word) const {
        if (word.empty()) return std::nullopt;
        for (std::size_t slot = slot_of(word); places_[slot] != 0; slot = (slot + 1) % slots) {
            const Entry& entry = entries_[places_[slot] - 1U];
            if (entry.first == word) return entry.second;
        }
        return std::nullopt;
    }
    constexpr bool contains(std::string_view word) const { return find(word).has_value(); }

private:
    static constexpr std::size_t slots = std::bit_ceil(2 * size);

    template <std::size_t... i>
    constexpr WordTable(const Entry (&entries)[size], std::index_sequence<i...>) : entries_{{entries[i]...}} {
        for (std::size_t place = 0; place < size; ++place) add(place);
    }

    constexpr void add(std::size_t place) {
        std::size_t slot = slot_of(entries_[place].first);
        while (places_[slot] != 0) slot = (slot + 1) % slots;
        places_[slot] = static_cast<std::uint16_t>(place + 1);
    }

    static constexpr std::size_t slot_of(std::string_view word) {
        std::size_t hash = word.size();
        for (const char c : {word.front(), word[word.size() / 3], word[word.size() / 2], word.back()})
            hash = 31 * hash + static_cast<unsigned char>(c);
        return (hash ^ (hash >> 8)) % slots;
    }

    std::array<Entry, size> entries_;
    std::array<std::uint16_t, slots> places_{};  // one more than the entry's; 0 for none
};

// word_table<int>({{"one", 1}, {"two", 2}}).
template <typename Value, std::size_t size>
constexpr WordTable<Value, size> word_table(const std::pair<std::string_view, Value> (&entries)[size]) {
    return WordTable<Value, size>(entries);
}

}  // namespace parlance::nlu
