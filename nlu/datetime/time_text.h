#pragma once

#include <chrono>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>

#include "nlu/datetime/time_value.h"
#include "nlu/tokens.h"

namespace parlance::nlu {

struct ReadingMemo;
std::shared_ptr<ReadingMemo> make_reading_memo();

// What a reader of time words sees: the tokens, and the moment that "today" and "in an hour" count from. For
// one thread at a time: it remembers what was read.
struct TimeText {
    const TokenizedText& text;
    Instant now;
    bool month_first = true;  // "11/20/2026", as in the United States
    std::shared_ptr<ReadingMemo> memo = make_reading_memo();

    Day today() const { return std::chrono::floor<std::chrono::days>(now); }
    bool is(std::size_t at, std::string_view word) const { return text.is(at, word); }
    std::string_view word(std::size_t at) const { return text.text(at); }
    std::size_t size() const { return text.tokens.size(); }
    bool is_any(std::size_t at, std::initializer_list<std::string_view> words) const {
        for (const std::string_view each : words) {
            if (text.is(at, each)) return true;
        }
        return false;
    }
    // The token behind any of the words at `at`, or `at` itself.
    std::size_t skip(std::size_t at, std::initializer_list<std::string_view> words) const {
        return is_any(at, words) ? at + 1 : at;
    }
    // The token behind the phrase at `at` (words in order), or nothing.
    std::optional<std::size_t> behind(std::size_t at, std::initializer_list<std::string_view> phrase) const {
        for (const std::string_view each : phrase) {
            if (!text.is(at++, each)) return std::nullopt;
        }
        return at;
    }
};

// What a reader read, and the token behind it.
template <typename Value>
struct Read {
    Value value;
    std::size_t end = 0;
};

template <typename Value>
using MaybeRead = std::optional<Read<Value>>;

// The longer of two readings; the first when they are equally long.
template <typename Value>
MaybeRead<Value> longer(MaybeRead<Value> first, MaybeRead<Value> second) {
    if (!first || (second && second->end > first->end)) return second;
    return first;
}

}  // namespace parlance::nlu
