#include "dialogue/unavailable_host.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::dialogue;

namespace {

struct CountingHost final : FactSource, ActionExecutor {
    Result<std::vector<nlg::Fact>> look_up(const FactQuery& query, Deadline) const override {
        ++asked;
        return std::vector<nlg::Fact>{{query.name, true, "host", {}}};
    }
    std::vector<HostCapability> look_ups() const override { return {{"account", {}, {}}}; }
    Result<std::vector<nlg::Fact>> perform(const ActionRequest&, Deadline) override {
        ++acted;
        return std::vector<nlg::Fact>{};
    }
    std::vector<HostCapability> actions() const override { return {{"transfer", {}, {}}}; }

    mutable int asked = 0;
    int acted = 0;
};

}  // namespace

TEST_CASE("a look-up made unavailable fails and the others answer", "[dialogue][script]") {
    CountingHost host;
    const UnavailableFacts facts(host, {"account", "transfer"});
    const auto failed = facts.look_up({{"account"}, {"C001"}, {}, {}, {}}, {});
    REQUIRE(failed.has_error());
    CHECK(failed.error().code == ErrorCode::source_failed);
    CHECK(host.asked == 0);
    CHECK(facts.look_up({{"cards"}, {"C001"}, {}, {}, {}}, {}).has_value());
    CHECK(facts.look_ups().front().name == "account");
}

TEST_CASE("an action made unavailable changes nothing at the host", "[dialogue][script]") {
    CountingHost host;
    UnavailableActions actions(host, {"transfer"});
    const auto failed = actions.perform({{"transfer"}, {"C001"}, {}, "key", {}, {}}, {});
    REQUIRE(failed.has_error());
    CHECK(failed.error().code == ErrorCode::source_failed);
    CHECK(host.acted == 0);
    CHECK(actions.perform({{"block_card"}, {"C001"}, {}, "key", {}, {}}, {}).has_value());
    CHECK(host.acted == 1);
    CHECK(actions.actions().front().name == "transfer");
}
