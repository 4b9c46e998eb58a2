#include "nlu/contact_extractor.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "nlu/text_pattern.h"

namespace parlance::nlu {

namespace {

// Compiled once, at the first use; none of them can fail.
const TextPattern& email_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(
            R"(([a-z0-9][a-z0-9_%+'-]*(?:\.[a-z0-9_%+'-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})\b)")
            .value();
    return pattern;
}

const TextPattern& iban_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(R"(\b([a-z]{2}\d{2}(?: ?[a-z0-9]){11,30})\b)").value();
    return pattern;
}

// A plus or a bracket or a digit, then digits in groups, then an extension; checked further in is_phone.
const TextPattern& phone_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(
            R"(((?:\+ ?)?(?:\(\+?\d{1,5}\)|\d{1,15}\)?)(?:(?: - |[ ./-]{0,2})\(?\d{1,12}\)?)*(?: ?(?:x|ext\.?) ?\d{1,6}\b)?))")
            .value();
    return pattern;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string only_letters_and_digits(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) result.push_back(static_cast<char>(std::toupper(byte)));
    }
    return result;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

// The longest valid IBAN at the start of what the pattern took: words may follow it.
std::size_t valid_iban_length(std::string_view text) {
    for (std::size_t length = text.size(); length >= 15; --length) {
        if (text[length - 1] == ' ') continue;
        if (length < text.size() && text[length] != ' ') continue;
        if (is_valid_iban(only_letters_and_digits(text.substr(0, length)))) return length;
    }
    return 0;
}

// Where a bracketed area code or groups make a number a telephone number.
struct PhoneShape {
    std::size_t digits = 0;
    std::vector<std::size_t> groups;  // lengths of the runs of digits
    bool points_only = true;          // separated by points alone, as dates and amounts are
    bool dashes_only = true;          // likewise
    bool marked = false;              // starts with + or 0 or has brackets
    bool international = false;       // has a +
};

PhoneShape shape_of(std::string_view text) {
    PhoneShape shape;
    bool inside = false;
    for (const char c : text) {
        if (is_digit(c)) {
            if (!inside) shape.groups.push_back(0);
            ++shape.groups.back();
            ++shape.digits;
        } else {
            shape.points_only = shape.points_only && c == '.';
            shape.dashes_only = shape.dashes_only && c == '-';
        }
        inside = is_digit(c);
        if (c == '+') shape.international = true;
        if (c == '+' || c == '(') shape.marked = true;
    }
    if (text.starts_with('0')) shape.marked = true;
    return shape;
}

// "911-67-0060" is a social security number of the United States.
bool looks_like_social_security(const PhoneShape& shape) {
    return shape.dashes_only && shape.groups == std::vector<std::size_t>{3, 2, 4};
}

// "200.38294427": digits, a point, digits.
bool looks_like_decimal(const PhoneShape& shape) {
    return shape.points_only && shape.groups.size() == 2;
}

bool looks_like_date(const PhoneShape& shape) {
    const auto& groups = shape.groups;
    if (groups.size() != 3) return false;
    const bool year_last = groups[0] <= 2 && groups[1] <= 2 && (groups[2] == 4 || groups[2] == 2);
    return year_last || (groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2);
}

// Groups of four are card numbers, groups of three after the first are thousands.
bool looks_like_card_or_amount(const PhoneShape& shape) {
    const bool fours = shape.groups.size() >= 3 && std::all_of(shape.groups.begin(), shape.groups.end() - 1,
                                                               [](std::size_t n) { return n == 4; });
    const bool threes = shape.groups.size() >= 2 && std::all_of(shape.groups.begin() + 1, shape.groups.end(),
                                                                [](std::size_t n) { return n == 3; });
    return !shape.marked && (fours || (threes && (shape.points_only || shape.digits < 9)));
}

// What the words before a number say that it is.
enum class Announced { nothing, phone, something_else };

bool is_phone(std::string_view text, Announced announced) {
    const PhoneShape shape = shape_of(text);
    const bool as_phone = announced == Announced::phone;
    const std::size_t fewest = shape.marked && (as_phone || shape.international) ? 6 : 7;
    if (shape.digits < fewest || shape.digits > (shape.international ? 17 : 15)) return false;
    if (looks_like_date(shape) || looks_like_card_or_amount(shape)) return false;
    if (looks_like_social_security(shape) || looks_like_decimal(shape)) return false;
    if (shape.marked) return true;
    // A number of seven digits is a North American one without its area code: it begins with 2 to 9.
    if (shape.digits == 7 && shape.groups.front() == 3) return text.front() >= '2';
    if (shape.groups.size() > 1) return shape.groups.back() >= 3 || (as_phone && shape.digits >= 8);
    if (announced == Announced::something_else) return false;
    return as_phone ? shape.digits >= 8 && shape.digits <= 13 : shape.digits == 10 || shape.digits == 11;
}

