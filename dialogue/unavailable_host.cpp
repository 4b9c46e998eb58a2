#include "dialogue/unavailable_host.h"

#include <utility>

namespace parlance::dialogue {
namespace {

Error no_answer(const std::string& name) {
    return {ErrorCode::source_failed, "\"" + name + "\" is made unavailable"};
}

}  // namespace

UnavailableFacts::UnavailableFacts(const FactSource& facts, std::set<std::string> unavailable)
    : facts_(facts), unavailable_(std::move(unavailable)) {}

Result<std::vector<nlg::Fact>> UnavailableFacts::look_up(const FactQuery& query, Deadline deadline) const {
    if (unavailable_.contains(query.name.text)) return no_answer(query.name.text);
    return facts_.look_up(query, deadline);
}

UnavailableActions::UnavailableActions(ActionExecutor& actions, std::set<std::string> unavailable)
    : actions_(actions), unavailable_(std::move(unavailable)) {}

Result<std::vector<nlg::Fact>> UnavailableActions::perform(const ActionRequest& request, Deadline deadline) {
    if (unavailable_.contains(request.name.text)) return no_answer(request.name.text);
    return actions_.perform(request, deadline);
}

}  // namespace parlance::dialogue
