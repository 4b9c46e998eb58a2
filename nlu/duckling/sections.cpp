#include "nlu/duckling/sections.h"

#include <array>
#include <cctype>
#include <string>

#include "nlu/duckling/contact_sections.h"
#include "nlu/duckling/measurement_recognizer.h"
#include "nlu/duckling/section_recognizers.h"
#include "nlu/duckling/time_recognizer.h"

namespace parlance::nlu {

namespace {

// "AmountOfMoney", "amount_of_money" and "amount of money" are "amount-of-money".
std::string dashed(std::string_view name) {
    std::string text;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool starts_word = std::isupper(byte) != 0 || std::isalnum(byte) == 0;
        if (starts_word && !text.empty() && text.back() != '-') text.push_back('-');
        if (std::isalnum(byte) != 0) text.push_back(static_cast<char>(std::tolower(byte)));
    }
    return text;
}

bool holds_words(std::string_view text, std::string_view words) {
    const std::string inside = "-" + std::string(text) + "-";
    return inside.find("-" + std::string(words) + "-") != std::string::npos;
}

// "money" and "phone" are parts of one section's name, "number" of two.
const DucklingSection* only_one_with(std::string_view words) {
    const DucklingSection* only = nullptr;
    for (const DucklingSection& section : duckling_sections()) {
        if (!holds_words(section.name, words)) continue;
        if (only != nullptr) return nullptr;
        only = &section;
    }
    return only;
}

}  // namespace

std::span<const DucklingSection> duckling_sections() {
    static const std::array<DucklingSection, 13> sections{{
        {"numeral", recognize_numerals},
        {"ordinal", recognize_places},
        {"time", recognize_moments},
        {"duration", recognize_durations},
        {"amount-of-money", recognize_money},
        {"phone-number", recognize_phone_numbers},
        {"email", recognize_addresses},
        {"url", recognize_links},
        {"distance", recognize_distances},
        {"volume", recognize_volumes},
        {"temperature", recognize_temperatures},
        {"quantity", recognize_quantities},
        {"credit-card-number", recognize_cards},
    }};
    return sections;
}

const DucklingSection* find_duckling_section(std::string_view name) {
    std::string words = dashed(name);
    if (name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) std::erase(words, '-');
    if (holds_words(words, "time-grain")) return nullptr;  // names of units; another dimension of duckling
    for (const DucklingSection& section : duckling_sections()) {
        if (words == section.name) return &section;
    }
    for (const DucklingSection& section : duckling_sections()) {
        if (holds_words(words, section.name)) return &section;
    }
    return only_one_with(words);
}

}  // namespace parlance::nlu
