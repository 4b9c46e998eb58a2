#pragma once

#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Finds what names an account, a card or a security. Codes that check themselves are found anywhere, others
// only where the words before announce them, in English or German.
//
// | kind             | what                                             | value                        |
// |------------------|--------------------------------------------------|------------------------------|
// | `card_number`    | 13 to 19 digits with a right Luhn digit          | masked: "•••• 1111"          |
// | `card_code`      | the announced 3 or 4 digits of its back          | masked: "•••"                |
// | `sort_code`      | announced: six digits in pairs, a Bankleitzahl   | digits                       |
// | `account_number` | announced: 6 to 12 digits                        | digits                       |
// | `isin`           | ISO 6166 with a right check digit                | upper case                   |
// | `bic`            | announced: ISO 9362                              | upper case                   |
class AccountIdentifierExtractor final : public EntityExtractor {
public:
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;
};

// True when the last digit is right by Luhn's rule (ISO/IEC 7812-1). digits: '0' to '9' only.
bool is_valid_luhn(std::string_view digits);

// True for twelve letters and digits whose check digit is right (ISO 6166). isin: upper case.
bool is_valid_isin(std::string_view isin);

}  // namespace parlance::nlu
