#include "dialogue/flow_checks.h"

#include <algorithm>
#include <functional>
#include <set>

#include "dialogue/step_loader.h"

namespace parlance::dialogue {

namespace {

using StepPredicate = std::function<bool(const Step&)>;

class FlowChecker {
public:
    FlowChecker(const Flow& flow, const JsonNode& root, const Pack& pack, Findings& findings)
        : flow_(flow), root_(root), pack_(pack), findings_(findings) {
        for (const auto& [name, step] : flow.steps) step_names_.push_back(name.text);
        for (const auto& [name, slot] : flow.slots) slot_names_.push_back(name.text);
    }

    void check() {
        check_targets();
        check_slots();
        check_carry_over();
        if (!flow_.steps.contains(flow_.start)) return;
        check_paths();
        check_confirmations();
    }

private:
    void report(std::string code, SourcePosition at, std::string message, std::string fix = {}) {
        findings_.error(std::move(code), flow_.file, at, std::move(message), std::move(fix));
    }
    SourcePosition place_of(const StepName& step) const { return place(root_, {"steps", step.text}); }

    void check_targets() {
        if (!flow_.steps.contains(flow_.start)) {
            report("E0620", place(root_, {"start"}), "no step \"" + flow_.start.text + "\"",
                   did_you_mean(flow_.start.text, step_names_));
        }
        for (const auto& [name, step] : flow_.steps) {
            for (const auto& target : targets_of(step)) {
                if (flow_.steps.contains(target) || target.empty()) continue;
                report("E0620", place_of(name),
                       "step \"" + name.text + "\" goes to \"" + target.text + "\", which does not exist",
                       did_you_mean(target.text, step_names_));
            }
            if (const auto* collect = std::get_if<CollectStep>(&step))
                check_collected(name, collect->slots, true);
            if (const auto* clear = std::get_if<ClearStep>(&step)) check_collected(name, clear->slots, false);
            if (const auto* branch = std::get_if<BranchStep>(&step)) {
                for (const auto& entry : branch->cases) check_expression(entry.condition, place_of(name));
            }
        }
    }

    void check_collected(const StepName& step, const std::vector<SlotName>& slots, bool asked) {
        for (const auto& slot : slots) {
            const auto found = flow_.slots.find(slot);
            if (found == flow_.slots.end()) {
                report("E0621", place_of(step), "no slot \"" + slot.text + "\"",
                       did_you_mean(slot.text, slot_names_));
            } else if (asked && found->second.ask.empty()) {
                report("E0627", place(root_, {"slots", slot.text}),
                       "slot \"" + slot.text + "\" is collected but has no \"ask\"");
            }
        }
    }

    void check_expression(const Expression& expression, SourcePosition at) {
        for (const auto& name : expression.names()) {
            if (name.scope != "slots" || flow_.slots.contains({name.name})) continue;
            report("E0621", at,
                   "\"" + expression.text() + "\" reads slot \"" + name.name + "\", which the flow lacks",
                   did_you_mean(name.name, slot_names_));
        }
    }

    void check_slots() {
        auto kinds = built_in_entity_kinds();
        kinds.emplace_back("yes_no");
        for (const auto& entity : pack_.entities) {
            kinds.push_back(entity.kind.text);
            for (const auto& [role, words] : entity.roles) kinds.push_back(entity.kind.text + "." + role);
        }
        for (const auto& [name, slot] : flow_.slots) {
            const auto at = place(root_, {"slots", name.text});
            if (slot.entities.empty() && !slot.from_text)
                report("E0628", at, "nothing can fill slot \"" + name.text + "\"");
            for (const auto& kind : slot.entities) {
                if (std::find(kinds.begin(), kinds.end(), kind.text) != kinds.end()) continue;
                report("E0622", at,
                       "slot \"" + name.text + "\" names an unknown entity \"" + kind.text + "\"",
                       did_you_mean(kind.text, kinds));
            }
            for (const auto& other : slot.depends_on) {
                if (flow_.slots.contains(other)) continue;
                report("E0621", at,
                       "slot \"" + name.text + "\" depends on \"" + other.text + "\", which the flow lacks",
                       did_you_mean(other.text, slot_names_));
            }
            if (slot.valid_if) check_expression(*slot.valid_if, at);
        }
    }

    void check_carry_over() {
        const auto at = place(root_, {"carry_over"});
        for (const auto& name : flow_.carry_over) {
            const auto slot = flow_.slots.find(name);
            if (slot == flow_.slots.end()) {
                report("E0621", at, "\"carry_over\" names slot \"" + name.text + "\", which the flow lacks",
                       did_you_mean(name.text, slot_names_));
            } else if (slot->second.pii == PiiClass::secret) {
                report("E0629", at, "slot \"" + name.text + "\" is secret and must not outlive a session");
            }
        }
    }

    // Every step that can be reached from `from` without going through a step that `stop` names.
    std::set<StepName> reachable(const StepName& from, const StepPredicate& stop) const {
        std::set<StepName> seen;
        std::vector<StepName> waiting{from};
        while (!waiting.empty()) {
            const auto name = waiting.back();
            waiting.pop_back();
            const auto step = flow_.steps.find(name);
            if (step == flow_.steps.end() || !seen.insert(name).second || stop(step->second)) continue;
            for (auto& target : targets_of(step->second)) waiting.push_back(std::move(target));
        }
        return seen;
    }

