#include "personalization/consent.h"

#include <catch2/catch.hpp>

#include <string>

using namespace parlance::personalization;

TEST_CASE("without a word of the customer, all but special categories is allowed",
          "[personalization][consent]") {
    const auto [word, allowed] = GENERATE(table<std::string, bool>({
        {"service", true},
        {"analytics", true},
        {"profiling", true},
        {"marketing", true},
        {"special_category", false},
    }));
    CAPTURE(word);
    const auto asked = purpose(word);
    REQUIRE(asked.has_value());
    CHECK(to_text(*asked) == word);
    CHECK(Consent{}.allows(*asked) == allowed);
}

TEST_CASE("a customer decides about every purpose by itself, but not about service",
          "[personalization][consent]") {
    Consent consent;
    consent.set(Purpose::marketing, false);
    consent.set(Purpose::special_category, true);
    consent.set(Purpose::service, false);
    CHECK_FALSE(consent.allows(Purpose::marketing));
    CHECK(consent.allows(Purpose::special_category));
    CHECK(consent.allows(Purpose::service));
    CHECK(consent.allows(Purpose::profiling));
    consent.set(Purpose::marketing, true);
    consent.set(Purpose::special_category, false);
    CHECK(consent == Consent{});
}

TEST_CASE("a word that is no purpose is none", "[personalization][consent]") {
    CHECK(purpose("Marketing") == std::nullopt);
    CHECK(purpose("") == std::nullopt);
}
