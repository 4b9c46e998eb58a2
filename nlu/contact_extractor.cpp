#include "nlu/contact_extractor.h"

#include <algorithm>
#include <cctype>

#include "nlu/text_pattern.h"

namespace parlance::nlu {

namespace {

// Compiled once, at the first use; none of them can fail.
const TextPattern& email_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(
            R"(([a-z0-9][a-z0-9._%+'-]*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})\b)")
            .value();
    return pattern;
}

const TextPattern& iban_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(R"(\b([a-z]{2}\d{2}(?: ?[a-z0-9]){11,30})\b)").value();
    return pattern;
}

// A plus or a bracket or a digit, then digits in groups; checked further in is_phone.
const TextPattern& phone_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(R"(((?:\+ ?|\b00|\(\+?\d{1,4}\)|\b)\d{1,5}(?:[ ./-]{0,2}\(?\d{1,6}\)?)+))")
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
    bool marked = false;              // starts with + or 0 or has brackets
};

PhoneShape shape_of(std::string_view text) {
    PhoneShape shape;
    bool inside = false;
    for (const char c : text) {
        if (is_digit(c)) {
            if (!inside) shape.groups.push_back(0);
            ++shape.groups.back();
            ++shape.digits;
        } else if (c != '.') {
            shape.points_only = false;
        }
        inside = is_digit(c);
        if (c == '+' || c == '(') shape.marked = true;
    }
    if (text.starts_with('0')) shape.marked = true;
    return shape;
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

// announced: the message speaks of a telephone, so that a plain run of digits is one too.
bool is_phone(std::string_view text, bool announced) {
    const PhoneShape shape = shape_of(text);
    if (shape.digits < 7 || shape.digits > 15) return false;
    if (looks_like_date(shape) || looks_like_card_or_amount(shape)) return false;
    if (shape.marked) return true;
    if (shape.groups.size() > 1) return shape.groups.back() >= 3 || (announced && shape.digits >= 8);
    return announced ? shape.digits >= 8 && shape.digits <= 13 : shape.digits == 10 || shape.digits == 11;
}

bool speaks_of_phone(std::string_view text) {
    const std::string words = lower(text);
    for (const std::string_view word : {"phone", "mobile", "call me", "tel", "handy", "rufnummer", "cell"}) {
        if (words.find(word) != std::string::npos) return true;
    }
    return false;
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

void find_emails(const std::string& text, std::vector<Entity>& found) {
    for (const PatternMatch& match : email_pattern().find_all(text)) {
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

void find_phones(const std::string& text, std::vector<Entity>& found) {
    const bool announced = speaks_of_phone(text);
    for (const PatternMatch& match : phone_pattern().find_all(text)) {
        const TextSpan span = match.value;
        const std::string_view taken = std::string_view(text).substr(span.begin, span.length());
        const bool inside_word = (span.begin > 0 && is_word_byte(text[span.begin - 1])) ||
                                 (span.end < text.size() && is_word_byte(text[span.end]));
        if (inside_word || !is_phone(taken, announced)) continue;
        std::string value = only_letters_and_digits(taken);
        if (taken.find('+') != std::string_view::npos) value.insert(value.begin(), '+');
        found.push_back({{"phone"}, span, SlotValue(value), 0.9F});
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
