#include "nlu/datetime/count_reader.h"

#include <algorithm>

#include "nlu/datetime/time_lexicon.h"
#include "nlu/number_words.h"

namespace parlance::nlu {

namespace {

bool is_year(int number) {
    return number >= 1500 && number < 2200;
}

// The token behind a hyphen between the parts of a number word.
std::size_t behind_hyphen(const TimeText& in, std::size_t at) {
    return in.is(at, "-") && in.text.is_glued(at) && in.text.is_glued(at + 1) ? at + 1 : at;
}

MaybeRead<int> read_word_year(const TimeText& in, std::size_t at) {
    const auto first = read_cardinal(in, at);
    if (!first || in.text.is_number(at)) return std::nullopt;
    if (first->value == 2 && in.is(first->end, "thousand")) {
        const std::size_t next = in.skip(first->end + 1, {"and"});
        const auto rest = in.text.is_word(next) ? read_cardinal(in, next) : std::nullopt;
        if (rest && rest->value < 100) return Read<int>{2000 + rest->value, rest->end};
        return Read<int>{2000, first->end + 1};
    }
    if (first->value < 15 || first->value > 21) return std::nullopt;
    if (in.is(first->end, "hundred")) return Read<int>{first->value * 100, first->end + 1};
    const std::size_t next = behind_hyphen(in, first->end);
    const auto rest = in.text.is_word(next) ? read_cardinal(in, next) : std::nullopt;
    if (!rest || rest->value < 10 || rest->value > 99) return std::nullopt;
    return Read<int>{first->value * 100 + rest->value, rest->end};
}

}  // namespace

bool is_digits(const TimeText& in, std::size_t at, std::size_t most) {
    const std::string_view word = in.word(at);
    return in.text.is_number(at) && word.size() <= most &&
           std::all_of(word.begin(), word.end(), [](char each) { return each >= '0' && each <= '9'; });
}

int digits_at(const TimeText& in, std::size_t at) {
    int number = 0;
    for (const char each : in.word(at)) number = number * 10 + (each - '0');
    return number;
}

MaybeRead<int> read_cardinal(const TimeText& in, std::size_t at) {
    if (is_digits(in, at)) return Read<int>{digits_at(in, at), at + 1};
    const auto first = english_cardinal(in.word(at));
    if (!first) return std::nullopt;
    if (*first < 20) return Read<int>{static_cast<int>(*first), at + 1};
    const std::size_t next = behind_hyphen(in, at + 1);
    const auto ones = english_cardinal(in.word(next));
    if (ones && *ones > 0 && *ones < 10) return Read<int>{static_cast<int>(*first + *ones), next + 1};
    return Read<int>{static_cast<int>(*first), at + 1};
}

MaybeRead<int> read_ordinal(const TimeText& in, std::size_t at) {
    if (is_digits(in, at, 2)) {
        const bool ending = in.text.is_glued(at + 1) && in.is_any(at + 1, {"st", "nd", "rd", "th"});
        if (!ending) return std::nullopt;
        return Read<int>{digits_at(in, at), at + 2};
    }
    if (const auto word = english_ordinal(in.word(at))) return Read<int>{static_cast<int>(*word), at + 1};
    const auto tens = english_cardinal(in.word(at));
    if (!tens || *tens < 20) return std::nullopt;
    const std::size_t next = behind_hyphen(in, at + 1);
    const auto ones = english_ordinal(in.word(next));
    if (!ones || *ones > 9) return std::nullopt;
    return Read<int>{static_cast<int>(*tens + *ones), next + 1};
}

MaybeRead<int> read_year(const TimeText& in, std::size_t at) {
    if (in.text.is_number(at)) {
        if (in.word(at).size() != 4 || !is_digits(in, at) || !is_year(digits_at(in, at))) return std::nullopt;
        return Read<int>{digits_at(in, at), at + 1};
    }
    return read_word_year(in, at);
}

std::optional<int> full_year(int two_digits) {
    if (two_digits < 30) return 2000 + two_digits;
    if (two_digits >= 40) return 1900 + two_digits;
    return std::nullopt;
}

MaybeRead<int> read_year_behind(const TimeText& in, std::size_t at) {
    if (const auto year = read_year(in, at)) return year;
    const bool joined = in.is_any(at, {",", "of", "in", "-", "/"});
    const std::size_t next = joined ? in.skip(at + 1, {"the"}) : at;
    const std::size_t bare = in.skip(next, {"year"});
    if (const auto year = read_year(in, bare)) return year;
    const bool apostrophe = in.is(next, "'");
    const std::size_t number = apostrophe ? next + 1 : next;
    if ((in.is(at, "of") || apostrophe) && is_digits(in, number, 2) && in.word(number).size() == 2 &&
        !in.text.is_glued(number + 1)) {
        if (const auto year = full_year(digits_at(in, number))) return Read<int>{*year, number + 1};
    }
    return std::nullopt;
}

}  // namespace parlance::nlu
