#pragma once

#include <string>
#include <string_view>

#include "intents/locale.h"

// The bank's own words for its kinds, in English or German; an unknown kind is given with its underscores
// made spaces.
namespace parlance::dialogue::demo_bank {

std::string card_kind_words(std::string_view kind, const Locale& locale);      // "debit card"
std::string card_status_words(std::string_view status, const Locale& locale);  // "blocked"
std::string loan_kind_words(std::string_view kind, const Locale& locale);      // "car loan"
std::string category_words(std::string_view category, const Locale& locale);   // "groceries"
std::string field_words(std::string_view field, const Locale& locale);         // "phone number"
std::string default_topic_words(const Locale& locale);  // an appointment's, when none is given

// Why a fee of this name is charged, as one sentence.
std::string fee_reason(std::string_view fee_name, const Locale& locale);

// Whether `words` (a slot) means the category, in either language.
bool means_category(std::string_view words, std::string_view category);

}  // namespace parlance::dialogue::demo_bank
