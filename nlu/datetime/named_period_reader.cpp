#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/period_reader.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

SaidPeriod year_period(int year) {
    SaidPeriod period = definite_period(padded(year, 4), month_span(year, 1, 12), Grain::year);
    period.in_numbers = true;
    return period;
}

SaidPeriod part_of_year(int year, int part, int length) {
    const auto month = static_cast<unsigned>((part - 1) * length + 1);
    return spelled_period(month_span(year, month, length), "P" + std::to_string(length) + "M",
                          Grain::quarter);
}

// "of 2019", "2019", "of this year", "next year".
MaybeRead<int> read_said_year(const TimeText& in, std::size_t at) {
    if (const auto year = read_year_behind(in, at)) return year;
    const std::size_t next = in.skip(at, {"of", "in"});
    const auto shift = shift_word(in.word(next));
    if (shift && in.is_any(next + 1, {"year", "year's", "years"}))
        return Read<int>{year_of(in.today()) + shift->shift, next + 2};
    return std::nullopt;
}

// A preposition before a name that may be another word: "in may", "since march".
bool is_opened(const TimeText& in, std::size_t at) {
    if (at > 1 && in.is(at - 1, "and")) return month_word(in.word(at - 2)).has_value();
    return at > 0 && in.is_any(at - 1, {"in", "since", "until", "till", "to", "through", "of", "during", "by",
                                        "from", "mid", "late", "early", "before", "after"});
}

// "jan", "last sept", "april of 87", "june next year", "dec-2018".
MaybeRead<SaidPeriod> read_month(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    const std::size_t start = in.is(at, "month") && in.is(at + 1, "of") ? at + 2 : at;
    const std::size_t name = shift ? at + 1 : start;
    const auto month = month_word(in.word(name));
    if (!month || (name > 0 && in.text.is_glued(name) && !in.is_any(name - 1, {"-", "(", "~", "/"})))
        return std::nullopt;
    // "31 february": a day that the month lacks makes no month of it.
    if (name > 0 && is_digits(in, name - 1, 2)) return std::nullopt;
    const bool verb = is_doubtful_alone(in.word(name)) && in.text.is_word(name + 1) &&
                      !in.is_any(name + 1, {"to", "till", "until", "through", "and"});
    if (shift && verb && !is_opened(in, at)) return std::nullopt;
    if (shift) {
        int year = year_of(in.today());
        if (shift->shift > 0 && *month <= month_of(in.today())) ++year;
        if (shift->shift < 0 && *month >= month_of(in.today())) --year;
        return Read<SaidPeriod>{month_period(year, *month), name + 1};
    }
    const std::size_t behind =
        in.is(name + 1, ".") && in.word(name).size() < 5 && in.text.is_number(name + 2) ? name + 2 : name + 1;
    if (const auto year = read_said_year(in, behind))
        return Read<SaidPeriod>{month_period(year->value, *month), year->end};
    const bool joined = in.is_any(name + 1, {"-", "to", "till", "until", "through"});
    if (is_doubtful_alone(in.word(name)) && !joined && !is_opened(in, name) && name == at)
        return std::nullopt;
    return Read<SaidPeriod>{month_without_year(in, *month), name + 1};
}

// "12-2015", "2015/3", "2016 , nov", "2016 - 11".
MaybeRead<SaidPeriod> read_month_in_numbers(const TimeText& in, std::size_t at) {
    const bool year_first = read_year(in, at).has_value() && in.text.is_number(at);
    const std::size_t mark = at + 1;
    if (!in.is_any(mark, {"-", "/", ","}) && !(year_first && month_word(in.word(mark)))) return std::nullopt;
    const std::size_t other = in.skip(mark, {"-", "/", ","});
    const std::size_t month_at = year_first ? other : at;
    const std::size_t year_at = year_first ? at : other;
    const auto year = in.text.is_number(year_at) ? read_year(in, year_at) : std::nullopt;
    if (!year || (at > 0 && in.text.is_glued(at) && !in.is_any(at - 1, {"(", "~"}))) return std::nullopt;
    const bool longer_number = in.is_any(other + 1, {"-", "/"}) && in.text.is_glued(other + 1);
    if (const auto name = year_first ? month_word(in.word(month_at)) : std::nullopt)
        return Read<SaidPeriod>{month_period(year->value, *name), other + 1};
    if (!is_digits(in, month_at, 2) || in.is(mark, ",") || longer_number) return std::nullopt;
    const int month = digits_at(in, month_at);
    if (month < 1 || month > 12) return std::nullopt;
    return Read<SaidPeriod>{month_period(year->value, static_cast<unsigned>(month)), other + 1};
}

