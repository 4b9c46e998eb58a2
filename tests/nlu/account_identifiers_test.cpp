#include "nlu/account_identifier_extractor.h"

#include <catch2/catch.hpp>

#include "tests/nlu/extraction.h"

using namespace parlance;
using namespace parlance::nlu;

TEST_CASE("Luhn's rule notices one wrong digit", "[nlu][entities]") {
    const auto [digits, is_valid] = GENERATE(table<std::string, bool>({
        {"4111111111111111", true},
        {"4111111111111112", false},
        {"4111111111111121", false},
        {"5500005555555559", true},
        {"378282246310005", true},
        {"0", true},
        {"", false},
    }));
    CHECK(is_valid_luhn(digits) == is_valid);
}

TEST_CASE("an ISIN checks itself", "[nlu][entities]") {
    const auto [isin, is_valid] = GENERATE(table<std::string, bool>({
        {"US0378331005", true},
        {"DE0007164600", true},
        {"GB0002634946", true},
        {"IE00B4L5Y983", true},
        {"US0378331004", false},
        {"US037833100", false},
        {"US03783310055", false},
        {"0S0378331005", false},
        {"US037833100X", false},
        {"us0378331005", false},
        {"", false},
    }));
    CAPTURE(isin);
    CHECK(is_valid_isin(isin) == is_valid);
}

TEST_CASE("a card's number and code are never a value", "[nlu][entities]") {
    for (const Entity& entity :
         tests::extract_all(tests::utterance_of("card 4111 1111 1111 1111, cvv 123"))) {
        const std::string value = to_text(entity.value);
        if (entity.kind.text != "card_number" && entity.kind.text != "card_code") continue;
        CHECK(value.find("123") == std::string::npos);
        CHECK(value.find("4111") == std::string::npos);
    }
}
