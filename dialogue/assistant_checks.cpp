#include "dialogue/assistant_checks.h"

#include <algorithm>
#include <array>
#include <set>

#include "dialogue/flow_checks.h"
#include "dialogue/step_loader.h"

namespace parlance::dialogue {

namespace {

// What the machine and the planner say by themselves.
constexpr std::array<std::string_view, 28> engine_responses{"knowledge.quote",
                                                            "repair.cannot_handle",
                                                            "repair.cannot_handle_in_flow",
                                                            "repair.clarify",
                                                            "repair.did_you_mean",
                                                            "repair.welcome_back",
                                                            "repair.cancelled",
                                                            "repair.cancelled_flow",
                                                            "repair.nothing_to_cancel",
                                                            "repair.hand_off",
                                                            "repair.already_handed_off",
                                                            "repair.taken_back",
                                                            "repair.waiting",
                                                            "repair.resume",
                                                            "repair.offer_return",
                                                            "repair.offer_switch",
                                                            "repair.queued",
                                                            "repair.corrected",
                                                            "repair.correct_what",
                                                            "repair.no_why",
                                                            "repair.refused_required",
                                                            "repair.skipped",
                                                            "repair.nothing_to_repeat",
                                                            "repair.no_answer",
                                                            "repair.ungrounded",
                                                            "repair.yes_or_no",
                                                            "label.yes",
                                                            "label.no"};

class AssistantChecker {
public:
    AssistantChecker(const nlg::Responses& responses, const PackSource& source, Findings& findings)
        : source_(source),
          findings_(findings),
          names_(responses.names()),
          known_(names_.begin(), names_.end()) {}

    void need(const std::string& response, const std::string& file, SourcePosition at,
              const std::string& by) {
        used_.insert(response);
        if (known_.contains(response)) return;
        findings_.error("E0640", file, at,
                        by + " needs the response \"" + response + "\", which the pack lacks",
                        did_you_mean(response, names_));
    }

    void check(const Flow& flow) {
        need(flow.when_unknown.text, flow.file, place(flow, {"when_unknown"}),
             "flow \"" + flow.name.text + "\"");
        for (const auto& intent : flow.triggers)
            need("title." + intent.text, flow.file, place(flow, {"triggers"}),
                 "flow \"" + flow.name.text + "\"");
        for (const auto& [name, slot] : flow.slots) {
            const std::string by = "slot \"" + name.text + "\"";
            const auto at = place(flow, {"slots", name.text});
            if (!slot.ask.empty()) need(slot.ask.text, flow.file, at, by);
            if (slot.why) need(slot.why->text, flow.file, at, by);
            if (slot.invalid) need(slot.invalid->text, flow.file, at, by);
            for (const auto& option : slot.options) used_.insert("option." + option);
        }
        for (const auto& [name, step] : flow.steps) {
            for (const auto& response : responses_of(step))
                need(response.text, flow.file, place(flow, {"steps", name.text}),
                     "step \"" + name.text + "\"");
        }
    }

    void report_unused() {
        for (const auto& name : names_) {
            if (used_.contains(name) || name.starts_with("title.")) continue;
            findings_.warning("W0640", "responses", {}, "nothing says the response \"" + name + "\"");
        }
    }

private:
    SourcePosition place(const Flow& flow, std::initializer_list<std::string_view> path) const {
        const auto* file = source_.file(flow.file);
        return file == nullptr ? SourcePosition{} : dialogue::place(file->root, path);
    }

    const PackSource& source_;
    Findings& findings_;
    std::vector<std::string> names_;
    std::set<std::string> known_;
    std::set<std::string> used_;
};

}  // namespace

void check_assistant(const AssistantParts& parts, const PackSource& source, Findings& findings) {
    AssistantChecker checker(parts.responses, source, findings);
    for (const auto response : engine_responses)
        checker.need(std::string(response), "responses", {}, "the engine");
    for (const auto& flow : parts.flows.all()) checker.check(flow);
    for (const auto& each : parts.outreach)
        checker.need(each.rule.say.text, each.file, each.say, "outreach \"" + each.rule.id + "\"");
    checker.report_unused();
    for (const auto& offer : parts.catalogue.offers) {
        if (offer.start.empty() || parts.flows.started_by(offer.start) != nullptr) continue;
        findings.error(
            "E0641", "offers", {},
            "offer \"" + offer.id.text + "\" begins with \"" + offer.start.text + "\", which starts no flow");
    }
}

}  // namespace parlance::dialogue
