#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "intents/expression.h"
#include "intents/findings.h"
#include "intents/name.h"
#include "intents/pack.h"
#include "intents/pack_source.h"

namespace parlance::dialogue {

// Which edition of a flow a conversation runs; it finishes on the one it began.
struct FlowVersion {
    std::int64_t number = 1;
    auto operator<=>(const FlowVersion&) const = default;
};

// What a slot holds; `any` takes the entity's own kind.
enum class SlotType { any, text, integer, number, money, date, boolean };

// Who may see a slot's value outside the conversation.
enum class PiiClass { none, personal, secret };

// A value that a flow needs from the customer.
struct SlotSpec {
    SlotName name;
    std::vector<EntityKind> entities;  // kinds that fill it, first claim first
    SlotType type = SlotType::any;
    bool from_text = false;  // when asked for, the whole message will do
    ResponseName ask;
    std::optional<ResponseName> why;  // "why do you need that?"
    std::optional<Expression> valid_if;
    std::optional<ResponseName> invalid;  // said before asking again
    std::vector<SlotName> depends_on;     // this slot is cleared and asked again when one of these changes
    std::vector<std::string> options;     // offered as suggested actions, in this order
    std::optional<std::string>
        options_from;  // or from a fact list: "payee" offers payee.N.name, "appointment_slot.time" its times
    PiiClass pii = PiiClass::none;
    bool optional = false;  // "I would rather not say" is accepted
};

struct CollectStep {
    std::vector<SlotName> slots;
    StepName next;
};
struct SayStep {
    std::vector<ResponseName> say;
    StepName next;
};
struct BranchCase {
    Expression condition;
    StepName next;
};
struct BranchStep {
    std::vector<BranchCase> cases;
    StepName otherwise;
};
// facts: names that the FactSource answers to; `unknown` when one of them fails.
struct LookUpStep {
    std::vector<FactName> facts;
    StepName next;
    std::optional<StepName> unknown;
};
struct ConfirmStep {
    ResponseName ask;
    StepName yes;
    StepName no;
};
struct ActStep {
    ActionName action;
    StepName next;
    StepName refused;
};
struct RecommendStep {
    StepName next;
};
struct CallStep {
    FlowName flow;
    std::map<SlotName, SlotName> with;
    StepName next;
};  // callee's slot <- caller's slot
struct ClearStep {
    std::vector<SlotName> slots;
    StepName next;
};
struct HandOffStep {
    std::string queue;
    std::optional<ResponseName> say;
};
struct EndStep {};

using Step = std::variant<CollectStep, SayStep, BranchStep, LookUpStep, ConfirmStep, ActStep, RecommendStep,
                          CallStep, ClearStep, HandOffStep, EndStep>;

// What another task does to this one: allowed, allowed after asking, or put off until this one is done.
enum class InterruptionPolicy { allow, ask, never };
// And what happens to this one afterwards: it goes on, asks whether to go on, or is dropped.
enum class ReturnPolicy { resume, ask, drop };

struct Flow {
    FlowName name;
    FlowVersion version;
    std::string description;
    std::vector<IntentName> triggers;
    std::map<SlotName, SlotSpec> slots;
    StepName start;
    std::map<StepName, Step> steps;
    InterruptionPolicy interruptions = InterruptionPolicy::allow;
    ReturnPolicy on_return = ReturnPolicy::resume;
    std::vector<SlotName> carry_over;  // what outlives a session when the customer goes on with it later
    ResponseName when_unknown;         // a fact is missing and the step names no way out
    bool is_answer = false;            // from answers.json: answers, asks nothing, never interrupts anything
    std::string file;
};

// True when every way from the flow's start to `step` goes through an action: the flow must not be started
// over from there, or it would act again.
bool is_behind_action(const Flow& flow, const StepName& step);

// All flows of a pack; older versions stay findable while conversations run on them. Immutable; safe to
// share.
class Flows {
public:
    explicit Flows(std::vector<Flow> flows = {});

    // The newest version, or nullptr.
    const Flow* find(const FlowName& name) const;
    const Flow* find(const FlowName& name, FlowVersion version) const;
    // The version that a conversation began with, or the newest when the pack has dropped it; or nullptr.
    const Flow* find_running(const FlowName& name, FlowVersion version) const;
    // The flow this intent starts, or nullptr.
    const Flow* started_by(const IntentName& intent) const;
    const std::vector<Flow>& all() const { return flows_; }

private:
    std::vector<Flow> flows_;
    std::map<IntentName, std::size_t> by_trigger_;
};

// Reads flows/*.json and answers.json. Format and checks: docs/flows.md. Findings: E06xx.
Flows load_flows(const PackSource& source, const Pack& pack, Findings& findings);

}  // namespace parlance::dialogue
