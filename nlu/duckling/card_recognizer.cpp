#include "nlu/duckling/card_recognizer.h"

#include "nlu/duckling/compact_value.h"
#include "nlu/text_pattern.h"

namespace parlance::nlu {

namespace {

const TextPattern& card_pattern() {
    static const TextPattern pattern = TextPattern::compile(R"(\b(\d(?:[ -]?\d){12,18})\b)").value();
    return pattern;
}

// Every second digit from the right counts double, digits of the product added.
bool has_right_check_digit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int weighted = i % 2 == 0 ? digit : 2 * digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
}

// A scheme's first digit is 2 to 6, and no card is one digit over and over.
bool is_card(std::string_view digits) {
    const bool varies = digits.find_first_not_of(digits.front()) != std::string_view::npos;
    return digits.front() >= '2' && digits.front() <= '6' && varies && has_right_check_digit(digits);
}

}  // namespace

std::vector<Recognition> recognize_cards(std::string_view text, TimePoint) {
    const std::string section = "credit-card-number";
    std::vector<Recognition> recognitions;
    for (const PatternMatch& match : card_pattern().find_all(text)) {
        std::string digits = compact_value(section, text.substr(match.value.begin, match.value.length()));
        if (is_card(digits)) recognitions.push_back({match.value, section, {{"value", std::move(digits)}}});
    }
    return recognitions;
}

}  // namespace parlance::nlu
