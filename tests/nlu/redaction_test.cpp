#include "nlu/redaction.h"

#include <catch2/catch.hpp>

#include <random>

#include "nlu/unicode_text.h"

using namespace parlance;
using namespace parlance::nlu;

TEST_CASE("what reaches, names or pays for a person is masked, the rest stays", "[nlu][pii]") {
    const auto [text, masked] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"send 20 euros to Anna on Friday", "send 20 euros to Anna on Friday"},
        {"mail me at Jo.Doe@example.org, please", "mail me at [email], please"},
        {"call +49 170 1234567 or (555) 123-4567", "call [phone] or [phone]"},
        {"to DE89 3704 0044 0532 0130 00 and more", "to [iban] and more"},
        {"my card 4111 1111 1111 1111 is lost", "my card [card_number] is lost"},
        {"4111111111111111", "[card_number]"},
        {"card 5500-0055-5555-5559, security code 123", "card [card_number], security code [card_code]"},
        {"sort code 20-00-00, account number 5577 9911",
         "sort code [sort_code], account number [account_number]"},
        {"Meine Kontonummer ist 1234567890, BLZ 370 400 44",
         "Meine Kontonummer ist [account_number], BLZ [sort_code]"},
        {"order 4111111111111112", "order 4111111111111112"},
        {"caf\u00e9 \u20ac 1.234,56", "caf\u00e9 \u20ac 1.234,56"},
    }));
    CHECK(redact(text) == masked);
    CHECK(redact(masked) == masked);
}

TEST_CASE("only the asked classes are masked", "[nlu][pii]") {
    const std::string text = "card 4111 1111 1111 1111, mail jo@example.org";
    CHECK(redact(text, {PiiClass::card}) == "card [card_number], mail jo@example.org");
    CHECK(redact(text, {PiiClass::contact}) == "card 4111 1111 1111 1111, mail [email]");
    CHECK(redact(text, {}) == text);
}

TEST_CASE("redacting any text leaves valid UTF-8 that does not change again", "[nlu][pii]") {
    const std::vector<std::string> scraps{"4111",
                                          " ",
                                          "1111",
                                          "-",
                                          "@",
                                          "a",
                                          ".",
                                          "org",
                                          "DE89",
                                          "3704",
                                          "0044",
                                          "0532",
                                          "0130",
                                          "00",
                                          "+49",
                                          "170",
                                          "1234567",
                                          "\u00e9",
                                          "\xF0\x9F\x98\x80",
                                          "[",
                                          "]",
                                          "account ",
                                          "sort code ",
                                          "cvv ",
                                          "123",
                                          "20-00-00",
                                          "phone ",
                                          "(",
                                          ")"};
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto i = random() % 14; i > 0; --i) text += scraps[random() % scraps.size()];
        CAPTURE(text);
        const std::string once = redact(text);
        CHECK(is_valid_utf8(once));
        CHECK(redact(once) == once);
    }
}
