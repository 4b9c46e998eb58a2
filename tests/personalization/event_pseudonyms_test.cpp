#include "personalization/storage/event_pseudonyms.h"

#include <catch2/catch.hpp>

#include <set>

using namespace parlance;
using namespace parlance::personalization;

namespace {

BehaviorEvent event(const std::string& source, const std::string& id) {
    BehaviorEvent event;
    event.source = source;
    event.id.text = id;
    return event;
}

}  // namespace

TEST_CASE("what is not the same never has the same pseudonym", "[personalization][stores][pseudonyms]") {
    const EventPseudonyms pseudonyms(PseudonymKeys::for_this_run());
    const std::set<std::string> all{pseudonyms.of_customer({"a"}).front(),
                                    pseudonyms.of_customer({"b"}).front(),
                                    pseudonyms.of_source(event("a", "")),
                                    pseudonyms.of_event(event("a", "b")).front(),
                                    pseudonyms.of_event(event("b", "a")).front(),
                                    pseudonyms.of_event(event("a b", "c")).front(),
                                    pseudonyms.of_event(event("a", "b c")).front(),
                                    pseudonyms.of_event(event("", "a b")).front(),
                                    pseudonyms.of_keys().front(),
                                    pseudonyms.of_customer({""}).front()};
    CHECK(all.size() == 10);
}

TEST_CASE("a pseudonym depends on nothing but the names", "[personalization][stores][pseudonyms]") {
    const EventPseudonyms pseudonyms(PseudonymKeys::for_this_run());
    auto later = event("a", "b");
    later.at += std::chrono::days{1};
    later.customer.text = "C001";
    CHECK(pseudonyms.of_event(later) == pseudonyms.of_event(event("a", "b")));
    CHECK(pseudonyms.of_source(later) == pseudonyms.of_source(event("a", "c")));
}
