#include "personalization/behavior_event.h"

#include <catch2/catch.hpp>

using namespace parlance::personalization;

TEST_CASE("every kind of behaviour is read back from its spelling", "[personalization][events]") {
    const auto kind =
        GENERATE(BehaviorKind::login, BehaviorKind::page_view, BehaviorKind::transaction,
                 BehaviorKind::chat_turn, BehaviorKind::article_read, BehaviorKind::offer_shown,
                 BehaviorKind::offer_answered, BehaviorKind::complaint, BehaviorKind::life_signal);
    CHECK(behavior_kind(to_text(kind)) == kind);
}

TEST_CASE("a word that is no kind of behaviour is refused", "[personalization][events]") {
    CHECK_FALSE(behavior_kind("logins"));
    CHECK_FALSE(behavior_kind(""));
}
