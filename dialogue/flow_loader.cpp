#include <algorithm>
#include <set>

#include "dialogue/flow.h"
#include "dialogue/flow_checks.h"
#include "dialogue/step_loader.h"
#include "intents/object_reader.h"

namespace parlance::dialogue {

namespace {

template <typename Value>
Value choose(ObjectReader& reader, std::string_view key,
             const std::vector<std::pair<std::string, Value>>& choices) {
    const auto text = reader.text_or(key, choices.front().first);
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
        if (name == text) return value;
        names.push_back(name);
    }
    reader.error("E0601", key, "\"" + text + "\" is no " + std::string(key), did_you_mean(text, names));
    return choices.front().second;
}

std::optional<ResponseName> optional_response(ObjectReader& reader, std::string_view key) {
    if (!reader.has(key)) return std::nullopt;
    return ResponseName{reader.required_text(key)};
}

SlotSpec load_slot(const JsonMember& member, const std::string& file, Findings& findings) {
    ObjectReader reader(member.value, file, findings);
    SlotSpec spec;
    spec.name.text = member.key;
    for (auto& kind : reader.texts("entities")) spec.entities.push_back({std::move(kind)});
    spec.type = choose<SlotType>(reader, "type",
                                 {{"any", SlotType::any},
                                  {"text", SlotType::text},
                                  {"integer", SlotType::integer},
                                  {"number", SlotType::number},
                                  {"money", SlotType::money},
                                  {"date", SlotType::date},
                                  {"boolean", SlotType::boolean}});
    spec.from_text = reader.boolean_or("from_text", false);
    spec.ask.text = reader.text_or("ask", "");
    spec.why = optional_response(reader, "why");
    spec.valid_if = reader.expression("valid_if");
    spec.invalid = optional_response(reader, "invalid");
    for (auto& slot : reader.texts("depends_on")) spec.depends_on.push_back({std::move(slot)});
    spec.options = reader.texts("options");
    if (reader.has("options_from")) spec.options_from = reader.required_text("options_from");
    spec.pii = choose<PiiClass>(
        reader, "pii",
        {{"none", PiiClass::none}, {"personal", PiiClass::personal}, {"secret", PiiClass::secret}});
    spec.optional = reader.boolean_or("optional", false);
    reader.finish();
    return spec;
}

Flow load_flow(const PackFile& file, Findings& findings) {
    ObjectReader reader(file.root, file.path, findings);
    Flow flow;
    flow.file = file.path;
    flow.name.text = reader.required_text("flow");
    flow.version.number = reader.integer_or("version", 1);
    flow.description = reader.text_or("description", "");
    for (auto& intent : reader.texts("triggers")) flow.triggers.push_back({std::move(intent)});
    flow.start.text = reader.required_text("start");
    flow.when_unknown.text = reader.text_or("when_unknown", "repair.no_answer");
    flow.interruptions = choose<InterruptionPolicy>(reader, "interruptions",
                                                    {{"allow", InterruptionPolicy::allow},
                                                     {"ask", InterruptionPolicy::ask},
                                                     {"never", InterruptionPolicy::never}});
    flow.on_return = choose<ReturnPolicy>(
        reader, "return",
        {{"resume", ReturnPolicy::resume}, {"ask", ReturnPolicy::ask}, {"drop", ReturnPolicy::drop}});
    for (auto& slot : reader.texts("carry_over")) flow.carry_over.push_back({std::move(slot)});
    if (const auto* slots = reader.object("slots")) {
        for (const auto& member : *slots->object())
            flow.slots[{member.key}] = load_slot(member, file.path, findings);
    }
    if (const auto* steps = reader.required_object("steps")) {
        for (const auto& member : *steps->object()) {
            if (auto step = load_step(member.value, file.path, findings))
                flow.steps.insert_or_assign({member.key}, std::move(*step));
        }
    }
    reader.finish();
    return flow;
}

// An answer is a flow of at most four steps: look up, say, recommend, end (or hand off).
Flow load_answer(const JsonNode& node, const PackFile& file, Findings& findings) {
    ObjectReader reader(node, file.path, findings);
    Flow flow;
    flow.file = file.path;
    flow.is_answer = true;
    const auto intent = reader.required_text("intent");
    flow.name.text = "answer_" + intent;
    flow.triggers = {{intent}};
    flow.when_unknown.text = reader.text_or("when_unknown", "repair.no_answer");
    std::vector<FactName> look_ups;
    for (auto& name : reader.texts("look_up")) look_ups.push_back({std::move(name)});
    std::vector<ResponseName> say;
    for (auto& name : reader.texts("say")) say.push_back({std::move(name)});
    if (say.empty()) reader.error("E0602", "say", "the answer to \"" + intent + "\" says nothing");
    const bool recommends = reader.boolean_or("recommend", false);
    const auto queue = reader.text_or("hand_off", "");
    reader.finish();

    flow.start.text = look_ups.empty() ? "say" : "look_up";
    if (!look_ups.empty()) flow.steps[{"look_up"}] = LookUpStep{std::move(look_ups), {"say"}, std::nullopt};
    flow.steps[{"say"}] = SayStep{std::move(say), {recommends ? "recommend" : "end"}};
    if (recommends) flow.steps[{"recommend"}] = RecommendStep{{"end"}};
    flow.steps[{"end"}] = queue.empty() ? Step{EndStep{}} : Step{HandOffStep{queue, std::nullopt}};
    return flow;
}

void load_answers(const PackFile& file, std::vector<Flow>& flows, Findings& findings) {
    ObjectReader reader(file.root, file.path, findings);
    const auto* answers = reader.required_array("answers");
    reader.finish();
    if (answers == nullptr) return;
    for (const auto& node : *answers->array()) flows.push_back(load_answer(node, file, findings));
}

}  // namespace

Flows load_flows(const PackSource& source, const Pack& pack, Findings& findings) {
    std::vector<Flow> flows;
    for (const auto* file : source.files_in("flows")) {
        flows.push_back(load_flow(*file, findings));
        check_flow(flows.back(), file->root, pack, findings);
    }
    if (const auto* answers = source.file("answers.json")) load_answers(*answers, flows, findings);
    check_flows_together(flows, source, pack, findings);
    return Flows(std::move(flows));
}

}  // namespace parlance::dialogue
