#include "nlu/datetime/holidays.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "nlu/datetime/day_arithmetic.h"

namespace parlance::nlu {

namespace {

using Rule = Holiday::Rule;

constexpr Holiday fixed(int month, int day) {
    return {Rule::fixed, month, day, 0};
}
constexpr Holiday nth(int month, int count, int weekday, int offset = 0) {
    return {Rule::weekday, month, count, weekday, offset};
}
constexpr Holiday from_easter(int days) {
    return {Rule::easter, 0, days, 0};
}

// Spelled without apostrophes, and without "day" at the end: that may follow any of them. A name that is
// no holiday without it is in `with_day`.
const std::unordered_map<std::string_view, Holiday>& holidays() {
    static const std::unordered_map<std::string_view, Holiday> table{
        {"christmas", fixed(12, 25)},
        {"xmas", fixed(12, 25)},
        {"christmas eve", fixed(12, 24)},
        {"xmas eve", fixed(12, 24)},
        {"boxing day", fixed(12, 26)},
        {"new year", fixed(1, 1)},
        {"new years", fixed(1, 1)},
        {"new years day", fixed(1, 1)},
        {"new year eve", fixed(12, 31)},
        {"new years eve", fixed(12, 31)},
        {"valentines day", fixed(2, 14)},
        {"valentine day", fixed(2, 14)},
        {"saint valentines day", fixed(2, 14)},
        {"saint valentine day", fixed(2, 14)},
        {"st valentines day", fixed(2, 14)},
        {"saint patrick", fixed(3, 17)},
        {"st patrick", fixed(3, 17)},
        {"saint patricks day", fixed(3, 17)},
        {"st patricks day", fixed(3, 17)},
        {"st patrick day", fixed(3, 17)},
        {"april fools", fixed(4, 1)},
        {"april fools day", fixed(4, 1)},
        {"april fool day", fixed(4, 1)},
        {"earth day", fixed(4, 22)},
        {"may day", fixed(5, 1)},
        {"labour day", fixed(5, 1)},
        {"workers day", fixed(5, 1)},
        {"international workers day", fixed(5, 1)},
        {"cinco de mayo", fixed(5, 5)},
        {"juneteenth", fixed(6, 19)},
        {"independence day", fixed(7, 4)},
        {"us independence day", fixed(7, 4)},
        {"bastille day", fixed(7, 14)},
        {"halloween", fixed(10, 31)},
        {"halloween day", fixed(10, 31)},
        {"all saints day", fixed(11, 1)},
        {"all hallow day", fixed(11, 1)},
        {"all hallows day", fixed(11, 1)},
        {"all souls day", fixed(11, 2)},
        {"guy fawkes day", fixed(11, 5)},
        {"guy fawkes night", fixed(11, 5)},
        {"veterans day", fixed(11, 11)},
        {"remembrance day", fixed(11, 11)},
        {"groundhog day", fixed(2, 2)},
        {"womens day", fixed(3, 8)},
        {"international womens day", fixed(3, 8)},
        {"childrens day", fixed(6, 1)},
        {"epiphany", fixed(1, 6)},
        {"burns night", fixed(1, 25)},
        {"australia day", fixed(1, 26)},
        {"st davids day", fixed(3, 1)},
        {"pi day", fixed(3, 14)},
        {"tax day", fixed(4, 15)},
        {"emancipation day", fixed(4, 16)},
        {"st georges day", fixed(4, 23)},
        {"anzac day", fixed(4, 25)},
        {"kings day", fixed(4, 27)},
        {"flag day", fixed(6, 14)},
        {"canada day", fixed(7, 1)},
        {"assumption of mary", fixed(8, 15)},
        {"boss day", fixed(10, 16)},
        {"bosss day", fixed(10, 16)},
        {"bosses day", fixed(10, 16)},
        {"vegan day", fixed(11, 1)},
        {"world vegan day", fixed(11, 1)},
        {"world kindness day", fixed(11, 13)},
        {"st andrews day", fixed(11, 30)},
        {"world aids day", fixed(12, 1)},
        {"immaculate conception", fixed(12, 8)},
        {"human rights day", fixed(12, 10)},
        {"teachers day", fixed(10, 5)},
        {"singles day", fixed(11, 11)},
        {"inauguration day", fixed(1, 20)},
        {"martin luther king day", nth(1, 3, 1)},
        {"martin luther kings day", nth(1, 3, 1)},
        {"martin luther king jr", nth(1, 3, 1)},
        {"martin luther king junior", nth(1, 3, 1)},
        {"mlk day", nth(1, 3, 1)},
        {"mlk jr", nth(1, 3, 1)},
        {"presidents day", nth(2, 3, 1)},
        {"washingtons birthday", nth(2, 3, 1)},
        {"mothers day", nth(5, 2, 7)},
        {"mother day", nth(5, 2, 7)},
        {"memorial day", nth(5, -1, 1)},
        {"patriots day", nth(4, 3, 1)},
        {"arbor day", nth(4, -1, 5)},
        {"armed forces day", nth(5, 3, 6)},
        {"grandparents day", nth(9, 1, 1, 6)},
        {"fathers day", nth(6, 3, 7)},
        {"father day", nth(6, 3, 7)},
        {"labor day", nth(9, 1, 1)},
        {"columbus day", nth(10, 2, 1)},
        {"thanksgiving", nth(11, 4, 4)},
        {"thanksgiving day", nth(11, 4, 4)},
        {"thanks giving day", nth(11, 4, 4)},
        {"black friday", nth(11, 4, 4, 1)},
        {"cyber monday", nth(11, 4, 4, 4)},
        {"easter", from_easter(0)},
        {"easter sunday", from_easter(0)},
        {"easter day", from_easter(0)},
        {"easter monday", from_easter(1)},
        {"good friday", from_easter(-2)},
        {"easter saturday", from_easter(-1)},
        {"maundy thursday", from_easter(-3)},
        {"palm sunday", from_easter(-7)},
        {"ash wednesday", from_easter(-46)},
        {"mardi gras", from_easter(-47)},
        {"shrove tuesday", from_easter(-47)},
        {"pancake tuesday", from_easter(-47)},
        {"pancake day", from_easter(-47)},
        {"ascension day", from_easter(39)},
        {"whit sunday", from_easter(49)},
        {"pentecost", from_easter(49)},
        {"whit monday", from_easter(50)},
        {"trinity sunday", from_easter(56)},
        {"corpus christi", from_easter(60)},
    };
    return table;
}

constexpr std::size_t longest_name = 4;

// Meeus, Jones and Butcher's computation of the Gregorian Easter.
Day easter_sunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return *day_of(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1));
}