// "1990s", "1990 s", "nineteen seventies", "the 70's".
MaybeRead<SaidPeriod> read_decade(const TimeText& in, std::size_t at) {
    const auto decade = [](int year, std::size_t end) {
        return Read<SaidPeriod>{spelled_period(month_span(year, 1, 120), "P10Y", Grain::year), end};
    };
    const std::size_t start = in.skip(at, {"the"});
    if (in.text.is_number(start)) {
        const std::size_t next = in.skip(start + 1, {"'"});
        if (!in.is_any(next, {"s", "'s"})) return std::nullopt;
        const auto year = read_year(in, start);
        if (year && year->value % 10 == 0) return decade(year->value, next + 1);
        return std::nullopt;
    }
    static constexpr std::string_view names[] = {"twenties", "thirties",  "forties",  "fifties",
                                                 "sixties",  "seventies", "eighties", "nineties"};
    const auto century = read_cardinal(in, start);
    if (!century || in.text.is_number(start)) return std::nullopt;
    for (int i = 0; i < 8; ++i) {
        if (in.is(century->end, names[i]) && century->value >= 15 && century->value <= 20)
            return decade(century->value * 100 + 20 + 10 * i, century->end + 1);
    }
    return std::nullopt;
}

// "15th century".
MaybeRead<SaidPeriod> read_century(const TimeText& in, std::size_t at) {
    const auto ordinal = read_ordinal(in, at);
    if (!ordinal || !in.is(ordinal->end, "century") || ordinal->value < 2 || ordinal->value > 30)
        return std::nullopt;
    const int year = (ordinal->value - 1) * 100;
    return Read<SaidPeriod>{spelled_period(month_span(year, 1, 1200), "P100Y", Grain::year),
                            ordinal->end + 1};
}

struct YearPart {
    int part;
    int length;  // months
    std::size_t end;
    bool short_form = false;
};

// "q1", "h2", "[the] third quarter", "first half".
std::optional<YearPart> read_year_part(const TimeText& in, std::size_t at) {
    if (in.is_any(at, {"q", "h"}) && in.text.is_glued(at + 1) && is_digits(in, at + 1, 1)) {
        const bool quarter = in.is(at, "q");
        const int part = digits_at(in, at + 1);
        if (part < 1 || part > (quarter ? 4 : 2) || in.is_any(at + 2, {"%"})) return std::nullopt;
        return YearPart{part, quarter ? 3 : 6, at + 2, true};
    }
    const std::size_t start = in.skip(at, {"the"});
    const auto ordinal = in.is(start, "last") ? MaybeRead<int>{{-1, start + 1}} : read_ordinal(in, start);
    if (!ordinal || !in.is_any(ordinal->end, {"quarter", "half"})) return std::nullopt;
    const bool quarter = in.is(ordinal->end, "quarter");
    const int most = quarter ? 4 : 2;
    const int part = ordinal->value < 0 ? most : ordinal->value;
    if (part < 1 || part > most) return std::nullopt;
    return YearPart{part, quarter ? 3 : 6, ordinal->end + 1};
}

SaidPeriod part_without_year(const TimeText& in, const YearPart& part) {
    const int year = year_of(in.today());
    SaidPeriod period = part_of_year(year, part.part, part.length);
    const bool begun = Instant(period.future.first) < in.now;
    period.past = part_of_year(begun ? year : year - 1, part.part, part.length).past;
    period.future = part_of_year(begun ? year + 1 : year, part.part, part.length).past;
    const auto open = [](Day day) { return date_timex(0, month_of(day), 1); };
    period.timex = "(" + open(period.future.first) + "," + open(period.future.end) + ",P" +
                   std::to_string(part.length) + "M)";
    return period;
}

MaybeRead<SaidPeriod> read_quarter(const TimeText& in, std::size_t at) {
    if (const auto part = read_year_part(in, at)) {
        if (const auto year = read_said_year(in, part->end))
            return Read<SaidPeriod>{part_of_year(year->value, part->part, part->length), year->end};
        const auto of_year = in.behind(part->end, {"of", "the", "year"});
        if (part->short_form || of_year)
            return part->length == 3
                       ? MaybeRead<SaidPeriod>{{part_without_year(in, *part), of_year.value_or(part->end)}}
                       : std::nullopt;
        return std::nullopt;
    }
    // "2017 q1", "next year's first quarter".
    MaybeRead<int> year = in.text.is_number(at) ? read_year(in, at) : std::nullopt;
    if (const auto shift = shift_word(in.word(at)); shift && in.is_any(at + 1, {"year", "year's"}))
        year = Read<int>{year_of(in.today()) + shift->shift, at + 2};
    if (!year) return std::nullopt;
    const auto part = read_year_part(in, in.skip(year->end, {"-", ",", "/"}));
    if (!part) return std::nullopt;
    return Read<SaidPeriod>{part_of_year(year->value, part->part, part->length), part->end};
}

SaidPeriod unresolved_period(std::string timex) {
    SaidPeriod period;
    period.timex = std::move(timex);
    period.grain = Grain::year;
    period.resolved = false;
    return period;
}

