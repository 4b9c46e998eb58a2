#include "nlu/german_clock_reader.h"

#include <cmath>
#include <string_view>

#include "nlu/number_reader.h"
#include "nlu/word_table.h"

namespace parlance::nlu {

namespace {

constexpr int half_day = 12 * 60;
constexpr int day = 24 * 60;

// A whole number between two bounds, and the token behind it. "Ein" counts, as in "um ein Uhr".
struct Whole {
    int value = 0;
    std::size_t end = 0;
};

std::optional<Whole> read_whole(const TokenizedText& text, std::size_t at, int least, int most) {
    if (text.is(at, "ein") && least <= 1) return Whole{1, at + 1};
    const auto number = read_number(text, at, "de");
    if (!number || !number->is_whole() || number->value < least || number->value > most) return {};
    // Digits with a point or comma are a date or an amount.
    if (!number->in_words && text.text(at).find_first_of(".,") != std::string_view::npos) return {};
    return Whole{static_cast<int>(number->value), number->end};
}

// "nach" is 1, "vor" -1.
std::optional<int> direction(std::string_view word) {
    if (word == "nach") return 1;
    if (word == "vor") return -1;
    return std::nullopt;
}

// Minutes that are added to a full hour of the twelve, and the hour.
std::optional<GermanClock> around(const TokenizedText& text, std::size_t hour_at, int minutes) {
    const auto hour = read_whole(text, hour_at, 1, 12);
    if (!hour) return {};
    const std::size_t end = text.is(hour->end, "uhr") ? hour->end + 1 : hour->end;
    return GermanClock{(hour->value * 60 + minutes + half_day) % half_day, true, end};
}

// "halb drei"
std::optional<GermanClock> read_half(const TokenizedText& text, std::size_t at, int minutes = 0) {
    if (!text.is(at, "halb")) return {};
    return around(text, at + 1, minutes - 30);
}

// "Viertel nach acht", "drei viertel acht", "dreiviertel acht", "viertel acht"
std::optional<GermanClock> read_quarter(const TokenizedText& text, std::size_t at) {
    if (text.is(at, "dreiviertel")) return around(text, at + 1, -15);
    if (text.is(at, "drei") && text.is(at + 1, "viertel")) return around(text, at + 2, -15);
    if (!text.is(at, "viertel")) return {};
    if (const auto sign = direction(text.text(at + 1))) return around(text, at + 2, *sign * 15);
    return around(text, at + 1, -45);
}

// "zehn nach acht", "fuenf vor halb neun": of a bare number only behind a word of time or with "Minuten".
std::optional<GermanClock> read_minutes_around(const TokenizedText& text, std::size_t at) {
    static constexpr auto before =
        word_table<bool>({{"um", true}, {"gegen", true}, {"ab", true}, {"bis", true}});
    const auto minutes = read_whole(text, at, 1, 29);
    if (!minutes) return {};
    const bool is_said = text.is(minutes->end, "minuten") || text.is(minutes->end, "min");
    const std::size_t sign_at = is_said ? minutes->end + 1 : minutes->end;
    const auto sign = direction(text.text(sign_at));
    if (!sign) return {};
    if (auto half = read_half(text, sign_at + 1, *sign * minutes->value)) return half;
    const bool is_time = is_said || (at > 0 && before.contains(text.text(at - 1)));
    return is_time ? around(text, sign_at + 1, *sign * minutes->value) : std::nullopt;
}

// "14 Uhr 30", "acht Uhr", "14:30", "14:30 Uhr"
std::optional<GermanClock> read_hours(const TokenizedText& text, std::size_t at) {
    const auto hour = read_whole(text, at, 0, 24);
    if (!hour) return {};
    if (text.is(hour->end, ":") && text.is_number(hour->end + 1) && text.text(hour->end + 1).size() == 2) {
        const auto minute = read_whole(text, hour->end + 1, 0, 59);
        if (!minute) return {};
        const std::size_t end = text.is(minute->end, "uhr") ? minute->end + 1 : minute->end;
        return GermanClock{(hour->value * 60 + minute->value) % day, false, end};
    }
    if (!text.is(hour->end, "uhr")) return {};
    const auto minute = read_whole(text, hour->end + 1, 1, 59);
    const bool is_either = hour->value >= 1 && hour->value <= 12 && !minute;
    return GermanClock{(hour->value * 60 + (minute ? minute->value : 0)) % day, is_either,
                       minute ? minute->end : hour->end + 1};
}

// Behind a time: which half of the day it is in, as its first hour's minute.
std::optional<int> half_of_day(std::string_view word) {
    static constexpr auto halves = word_table<int>(
        {{"morgens", 0}, {"früh", 0}, {"vormittags", 0}, {"nachmittags", half_day}, {"abends", half_day}});
    return halves.find(word);
}

// "nachts um drei" is before six, "nachts um elf" after.
int by_night(int minute) {
    constexpr int six = 6 * 60;
    return minute % half_day < six ? minute % half_day : minute % half_day + half_day;
}

// "Halb zwölf mittags" is before noon, "ein Uhr mittags" after.
int by_noon(int minute) {
    constexpr int ten = 10 * 60;
    return minute % half_day < ten ? minute % half_day + half_day : minute % half_day;
}

GermanClock settled(const TokenizedText& text, GermanClock clock) {
    if (!clock.is_either) return clock;
    if (text.is(clock.end, "nachts")) return {by_night(clock.minute), false, clock.end + 1};
    if (text.is(clock.end, "mittags")) return {by_noon(clock.minute), false, clock.end + 1};
    const auto half = half_of_day(text.text(clock.end));
    if (!half) return clock;
    return {clock.minute % half_day + *half, false, clock.end + 1};
}

}  // namespace

std::optional<GermanClock> read_german_clock(const TokenizedText& text, std::size_t at) {
    for (const auto reader : {read_quarter, read_minutes_around, read_hours}) {
        if (const auto clock = reader(text, at)) return settled(text, *clock);
    }
    if (const auto clock = read_half(text, at)) return settled(text, *clock);
    return std::nullopt;
}

}  // namespace parlance::nlu
