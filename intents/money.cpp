#include "intents/money.h"

#include <array>
#include <charconv>

namespace parlance {

namespace {

// The currencies whose minor unit is not a hundredth (ISO 4217); all others have two decimals.
constexpr std::array<std::string_view, 8> without_decimals{"JPY", "KRW", "ISK", "CLP",
                                                           "VND", "XAF", "XOF", "PYG"};
constexpr std::array<std::string_view, 5> with_three_decimals{"KWD", "BHD", "OMR", "JOD", "TND"};

std::int64_t minor_units_of_one(const CurrencyCode& currency) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals_of(currency); ++i) scale *= 10;
    return scale;
}

bool is_currency(std::string_view letters) {
    if (letters.size() != 3) return false;
    for (const char letter : letters) {
        if (letter < 'A' || letter > 'Z') return false;
    }
    return true;
}

bool read_digits(std::string_view digits, std::int64_t& value) {
    const auto [stop, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return failure == std::errc{} && stop == digits.data() + digits.size() && !digits.empty() &&
           digits[0] != '-';
}

}  // namespace

int decimals_of(const CurrencyCode& currency) {
    for (const auto letters : without_decimals) {
        if (currency.letters == letters) return 0;
    }
    for (const auto letters : with_three_decimals) {
        if (currency.letters == letters) return 3;
    }
    return 2;
}

std::string to_text(const Money& money) {
    const int decimals = decimals_of(money.currency);
    const bool negative = money.minor_units < 0;
    // Through unsigned, so that the most negative amount has an absolute value too.
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(money.minor_units)
                                    : static_cast<std::uint64_t>(money.minor_units);
    std::string digits = std::to_string(magnitude);
    const auto wanted = static_cast<std::size_t>(decimals) + 1;
    if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - static_cast<std::size_t>(decimals), 1, '.');
    return (negative ? "-" : "") + digits + " " + money.currency.letters;
}

Result<Money> parse_money(std::string_view text) {
    const Error bad{ErrorCode::bad_request, "not an amount such as 12.50 EUR: \"" + std::string(text) + "\""};
    const auto space = text.rfind(' ');
    if (space == std::string_view::npos || !is_currency(text.substr(space + 1))) return bad;
    const CurrencyCode currency{std::string(text.substr(space + 1))};
    std::string_view digits = text.substr(0, space);
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    const auto point = digits.find('.');
    std::int64_t whole = 0;
    std::int64_t fraction = 0;
    if (!read_digits(digits.substr(0, point), whole)) return bad;
    if (point != std::string_view::npos) {
        const auto decimals = digits.substr(point + 1);
        if (decimals.size() != static_cast<std::size_t>(decimals_of(currency)) ||
            !read_digits(decimals, fraction))
            return bad;
    }
    std::int64_t minor_units = 0;
    if (__builtin_mul_overflow(whole, minor_units_of_one(currency), &minor_units) ||
        __builtin_add_overflow(minor_units, fraction, &minor_units)) {
        return bad;
    }
    return Money{negative ? -minor_units : minor_units, currency};
}

double in_major_units(const Money& money) {
    return static_cast<double>(money.minor_units) / static_cast<double>(minor_units_of_one(money.currency));
}

std::ostream& operator<<(std::ostream& out, const Money& money) {
    return out << to_text(money);
}

}  // namespace parlance
