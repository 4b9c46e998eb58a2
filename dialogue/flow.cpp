#include "dialogue/flow.h"

#include <algorithm>
#include <set>

#include "dialogue/step_loader.h"

namespace parlance::dialogue {

bool is_behind_action(const Flow& flow, const StepName& step) {
    std::set<StepName> seen;
    std::vector<StepName> waiting{flow.start};
    while (!waiting.empty()) {
        const auto name = waiting.back();
        waiting.pop_back();
        const auto found = flow.steps.find(name);
        if (found == flow.steps.end() || !seen.insert(name).second) continue;
        if (name == step) return false;
        if (std::holds_alternative<ActStep>(found->second)) continue;
        for (auto& target : targets_of(found->second)) waiting.push_back(std::move(target));
    }
    return true;
}

Flows::Flows(std::vector<Flow> flows) : flows_(std::move(flows)) {
    // Later versions win the name and the triggers.
    std::stable_sort(flows_.begin(), flows_.end(),
                     [](const Flow& a, const Flow& b) { return a.version < b.version; });
    for (std::size_t i = 0; i < flows_.size(); ++i) {
        for (const auto& intent : flows_[i].triggers) by_trigger_[intent] = i;
    }
}

const Flow* Flows::find(const FlowName& name) const {
    const auto found =
        std::find_if(flows_.rbegin(), flows_.rend(), [&](const Flow& flow) { return flow.name == name; });
    return found == flows_.rend() ? nullptr : &*found;
}

const Flow* Flows::find(const FlowName& name, FlowVersion version) const {
    const auto found = std::find_if(flows_.begin(), flows_.end(), [&](const Flow& flow) {
        return flow.name == name && flow.version == version;
    });
    return found == flows_.end() ? nullptr : &*found;
}

const Flow* Flows::find_running(const FlowName& name, FlowVersion version) const {
    const auto* exact = find(name, version);
    return exact != nullptr ? exact : find(name);
}

const Flow* Flows::started_by(const IntentName& intent) const {
    const auto found = by_trigger_.find(intent);
    return found == by_trigger_.end() ? nullptr : &flows_[found->second];
}

}  // namespace parlance::dialogue
