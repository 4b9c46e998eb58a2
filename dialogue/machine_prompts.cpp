// How the machine asks: for slots, for a yes, for which of several tasks.

#include "dialogue/machine_run.h"

#include <algorithm>

namespace parlance::dialogue {

namespace {

Choice choice(const std::string& label, const std::string& payload) {
    return {{label}, payload, payload};
}

}  // namespace

ResponseName flow_title(const Flow& flow) {
    return {"title." + (flow.triggers.empty() ? flow.name.text : flow.triggers.front().text)};
}

void MachineRun::ask_slot(const SlotSpec& slot) {
    Ask ask{slot.ask, {}, {}};
    for (const auto& option : slot.options) ask.choices.push_back(choice("option." + option, option));
    if (slot.options_from) {
        const auto dot = slot.options_from->find('.');
        const auto list = slot.options_from->substr(0, dot) + ".";
        const auto member = dot == std::string::npos ? ".name" : slot.options_from->substr(dot);
        for (const auto& fact : frame()->facts) {
            const auto& name = fact.name.text;
            const bool numbered =
                name.size() > list.size() + member.size() && name.starts_with(list) && name.ends_with(member);
            if (numbered) ask.choices.push_back(choice("", to_text(fact.value)));
        }
    }
    plan(std::move(ask));
    rest({Phase::asking, slot.name, {}, {}});
}

void MachineRun::ask_confirmation(const ConfirmStep& step) {
    plan(Ask{step.ask, {choice("label.yes", "/affirm"), choice("label.no", "/deny")}, {}});
    rest({Phase::confirming, {}, {}, {}});
}

void MachineRun::ask_return() {
    const auto* flow = active_flow();
    if (flow == nullptr) return;
    plan(Ask{{"repair.offer_return"},
             {choice("label.yes", "/affirm"), choice("label.no", "/deny")},
             {{{"flow_title"}, flow_title(*flow)}}});
    rest({Phase::offering_return, {}, {}, {}});
    moves_on_ = false;
}

void MachineRun::ask_switch(const IntentName& to) {
    const auto* flow = active_flow();
    if (flow == nullptr) return;
    plan(Ask{{"repair.offer_switch"},
             {choice("label.yes", "/affirm"), choice("label.no", "/deny")},
             {{{"flow_title"}, flow_title(*flow)}, {{"new_flow_title"}, {"title." + to.text}}}});
    rest({Phase::offering_switch, {}, {to}, {}});
    moves_on_ = false;
}

void MachineRun::ask_which(const std::vector<IntentName>& options) {
    Ask ask{{"repair.clarify"}, {}, {}};
    if (options.size() == 1) {
        const auto& intent = options.front().text;
        ask = {{"repair.did_you_mean"},
               {choice("label.yes", "/" + intent), choice("label.no", "/deny")},
               {{{"flow_title"}, {"title." + intent}}}};
    } else {
        for (const auto& intent : options)
            ask.choices.push_back(choice("title." + intent.text, "/" + intent.text));
    }
    plan(std::move(ask));
    rest({Phase::clarifying, {}, options, {}});
    moves_on_ = false;
}

// Asks the open question again; slot questions and confirmations come again by running the step.
void MachineRun::reopen_prompt() {
    const auto offered = state_.offered;
    if (state_.phase == Phase::offering_return) ask_return();
    if (state_.phase == Phase::offering_switch && !offered.empty()) ask_switch(offered.front());
    if (state_.phase == Phase::clarifying && frame() == nullptr) rest({});
}

}  // namespace parlance::dialogue