Day nth_weekday(int year, unsigned month, int count, unsigned weekday) {
    const Day first = *day_of(year, month, 1);
    const Day found = first + std::chrono::days((weekday + 7 - weekday_of(first)) % 7);
    if (count > 0) return found + std::chrono::days(7 * (count - 1));
    const Day fifth = found + std::chrono::days(28);
    return month_of(fifth) == month ? fifth : fifth - std::chrono::days(7);
}

}  // namespace

bool may_begin_holiday(std::string_view word) {
    static const std::unordered_set<std::string> first_words = [] {
        std::unordered_set<std::string> words;
        for (const auto& [name, holiday] : holidays()) words.emplace(name.substr(0, name.find(' ')));
        return words;
    }();
    std::string plain(word);
    std::erase(plain, '\'');
    return first_words.contains(plain);
}

MaybeRead<Holiday> read_holiday(const TimeText& in, std::size_t at) {
    MaybeRead<Holiday> best;
    if (!may_begin_holiday(in.word(at))) return best;
    std::string name;
    for (std::size_t count = 0; count < longest_name; ++count) {
        std::size_t word = at + count;
        if (!in.text.is_word(word)) break;
        if (count > 0) name.push_back(' ');
        for (const char each : in.word(word)) {
            if (each != '\'') name.push_back(each);
        }
        std::size_t end = word + 1;
        if (in.is(end, "'") && in.text.is_glued(end)) ++end;  // "workers' day"
        const auto found = holidays().find(name);
        if (found != holidays().end()) best = Read<Holiday>{found->second, end};
        if (end > word + 1) at += 1;
    }
    if (best && in.is(best->end, "day")) ++best->end;
    return best;
}

Day day_of_holiday(const Holiday& holiday, int year) {
    const std::chrono::days behind(holiday.offset);
    switch (holiday.rule) {
        case Rule::fixed:
            return *day_of(year, static_cast<unsigned>(holiday.month), static_cast<unsigned>(holiday.day)) +
                   behind;
        case Rule::weekday:
            return nth_weekday(year, static_cast<unsigned>(holiday.month), holiday.day,
                               static_cast<unsigned>(holiday.weekday)) +
                   behind;
        case Rule::easter: break;
    }
    return easter_sunday(year) + std::chrono::days(holiday.day) + behind;
}

}  // namespace parlance::nlu
