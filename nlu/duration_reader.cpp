#include "nlu/duration_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "nlu/number_reader.h"

namespace parlance::nlu {

namespace {

// A unit's name: how many of which unit it stands for.
struct UnitWord {
    std::string_view text;
    TimeUnit unit;
    double worth = 1;
};

constexpr std::array<UnitWord, 24> german_units{{
    {"sekunde", TimeUnit::second},    {"sekunden", TimeUnit::second},    {"minute", TimeUnit::minute},
    {"minuten", TimeUnit::minute},    {"min", TimeUnit::minute},         {"stunde", TimeUnit::hour},
    {"stunden", TimeUnit::hour},      {"std", TimeUnit::hour},           {"h", TimeUnit::hour},
    {"tag", TimeUnit::day},           {"tage", TimeUnit::day},           {"tagen", TimeUnit::day},
    {"woche", TimeUnit::week},        {"wochen", TimeUnit::week},        {"monat", TimeUnit::month},
    {"monate", TimeUnit::month},      {"monaten", TimeUnit::month},      {"monats", TimeUnit::month},
    {"quartale", TimeUnit::month, 3}, {"quartalen", TimeUnit::month, 3}, {"jahr", TimeUnit::year},
    {"jahre", TimeUnit::year},        {"jahren", TimeUnit::year},        {"jahrzehnt", TimeUnit::year, 10},
}};

std::optional<UnitWord> unit_named(std::string_view word) {
    for (const UnitWord& entry : german_units) {
        if (entry.text == word) return entry;
    }
    return std::nullopt;
}

// How many: a number, an article, "ein halbes".
struct AmountReading {
    double amount = 0;
    std::size_t end = 0;
};

std::optional<AmountReading> read_german_amount(const TokenizedText& text, std::size_t at) {
    const std::string_view word = text.text(at);
    const bool article = word.starts_with("ein") && word.size() <= 5;
    const std::size_t next = article ? at + 1 : at;
    if (text.text(next).starts_with("halb") && text.text(next).size() <= 6)
        return AmountReading{0.5, next + 1};
    if (article) return AmountReading{1, next};
    return std::nullopt;
}

std::optional<AmountReading> read_amount(const TokenizedText& text, std::size_t at) {
    const auto number = read_number(text, at, "de");
    if (number) {
        std::size_t end = number->end;
        if (text.is(end, "-") && text.is_glued(end) && text.is_glued(end + 1)) ++end;
        return AmountReading{number->value, end};
    }
    return read_german_amount(text, at);
}

// One amount with its unit.
std::optional<DurationReading> read_part(const TokenizedText& text, std::size_t at) {
    const auto amount = read_amount(text, at);
    if (!amount) return std::nullopt;
    const auto unit = unit_named(text.text(amount->end));
    if (!unit) return std::nullopt;
    DurationReading reading;
    reading.duration.of(unit->unit) = amount->amount * unit->worth;
    reading.end = amount->end + 1;
    return reading;
}

// Moves the fraction of a unit into the next smaller one when it comes out whole there.
void move_fraction(Duration& duration, TimeUnit from, TimeUnit to, double factor) {
    const double whole = std::floor(duration.of(from));
    const double smaller = (duration.of(from) - whole) * factor;
    if (smaller == 0 || std::abs(smaller - std::round(smaller)) > 1e-9) return;
    duration.of(from) = whole;
    duration.of(to) += std::round(smaller);
}

Duration settled(Duration duration) {
    move_fraction(duration, TimeUnit::year, TimeUnit::month, 12);
    move_fraction(duration, TimeUnit::week, TimeUnit::day, 7);
    move_fraction(duration, TimeUnit::day, TimeUnit::hour, 24);
    move_fraction(duration, TimeUnit::hour, TimeUnit::minute, 60);
    return duration;
}

std::string plain(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace

int Duration::whole_days() const {
    const double days = std::round(of(TimeUnit::week) * 7 + of(TimeUnit::day));
    return static_cast<int>(std::clamp(days, -1e6, 1e6));
}

int Duration::whole_months() const {
    const double months = std::round(of(TimeUnit::year) * 12 + of(TimeUnit::month));
    return static_cast<int>(std::clamp(months, -12e3, 12e3));
}

bool Duration::has_days_or_more() const {
    return of(TimeUnit::day) + of(TimeUnit::week) + of(TimeUnit::month) + of(TimeUnit::year) > 0;
}

std::optional<DurationReading> read_duration(const TokenizedText& text, std::size_t at) {
    auto reading = read_part(text, at);
    if (!reading) return std::nullopt;
    // Smaller units may follow: "2 Jahre und 3 Monate".
    for (int count = 0; count < 4; ++count) {
        std::size_t next = reading->end;
        if (text.is(next, "und") || text.is(next, ",")) ++next;
        const auto more = read_part(text, next);
        if (!more) break;
        const auto is_used = [](double amount) { return amount != 0; };
        const auto& before = reading->duration.amounts;
        const auto& after = more->duration.amounts;
        const auto smallest = std::find_if(before.begin(), before.end(), is_used) - before.begin();
        const auto largest = after.rend() - std::find_if(after.rbegin(), after.rend(), is_used) - 1;
        if (largest >= smallest) break;
        for (std::size_t i = 0; i < after.size(); ++i) reading->duration.amounts[i] += after[i];
        reading->end = more->end;
    }
    return reading;
}

std::string to_iso_text(const Duration& said) {
    Duration duration = settled(said);
    const bool only_weeks = std::count_if(duration.amounts.begin(), duration.amounts.end(),
                                          [](double amount) { return amount != 0; }) == 1;
    if (!only_weeks) {
        duration.of(TimeUnit::day) += duration.of(TimeUnit::week) * 7;
        duration.of(TimeUnit::week) = 0;
    }
    using Letter = std::pair<TimeUnit, char>;
    std::string text = "P";
    const auto append = [&](const std::vector<Letter>& letters, const std::string& mark) {
        std::string part;
        for (const auto& [unit, letter] : letters) {
            if (duration.of(unit) != 0) part.append(plain(duration.of(unit))).push_back(letter);
        }
        if (!part.empty()) text.append(mark).append(part);
    };
    append({{TimeUnit::year, 'Y'}, {TimeUnit::month, 'M'}, {TimeUnit::week, 'W'}, {TimeUnit::day, 'D'}}, "");
    append({{TimeUnit::hour, 'H'}, {TimeUnit::minute, 'M'}, {TimeUnit::second, 'S'}}, "T");
    return text == "P" ? "PT0S" : text;
}

}  // namespace parlance::nlu