// "cy18", "fiscal year 2008", "this school year".
MaybeRead<SaidPeriod> read_kind_of_year(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    std::size_t next = shift ? at + 1 : at;
    std::string_view code;
    if (in.is(next, "cy") || (in.is(next, "calendar") && in.is(next + 1, "year"))) code = "CY";
    if (in.is(next, "fy") || (in.is_any(next, {"fiscal", "financial"}) && in.is(next + 1, "year")))
        code = "FY";
    if (in.is(next, "sy") || (in.is_any(next, {"school", "academic"}) && in.is(next + 1, "year")))
        code = "SY";
    if (code.empty()) return std::nullopt;
    const bool in_short = in.word(next).size() == 2;
    next += in_short ? 1 : 2;
    auto year = read_year_behind(in, next);
    if (!year && is_digits(in, next, 2) && in.text.is_glued(next)) {
        if (const auto full = full_year(digits_at(in, next))) year = Read<int>{*full, next + 1};
    }
    if (!year && shift) year = Read<int>{year_of(in.today()) + shift->shift, next};
    if (!year && (in_short || code == "CY")) return std::nullopt;
    const std::size_t end = year ? year->end : next;
    if (code == "CY") return Read<SaidPeriod>{year_period(year->value), end};
    return Read<SaidPeriod>{unresolved_period(std::string(code) + (year ? padded(year->value, 4) : "XXXX")),
                            end};
}

// "summer", "this summer", "winter 2020", "fall of next year".
MaybeRead<SaidPeriod> read_season(const TimeText& in, std::size_t at) {
    const auto shift = shift_word(in.word(at));
    const std::size_t name = shift ? at + 1 : in.skip(at, {"the"});
    const auto season = season_word(in.word(name));
    if (!season || (name > at && !shift)) return std::nullopt;
    if (shift)
        return Read<SaidPeriod>{
            unresolved_period(padded(year_of(in.today()) + shift->shift, 4) + "-" + std::string(*season)),
            name + 1};
    if (const auto year = read_said_year(in, name + 1))
        return Read<SaidPeriod>{unresolved_period(padded(year->value, 4) + "-" + std::string(*season)),
                                year->end};
    if (is_doubtful_alone(in.word(name)) && !(at > 0 && in.is_any(at - 1, {"in", "the", "this", "during"})))
        return std::nullopt;
    return Read<SaidPeriod>{unresolved_period(std::string(*season)), name + 1};
}

// A bare number is a year unless it counts what follows ("2000 pieces") or is part of a code.
bool counts_things(const TimeText& in, std::size_t at) {
    if (!in.text.is_word(at + 1)) return in.is_any(at + 1, {"%", "$"});
    const std::string_view next = in.word(at + 1);
    const bool opened = at > 0 && in.is_any(at - 1, {"in", "of", "since", "until", "during", "by", "from",
                                                     "before", "after", "to"});
    return !opened && next.size() > 4 && next.back() == 's' &&
           !in.is_any(at + 1, {"sales", "was", "is", "results"});
}

MaybeRead<SaidPeriod> read_bare_year(const TimeText& in, std::size_t at) {
    const std::size_t start = in.is(at, "year") ? in.skip(at + 1, {"of"}) : at;
    const auto year = read_year(in, start);
    if (!year) return std::nullopt;
    if (in.text.is_number(start)) {
        const bool code_before = start > 0 && in.text.is_glued(start) &&
                                 !in.is_any(start - 1, {"(", "~", "-", "=", ">", "<", "\"", "'"});
        const bool code_after = in.text.is_glued(year->end) &&
                                (in.is_any(year->end, {"/", ":", "%"}) || in.text.is_word(year->end));
        const bool dashed = start > 0 && in.text.is_glued(start) && in.is(start - 1, "-") &&
                            !(start > 1 && read_year(in, start - 2) && !in.text.is_glued(start - 2));
        const bool near_number = start > 1 && in.is_any(start - 1, {"-"}) && in.text.is_number(start - 2) &&
                                 in.word(start - 2).size() != 4;
        const bool number_behind =
            in.is(year->end, "-") && in.text.is_number(year->end + 1) && in.word(year->end + 1).size() != 4;
        const bool money = start > 0 && in.is_any(start - 1, {"$", "\u20ac", "\u00a3", "#"});
        if (code_before || code_after || dashed || near_number || number_behind || money) return std::nullopt;
        if (start == at && counts_things(in, start)) return std::nullopt;
    } else if (year->end < start + 2 || (year->value == 2000 && start == at)) {
        return std::nullopt;
    }
    const bool of_year = in.is(at, "year") && in.is(at + 1, "of");
    if (of_year) return std::nullopt;
    return Read<SaidPeriod>{year_period(year->value), year->end};
}

}  // namespace

MaybeRead<SaidPeriod> read_named_period(const TimeText& in, std::size_t at) {
    auto period = longer(read_quarter(in, at), read_month_in_numbers(in, at));
    period = longer(std::move(period), read_month(in, at));
    period = longer(std::move(period), read_decade(in, at));
    period = longer(std::move(period), read_century(in, at));
    period = longer(std::move(period), read_kind_of_year(in, at));
    period = longer(std::move(period), read_season(in, at));
    return longer(std::move(period), read_bare_year(in, at));
}

}  // namespace parlance::nlu
