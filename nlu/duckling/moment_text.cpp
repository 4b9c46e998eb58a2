#include "nlu/duckling/moment_text.h"

#include <array>
#include <vector>

#include "nlu/datetime/day_arithmetic.h"

namespace parlance::nlu {

namespace {

constexpr std::chrono::hours corpus_offset{-2};

// So many digits at `at`, passed over; nothing when they are not there.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = 10 * number + (c - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

// "15", "15:00" or "15:00:00.000".
std::optional<std::chrono::seconds> take_clock(std::string_view& text) {
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !take(text, ":")) break;
        const auto part = take_digits(text, 2);
        if (!part) return std::nullopt;
        parts[i] = *part;
    }
    if (take(text, ".")) text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
    return std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1]) + std::chrono::seconds(parts[2]);
}

// "Z", "-02:00"; the corpora's own when there is none.
std::optional<std::chrono::seconds> take_offset(std::string_view& text) {
    if (text.empty()) return corpus_offset;
    if (take(text, "Z")) return std::chrono::seconds(0);
    const int sign = text.front() == '-' ? -1 : 1;
    if (!take(text, "+-")) return std::nullopt;
    const auto clock = take_clock(text);
    return clock ? std::optional(sign * *clock) : std::nullopt;
}

}  // namespace

std::string moment_text(Instant at) {
    std::string text = instant_text(at);
    text[text.find(' ')] = 'T';
    return text;
}

std::optional<Instant> instant_in(std::string_view text) {
    const auto year = take_digits(text, 4);
    if (!year || !take(text, "-")) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take(text, "-")) return std::nullopt;
    const auto number = take_digits(text, 2);
    const auto day =
        number ? day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*number)) : std::nullopt;
    if (!day) return std::nullopt;
    if (text.empty()) return *day;
    if (!take(text, "T ")) return std::nullopt;
    const auto clock = take_clock(text);
    const auto offset = clock ? take_offset(text) : std::nullopt;
    if (!offset || !text.empty()) return std::nullopt;
    return *day + *clock - *offset + corpus_offset;
}

std::optional<std::string> moment_in(std::string_view text) {
    const auto instant = instant_in(text);
    return instant ? std::optional(moment_text(*instant)) : std::nullopt;
}

std::string moment_of(std::span<const double> numbers) {
    const auto part = [&](std::size_t i, int otherwise) {
        return i < numbers.size() ? static_cast<int>(numbers[i]) : otherwise;
    };
    const auto day = day_of(part(0, 1), static_cast<unsigned>(part(1, 1)), static_cast<unsigned>(part(2, 1)));
    if (!day) return "no day";
    return moment_text(*day + std::chrono::hours(part(3, 0)) + std::chrono::minutes(part(4, 0)) +
                       std::chrono::seconds(part(5, 0)));
}

std::string moment_of(const JsonNode::Array& numbers) {
    std::vector<double> parts;
    for (const JsonNode& number : numbers) parts.push_back(number.number_or(0));
    return moment_of(std::span<const double>(parts));
}

}  // namespace parlance::nlu
