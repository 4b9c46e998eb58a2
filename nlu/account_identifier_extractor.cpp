#include "nlu/account_identifier_extractor.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "nlu/text_pattern.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

// Compiled once, at the first use; none of them can fail.
const TextPattern& card_pattern() {
    static const TextPattern pattern = TextPattern::compile(R"(\b(\d(?:[ -]?\d){12,18})\b)").value();
    return pattern;
}

const TextPattern& isin_pattern() {
    static const TextPattern pattern = TextPattern::compile(R"(\b([a-z]{2}[a-z0-9]{9}\d)\b)").value();
    return pattern;
}

// A value behind the words that announce it; between them may stand "is", "number:", "lautet", "=" and the
// like.
TextPattern announced(const std::string& words, const std::string& value) {
    constexpr std::string_view link =
        R"((?:\s*(?:number|no\.?|code|is|nummer|nr\.?|ist|lautet|my|the|die|\.|:|=|-|\())*\s*)";
    return TextPattern::compile("\\b(?:" + words + ")\\b" + std::string(link) + "(" + value + ")\\b").value();
}

const TextPattern& sort_code_pattern() {
    static const TextPattern pattern =
        announced("sort[ -]?code|bankleitzahl|blz", R"(\d{2}[ -]?\d{2}[ -]?\d{2}|\d{3} ?\d{3} ?\d{2})");
    return pattern;
}

const TextPattern& account_pattern() {
    static const TextPattern pattern =
        announced(R"(account|acct\.?|a/c|konto(?:nummer)?|ktnr\.?|kto\.?)", R"(\d(?:[ -]?\d){5,11})");
    return pattern;
}

const TextPattern& bic_pattern() {
    static const TextPattern pattern = announced("bic|swift", "[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?");
    return pattern;
}

const TextPattern& card_code_pattern() {
    static const TextPattern pattern = announced(
        "cvv2?|cvc2?|security code|kartenpr(?:\u00fc|ue)fnummer|pr(?:\u00fc|ue)fziffer|sicherheitscode",
        R"(\d{3,4})");
    return pattern;
}

std::string upper_letters_and_digits(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) result.push_back(static_cast<char>(std::toupper(byte)));
    }
    return result;
}

// A scheme's first digit is 2 to 6 (ISO/IEC 7812), and no card is one digit over and over.
bool is_card(std::string_view digits) {
    const bool varies = digits.find_first_not_of(digits.front()) != std::string_view::npos;
    return digits.size() >= 13 && digits.size() <= 19 && digits.front() >= '2' && digits.front() <= '6' &&
           varies && is_valid_luhn(digits);
}

// A longer run of groups is something else, an IBAN without its letters for one.
bool is_part_of_longer(std::string_view text, const TextSpan& span) {
    const auto is_digit_at = [&](std::size_t at) {
        return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
    };
    const bool before = span.begin >= 2 && text[span.begin - 1] == ' ' && is_digit_at(span.begin - 2);
    const bool after = span.end + 1 < text.size() && text[span.end] == ' ' && is_digit_at(span.end + 1);
    return before || after;
}

void find_cards(const std::string& text, std::vector<Entity>& found) {
    for (const PatternMatch& match : card_pattern().find_all(text)) {
        const std::string digits =
            upper_letters_and_digits(std::string_view(text).substr(match.value.begin, match.value.length()));
        if (!is_card(digits) || is_part_of_longer(text, match.value)) continue;
        const std::string masked = "\u2022\u2022\u2022\u2022 " + digits.substr(digits.size() - 4);
        found.push_back({{"card_number"}, match.value, SlotValue(masked), 1});
    }
}

void find_isins(const std::string& text, std::vector<Entity>& found) {
    for (const PatternMatch& match : isin_pattern().find_all(text)) {
        std::string isin =
            upper_letters_and_digits(std::string_view(text).substr(match.value.begin, match.value.length()));
        if (is_valid_isin(isin)) found.push_back({{"isin"}, match.value, SlotValue(std::move(isin)), 1});
    }
}

void find_announced(const TextPattern& pattern, const char* kind, const std::string& text,
                    std::vector<Entity>& found) {
    for (const PatternMatch& match : pattern.find_all(text)) {
        std::string value =
            upper_letters_and_digits(std::string_view(text).substr(match.value.begin, match.value.length()));
        found.push_back({{kind}, match.value, SlotValue(std::move(value)), 0.9F});
    }
}

// The fifth and sixth letter are the bank's country: so "swift transfer" is none.
void find_bics(const std::string& text, std::vector<Entity>& found) {
    for (const PatternMatch& match : bic_pattern().find_all(text)) {
        std::string bic =
            upper_letters_and_digits(std::string_view(text).substr(match.value.begin, match.value.length()));
        if (!is_country_code(std::string_view(bic).substr(4, 2))) continue;
        found.push_back({{"bic"}, match.value, SlotValue(std::move(bic)), 0.9F});
    }
}

void find_card_codes(const std::string& text, std::vector<Entity>& found) {
    for (const PatternMatch& match : card_code_pattern().find_all(text))
        found.push_back({{"card_code"}, match.value, SlotValue(std::string("\u2022\u2022\u2022")), 0.9F});
}

}  // namespace

bool is_valid_luhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int weighted = i % 2 == 0 ? digit : 2 * digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return !digits.empty() && sum % 10 == 0;
}

// Letters count as two digits each (A is 10); then Luhn's rule.
bool is_valid_isin(std::string_view isin) {
    if (isin.size() != 12) return false;
    std::string digits;
    for (std::size_t i = 0; i < isin.size(); ++i) {
        const auto byte = static_cast<unsigned char>(isin[i]);
        const bool is_letter = byte >= 'A' && byte <= 'Z';
        const bool is_digit = std::isdigit(byte) != 0;
        const bool fits = i < 2 ? is_letter : i == 11 ? is_digit : is_letter || is_digit;
        if (!fits) return false;
        digits += is_letter ? std::to_string(byte - 'A' + 10) : std::string(1, isin[i]);
    }
    return is_valid_luhn(digits);
}

void AccountIdentifierExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    const std::string& text = utterance.text;
    const bool has_digit =
        std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
    if (has_digit) {
        find_cards(text, found);
        find_isins(text, found);
        find_announced(sort_code_pattern(), "sort_code", text, found);
        find_announced(account_pattern(), "account_number", text, found);
        find_card_codes(text, found);
    }
    find_bics(text, found);
}

}  // namespace parlance::nlu
