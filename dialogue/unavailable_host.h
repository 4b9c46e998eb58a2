#pragma once

#include <set>
#include <string>

#include "dialogue/host.h"

namespace parlance::dialogue {

// A host of which some look-ups do not answer: they fail with source_failed, all others reach `facts`.
// Borrows `facts`. As safe for several threads as that is.
class UnavailableFacts final : public FactSource {
public:
    UnavailableFacts(const FactSource& facts, std::set<std::string> unavailable);

    Result<std::vector<nlg::Fact>> look_up(const FactQuery& query, Deadline deadline) const override;
    std::vector<HostCapability> look_ups() const override { return facts_.look_ups(); }

private:
    const FactSource& facts_;
    std::set<std::string> unavailable_;
};

// The same for actions: nothing is changed at the host.
class UnavailableActions final : public ActionExecutor {
public:
    UnavailableActions(ActionExecutor& actions, std::set<std::string> unavailable);

    Result<std::vector<nlg::Fact>> perform(const ActionRequest& request, Deadline deadline) override;
    std::vector<HostCapability> actions() const override { return actions_.actions(); }

private:
    ActionExecutor& actions_;
    std::set<std::string> unavailable_;
};

}  // namespace parlance::dialogue
