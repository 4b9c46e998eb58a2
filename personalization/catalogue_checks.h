#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/object_reader.h"
#include "personalization/catalogue.h"

namespace parlance::personalization {

// Where a check's finding goes: at a member of the object being read.
struct CheckedMember {
    ObjectReader& reader;
    std::string_view key;
};

// A text per language of the pack. E0401: a language missing; E0402: one that the pack does not speak.
TextByLanguage read_texts(CheckedMember member, const Pack& pack);

// E0403: a digit outside of {placeholders}, which no fact would support when the text is shown.
void check_no_digits(CheckedMember member, const TextByLanguage& texts);

// E0404: a name that is not among `known`.
void check_names(CheckedMember member, const std::vector<std::string>& names,
                 const std::vector<std::string>& known, std::string_view kind);

// Intents of the pack that the member lists.
std::vector<IntentName> read_intents(CheckedMember member, const Pack& pack);
// Topics that the member lists. W0401: one that the pack's taxonomy lacks, so that no conversation reaches
// it.
std::vector<TopicName> read_topics(CheckedMember member, const Pack& pack);

// One of `words`, whose index is returned; the first after a finding (E0404).
std::size_t read_choice(CheckedMember member, const std::vector<std::string>& words);

// E0406: an expression that reads something other than profile.<known attribute>.
void check_expression(CheckedMember member, const Expression& expression);

std::vector<std::string> intent_names(const Pack& pack);

}  // namespace parlance::personalization
