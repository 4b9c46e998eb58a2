#include "dialogue/known_customer.h"

#include <utility>

namespace parlance::dialogue {

namespace {

constexpr std::chrono::days behavior_window{365};
constexpr std::string_view profile_prefix = "profile.";

}  // namespace

Result<KnownCustomer> known_customer(const TurnCollaborators& collaborators, const CustomerQuery& query) {
    auto profile = collaborators.facts.look_up({{"profile"}, query.customer, {}, query.locale, query.now},
                                               query.deadline);
    if (!profile) return profile.error();
    const auto& behavior = collaborators.behavior;
    auto events = behavior.events_of(query.customer, query.now - behavior_window, query.purpose);
    if (!events) return events.error();
    auto state = behavior.state_of(query.customer, query.purpose);
    if (!state) return state.error();
    KnownCustomer known{{query.customer, {}, std::move(*events), std::move(*state)}, std::move(*profile)};
    for (const auto& fact : known.profile) {
        if (fact.name.text.starts_with(profile_prefix))
            known.view.attributes.emplace(fact.name.text.substr(profile_prefix.size()), fact.value);
    }
    return known;
}

}  // namespace parlance::dialogue