// The byte behind the last of these words, 0 when there is none.
template <std::size_t size>
std::size_t end_of_last(std::string_view text, const std::array<std::string_view, size>& words) {
    std::size_t end = 0;
    for (const std::string_view word : words) {
        const std::size_t at = text.rfind(word);
        if (at != std::string_view::npos) end = std::max(end, at + word.size());
    }
    return end;
}

// How far around a number words that announce it are looked for, in bytes.
constexpr std::size_t announcement_reach = 100;

// The nearest announcement before byte `at` counts; without any, one behind it.
Announced announcement_of(std::string_view folded, std::size_t at) {
    static constexpr std::array<std::string_view, 7> phones{"phone", "mobile",    "call me", "tel",
                                                            "handy", "rufnummer", "cell"};
    static constexpr std::array<std::string_view, 5> others{"account", "card", "konto", "karte", "reference"};
    const std::size_t from = at - std::min(at, announcement_reach);
    const std::string_view before = folded.substr(from, at - from);
    const std::size_t phone = end_of_last(before, phones);
    const std::size_t other = end_of_last(before, others);
    if (phone != other) return phone > other ? Announced::phone : Announced::something_else;
    return end_of_last(folded.substr(at, announcement_reach), phones) > 0 ? Announced::phone
                                                                          : Announced::nothing;
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

void find_emails(const std::string& text, std::vector<Entity>& found) {
    for (const PatternMatch& match : email_pattern().find_all(text)) {
        // A point in front is part of what was meant as the name, and not allowed there.
        if (match.value.begin > 0 && text[match.value.begin - 1] == '.') continue;
        const std::string value =
            lower(std::string_view(text).substr(match.value.begin, match.value.length()));
        found.push_back({{"email"}, match.value, SlotValue(value), 1});
    }
}

void find_ibans(const std::string& text, std::vector<Entity>& found) {
    for (const PatternMatch& match : iban_pattern().find_all(text)) {
        const std::string_view taken = std::string_view(text).substr(match.value.begin, match.value.length());
        const std::size_t length = valid_iban_length(taken);
        if (length == 0) continue;
        const TextSpan span{match.value.begin, match.value.begin + length};
        found.push_back({{"iban"}, span, SlotValue(only_letters_and_digits(taken.substr(0, length))), 1});
    }
}

// Whether something in front makes the digits part of a word, a code or a tag: "s666", "P0-001-0000",
// "#2002".
bool continues_code(std::string_view text, const TextSpan& span, bool has_brackets) {
    if (span.begin == 0) return false;
    const char before = text[span.begin - 1];
    if (is_word_byte(before) || before == '#') return true;
    return before == '-' && span.begin > 1 && is_word_byte(text[span.begin - 2]) && !has_brackets;
}

// Digits, a leading + where there was one, and "x123" for an extension.
std::string phone_value(std::string_view taken) {
    std::string value(taken.find('+') != std::string_view::npos ? "+" : "");
    for (const char c : taken) {
        if (is_digit(c)) value.push_back(c);
        if (c == 'x' || c == 'X') value.push_back('x');
    }
    return value;
}

void find_phones(const std::string& text, std::vector<Entity>& found) {
    const std::string folded = lower(text);
    for (const PatternMatch& match : phone_pattern().find_all(text)) {
        TextSpan span = match.value;
        std::string_view taken = std::string_view(text).substr(span.begin, span.length());
        const bool opens = taken.find('(') != std::string_view::npos;
        if (taken.ends_with(')') && !opens) {
            taken.remove_suffix(1);
            --span.end;
        }
        const bool goes_on = span.end < text.size() && is_word_byte(text[span.end]);
        const std::string_view number = taken.substr(0, taken.find_first_of("xXeE"));
        if (goes_on || continues_code(text, span, opens)) continue;
        if (!is_phone(number, announcement_of(folded, span.begin))) continue;
        found.push_back({{"phone"}, span, SlotValue(phone_value(taken)), 0.9F});
    }
}

}  // namespace

bool is_valid_iban(std::string_view iban) {
    if (iban.size() < 15 || iban.size() > 34) return false;
    int rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        if (is_digit(c)) {
            rest = (rest * 10 + (c - '0')) % 97;
        } else if (c >= 'A' && c <= 'Z') {
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
        } else {
            return false;
        }
    }
    return rest == 1;
}

void ContactExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    switch (what_) {
        case What::email: return find_emails(utterance.text, found);
        case What::iban: return find_ibans(utterance.text, found);
        case What::phone: return find_phones(utterance.text, found);
    }
}

}  // namespace parlance::nlu