    void check_paths() {
        const auto never = [](const Step&) { return false; };
        const auto from_start = reachable(flow_.start, never);
        const auto rests = [](const Step& step) {
            return std::holds_alternative<CollectStep>(step) || std::holds_alternative<ConfirmStep>(step) ||
                   std::holds_alternative<EndStep>(step) || std::holds_alternative<HandOffStep>(step);
        };
        for (const auto& [name, step] : flow_.steps) {
            if (!from_start.contains(name))
                report("E0623", place_of(name), "step \"" + name.text + "\" cannot be reached");
            const auto ahead = reachable(name, never);
            const bool ends = std::any_of(ahead.begin(), ahead.end(), [this](const StepName& n) {
                const auto& s = flow_.steps.at(n);
                return std::holds_alternative<EndStep>(s) || std::holds_alternative<HandOffStep>(s);
            });
            if (!ends) report("E0624", place_of(name), "from step \"" + name.text + "\" the flow cannot end");
            if (rests(step)) continue;
            for (const auto& target : targets_of(step)) {
                if (!reachable(target, rests).contains(name)) continue;
                report(
                    "E0625", place_of(name),
                    "step \"" + name.text + "\" comes round to itself without asking the customer anything");
                break;
            }
        }
    }

    // An act may be entered only through a confirmation's yes: cut those edges, and no act may be in reach.
    void check_confirmations() {
        std::set<StepName> seen;
        std::vector<StepName> waiting{flow_.start};
        while (!waiting.empty()) {
            const auto name = waiting.back();
            waiting.pop_back();
            const auto step = flow_.steps.find(name);
            if (step == flow_.steps.end() || !seen.insert(name).second) continue;
            if (std::holds_alternative<ActStep>(step->second)) {
                report("E0626", place_of(name),
                       "step \"" + name.text + "\" acts without a confirmation in front of it");
            }
            if (const auto* confirm = std::get_if<ConfirmStep>(&step->second)) {
                waiting.push_back(confirm->no);
                // Behind the yes, steps that act belong to this confirmation; what follows the act must
                // confirm anew.
                for (const auto& behind : behind_yes(confirm->yes)) waiting.push_back(behind);
            } else {
                for (auto& target : targets_of(step->second)) waiting.push_back(std::move(target));
            }
        }
    }

    // The steps that follow the one action a yes allows.
    std::vector<StepName> behind_yes(const StepName& yes) const {
        const auto step = flow_.steps.find(yes);
        if (step == flow_.steps.end()) return {};
        if (std::holds_alternative<ActStep>(step->second)) return targets_of(step->second);
        return {yes};
    }

    const Flow& flow_;
    const JsonNode& root_;
    const Pack& pack_;
    Findings& findings_;
    std::vector<std::string> step_names_;
    std::vector<std::string> slot_names_;
};

// Where a flow's member stands in its file.
SourcePosition place_in(const PackSource& source, const Flow& flow, std::string_view key) {
    const auto* file = source.file(flow.file);
    return file == nullptr ? SourcePosition{} : place(file->root, {key});
}

}  // namespace

SourcePosition place(const JsonNode& root, std::initializer_list<std::string_view> path) {
    const JsonNode* node = &root;
    for (const auto key : path) {
        const auto* inner = node->find(key);
        if (inner == nullptr) break;
        node = inner;
    }
    return node->position;
}

void check_flow(const Flow& flow, const JsonNode& root, const Pack& pack, Findings& findings) {
    FlowChecker(flow, root, pack, findings).check();
}

const std::vector<std::string>& policy_intents() {
    static const std::vector<std::string> intents{"affirm",        "deny",         "cancel",
                                                  "repeat",        "ask_why",      "wait",
                                                  "refuse_to_say", "correct_that", "out_of_scope"};
    return intents;
}

void check_flows_together(const std::vector<Flow>& flows, const PackSource& source, const Pack& pack,
                          Findings& findings) {
    std::set<std::pair<FlowName, FlowVersion>> known;
    std::vector<std::string> names;
    std::vector<std::string> intents;
    for (const auto& flow : flows) names.push_back(flow.name.text);
    for (const auto& intent : pack.intents) intents.push_back(intent.name.text);
    std::map<IntentName, const Flow*> starts;
    for (const auto& flow : flows) {
        const auto at = place_in(source, flow, "triggers");
        if (!known.emplace(flow.name, flow.version).second) {
            findings.error("E0630", flow.file, place_in(source, flow, "flow"),
                           "the flow \"" + flow.name.text + "\" is defined twice in this version");
        }
        for (const auto& intent : flow.triggers) {
            if (pack.find_intent(intent) == nullptr) {
                findings.error(
                    "E0632", flow.file, at,
                    "\"" + flow.name.text + "\" is started by an unknown intent \"" + intent.text + "\"",
                    did_you_mean(intent.text, intents));
            }
            const auto [first, is_new] = starts.try_emplace(intent, &flow);
            if (!is_new && first->second->name != flow.name) {
                findings.error("E0631", flow.file, at,
                               "intent \"" + intent.text + "\" starts both " + flow.name.text + " and " +
                                   first->second->name.text);
            }
        }
        for (const auto& [name, step] : flow.steps) {
            const auto* call = std::get_if<CallStep>(&step);
            if (call == nullptr || std::find(names.begin(), names.end(), call->flow.text) != names.end())
                continue;
            findings.error("E0633", flow.file, place_in(source, flow, "steps"),
                           "step \"" + name.text + "\" calls an unknown flow \"" + call->flow.text + "\"",
                           did_you_mean(call->flow.text, names));
        }
    }
    const auto& handled = policy_intents();
    for (const auto& intent : pack.intents) {
        if (starts.contains(intent.name) ||
            std::find(handled.begin(), handled.end(), intent.name.text) != handled.end())
            continue;
        findings.warning("W0630", intent.file, {},
                         "the intent \"" + intent.name.text + "\" starts no flow and has no answer");
    }
}

}  // namespace parlance::dialogue
