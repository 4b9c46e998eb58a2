#include "nlu/datetime/span_reader.h"

#include <cmath>
#include <cstdlib>
#include "nlu/datetime/reading_memo.h"

#include "nlu/datetime/count_reader.h"
#include "nlu/datetime/time_lexicon.h"

namespace parlance::nlu {

namespace {

using Part = TimeSpan::Part;

double seconds_in(const Part& part) {
    double unit = 1;
    switch (part.grain) {
        case Grain::second: unit = 1; break;
        case Grain::minute: unit = 60; break;
        case Grain::hour: unit = 3600; break;
        case Grain::day: unit = 86'400; break;
        case Grain::week: unit = 7 * 86'400; break;
        case Grain::weekend: unit = 2 * 86'400; break;
        case Grain::month: unit = 30 * 86'400; break;
        case Grain::quarter: unit = 91.25 * 86'400; break;
        case Grain::year: unit = 365 * 86'400; break;
    }
    return unit * part.count * part.scale;
}

std::string_view letter_of(const Part& part) {
    if (part.business) return "BD";
    switch (part.grain) {
        case Grain::second: return "S";
        case Grain::minute:
        case Grain::month:
        case Grain::quarter: return "M";
        case Grain::hour: return "H";
        case Grain::day: return "D";
        case Grain::week: return "W";
        case Grain::weekend: return "WE";
        case Grain::year: break;
    }
    return "Y";
}

std::string plain(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::optional<double> decimal_at(const TimeText& in, std::size_t at) {
    const std::string word(in.word(at));
    if (!in.text.is_number(at) || word.find_first_not_of("0123456789.") != std::string::npos)
        return std::nullopt;
    char* end = nullptr;
    const double value = std::strtod(word.c_str(), &end);
    if (*end != '\0' || value > 1e6) return std::nullopt;
    return value;
}

std::optional<double> fraction_of(std::string_view word) {
    if (word == "half" || word == "\u00bd") return 0.5;
    if (word == "quarter" || word == "\u00bc") return 0.25;
    return std::nullopt;
}

// "and a half", "and half", "and a quarter" behind a number or a unit.
MaybeRead<double> read_fraction(const TimeText& in, std::size_t at) {
    if (!in.is(at, "and")) return std::nullopt;
    const std::size_t next = in.skip(at + 1, {"a"});
    const auto fraction = fraction_of(in.word(next));
    if (!fraction) return std::nullopt;
    return Read<double>{*fraction, next + 1};
}

MaybeRead<double> read_vague_amount(const TimeText& in, std::size_t at) {
    const std::size_t word = in.skip(at, {"a"});
    if (in.is_any(word, {"few", "several"})) return Read<double>{3, word + 1};
    if (in.is(at, "some")) return Read<double>{3, at + 1};
    if (in.is(word, "couple")) return Read<double>{2, in.skip(word + 1, {"of"})};
    return std::nullopt;
}

MaybeRead<Part> read_part(const TimeText& in, std::size_t at) {
    const auto amount = read_amount(in, at);
    if (!amount) return std::nullopt;
    std::size_t word = amount->end;
    const bool business = in.is_any(word, {"business", "working", "work"});
    if (business) ++word;
    word = in.skip(word, {"more", "full", "-"});
    auto unit = unit_word(in.word(word));
    if (in.text.is_number(word - 1) && in.is(word, "h")) unit = UnitWord{Grain::hour};
    if (in.text.is_glued(word) && in.text.is_number(word - 1) && !unit) {
        if (in.is(word, "d")) unit = UnitWord{Grain::day};
        if (in.is(word, "w")) unit = UnitWord{Grain::week};
        if (in.is(word, "y")) unit = UnitWord{Grain::year};
    }
    if (!unit || (business && unit->grain != Grain::day)) return std::nullopt;
    const bool vague = in.is_any(at, {"some", "few", "several"});
    if (vague && !unit->plural) return std::nullopt;
    Part part{amount->value, unit->grain, unit->count, business};
    if (part.grain == Grain::quarter) part.scale = 3;
    std::size_t end = word + 1;
    if (const auto fraction = read_fraction(in, end)) {
        part.count += fraction->value;
        end = fraction->end;
    }
    return Read<Part>{part, end};
}

bool is_below(const Part& part, const Part& before) {
    return seconds_in({1, part.grain, part.scale}) < seconds_in({1, before.grain, before.scale});
}

MaybeRead<TimeSpan> read_span_afresh(const TimeText& in, std::size_t at) {
    auto part = read_part(in, at);
    if (!part) return std::nullopt;
    Read<TimeSpan> read{{{part->value}}, part->end};
    // Smaller units may follow.
    while (true) {
        const std::size_t next = in.skip(in.skip(read.end, {","}), {"and"});
        part = read_part(in, next);
        if (!part || !is_below(part->value, read.value.parts.back())) return read;
        read.value.parts.push_back(part->value);
        read.end = part->end;
    }
}

}  // namespace

bool TimeSpan::is_calendar() const {
    for (const Part& part : parts) {
        if (part.grain < Grain::day) return false;
    }
    return true;
}

std::string TimeSpan::timex() const {
    std::string text = "P";
    bool in_day = false;
    for (const Part& part : parts) {
        if (part.grain < Grain::day && !in_day) {
            text.push_back('T');
            in_day = true;
        }
        text.append(plain(part.count * part.scale)).append(letter_of(part));
    }
    return text;
}

double TimeSpan::seconds() const {
    double total = 0;
    for (const Part& part : parts) total += seconds_in(part);
    return total;
}

Day plus(Day day, const TimeSpan& span, int sign) {
    for (const Part& part : span.parts) {
        const double count = std::trunc(part.count) * part.scale * sign;
        const int whole = static_cast<int>(std::min(std::max(count, -1e5), 1e5));
        if (part.business) {
            day = plus_business_days(day, whole);
        } else if (part.grain == Grain::year) {
            day = plus_months(day, 12 * whole);
        } else if (part.grain == Grain::month || part.grain == Grain::quarter) {
            day = plus_months(day, whole);
        } else if (part.grain == Grain::week || part.grain == Grain::weekend) {
            day += std::chrono::days(7 * whole);
        } else if (part.grain == Grain::day) {
            day += std::chrono::days(whole);
        }
    }
    return day;
}

Instant plus(Instant instant, const TimeSpan& span, int sign) {
    const Day day = std::chrono::floor<std::chrono::days>(instant);
    Instant moved = plus(day, span, sign) + (instant - day);
    for (const Part& part : span.parts) {
        if (part.grain >= Grain::day) continue;
        moved += std::chrono::seconds(static_cast<std::int64_t>(std::min(seconds_in(part), 1e9)) * sign);
    }
    return moved;
}

MaybeRead<double> read_amount(const TimeText& in, std::size_t at) {
    if (const auto vague = read_vague_amount(in, at)) return vague;
    const bool article = in.is_any(at, {"a", "an"});
    const std::size_t word = article ? at + 1 : at;
    if (const auto fraction = fraction_of(in.word(word)); fraction && (article || !in.is(word, "quarter")))
        return Read<double>{*fraction, in.skip(word + 1, {"a", "an"})};
    // a half in one character is folded into three.
    if (is_digits(in, at, 1) && in.is(at + 1, "\u2044") && is_digits(in, at + 2, 1) &&
        digits_at(in, at + 2) > 0)
        return Read<double>{static_cast<double>(digits_at(in, at)) / digits_at(in, at + 2), at + 3};
    if (article || in.is(at, "another")) return Read<double>{1, in.skip(word, {"another"})};
    MaybeRead<double> amount;
    if (const auto decimal = decimal_at(in, at)) {
        amount = Read<double>{*decimal, at + 1};
    } else if (const auto count = read_cardinal(in, at)) {
        amount = Read<double>{static_cast<double>(count->value), count->end};
    }
    if (!amount) return std::nullopt;
    if (in.is(amount->end, "hundred")) amount = Read<double>{amount->value * 100, amount->end + 1};
    if (const auto fraction = read_fraction(in, amount->end)) {
        return Read<double>{amount->value + fraction->value, in.skip(fraction->end, {"of", "a", "an"})};
    }
    return amount;
}

MaybeRead<TimeSpan> read_span(const TimeText& in, std::size_t at) {
    return in.memo->spans.at(at, [&] { return read_span_afresh(in, at); });
}

}  // namespace parlance::nlu
