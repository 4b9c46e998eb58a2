#include "dialogue/step_loader.h"

#include <algorithm>
#include <array>

namespace parlance::dialogue {

namespace {

constexpr std::array<std::string_view, 11> kinds{"collect",   "say",  "branch", "look_up",  "confirm", "act",
                                                 "recommend", "call", "clear",  "hand_off", "end"};

StepName step_name(ObjectReader& reader, std::string_view key) {
    return {reader.required_text(key)};
}

// A member that may be one text or a list of them.
std::vector<std::string> one_or_more(ObjectReader& reader, std::string_view key) {
    const auto* found = reader.any(key);
    if (found != nullptr && found->is_text()) return {*found->text()};
    return reader.texts(key);
}

template <typename Kind>
std::vector<Name<Kind>> names(std::vector<std::string> texts) {
    std::vector<Name<Kind>> list;
    list.reserve(texts.size());
    for (auto& text : texts) list.push_back({std::move(text)});
    return list;
}

BranchStep load_branch(ObjectReader& reader) {
    BranchStep step;
    if (const auto* cases = reader.array("branch")) {
        for (const auto& node : *cases->array()) {
            ObjectReader entry(node, reader.file(), reader.findings());
            auto condition = entry.expression("if");
            if (!entry.has("if")) entry.error("E0102", "if", "\"if\" is missing");
            const auto next = step_name(entry, "next");
            entry.finish();
            if (condition) step.cases.push_back({std::move(*condition), next});
        }
    }
    step.otherwise = step_name(reader, "else");
    return step;
}

CallStep load_call(ObjectReader& reader) {
    CallStep step;
    step.flow.text = reader.required_text("call");
    for (const auto& [callee, caller] : reader.text_map("with")) step.with[{callee}] = {caller};
    step.next = step_name(reader, "next");
    return step;
}

HandOffStep load_hand_off(ObjectReader& reader) {
    HandOffStep step{reader.required_text("hand_off"), std::nullopt};
    if (reader.has("say")) step.say = ResponseName{reader.required_text("say")};
    return step;
}

LookUpStep load_look_up(ObjectReader& reader) {
    LookUpStep step{names<FactKind>(one_or_more(reader, "look_up")), step_name(reader, "next"), std::nullopt};
    if (reader.has("unknown")) step.unknown = step_name(reader, "unknown");
    return step;
}

Step load_kind(std::string_view kind, ObjectReader& reader) {
    if (kind == "collect")
        return CollectStep{names<SlotKind>(one_or_more(reader, "collect")), step_name(reader, "next")};
    if (kind == "say")
        return SayStep{names<ResponseKind>(one_or_more(reader, "say")), step_name(reader, "next")};
    if (kind == "branch") return load_branch(reader);
    if (kind == "look_up") return load_look_up(reader);
    if (kind == "confirm") {
        return ConfirmStep{
            {reader.required_text("confirm")}, step_name(reader, "yes"), step_name(reader, "no")};
    }
    if (kind == "act")
        return ActStep{
            {reader.required_text("act")}, step_name(reader, "next"), step_name(reader, "refused")};
    if (kind == "call") return load_call(reader);
    if (kind == "clear")
        return ClearStep{names<SlotKind>(one_or_more(reader, "clear")), step_name(reader, "next")};
    if (kind == "hand_off") return load_hand_off(reader);
    if (kind == "recommend") {
        reader.boolean_or("recommend", true);
        return RecommendStep{step_name(reader, "next")};
    }
    reader.boolean_or("end", true);
    return EndStep{};
}

}  // namespace

std::optional<Step> load_step(const JsonNode& node, const std::string& file, Findings& findings) {
    ObjectReader reader(node, file, findings);
    if (!node.is_object()) return std::nullopt;
    std::vector<std::string_view> found;
    for (const auto kind : kinds) {
        // A hand-off may say something; that does not make it a say step.
        if (node.find(kind) != nullptr && !(kind == "say" && node.find("hand_off") != nullptr))
            found.push_back(kind);
    }
    if (found.size() != 1) {
        const std::vector<std::string> all(kinds.begin(), kinds.end());
        const auto* members = node.object();
        const std::string fix = members->empty() ? std::string{} : did_you_mean(members->front().key, all);
        findings.error("E0610", file, node.position,
                       found.empty()
                           ? "this step has no kind (collect, say, branch, look_up, confirm, act, ...)"
                           : "this step has more than one kind",
                       fix);
        return std::nullopt;
    }
    auto step = load_kind(found.front(), reader);
    reader.finish();
    return step;
}

std::vector<StepName> targets_of(const Step& step) {
    struct Targets {
        std::vector<StepName> operator()(const CollectStep& s) const { return {s.next}; }
        std::vector<StepName> operator()(const SayStep& s) const { return {s.next}; }
        std::vector<StepName> operator()(const BranchStep& s) const {
            std::vector<StepName> list{s.otherwise};
            for (const auto& entry : s.cases) list.push_back(entry.next);
            return list;
        }
        std::vector<StepName> operator()(const LookUpStep& s) const {
            return s.unknown ? std::vector{s.next, *s.unknown} : std::vector{s.next};
        }
        std::vector<StepName> operator()(const ConfirmStep& s) const { return {s.yes, s.no}; }
        std::vector<StepName> operator()(const ActStep& s) const { return {s.next, s.refused}; }
        std::vector<StepName> operator()(const RecommendStep& s) const { return {s.next}; }
        std::vector<StepName> operator()(const CallStep& s) const { return {s.next}; }
        std::vector<StepName> operator()(const ClearStep& s) const { return {s.next}; }
        std::vector<StepName> operator()(const HandOffStep&) const { return {}; }
        std::vector<StepName> operator()(const EndStep&) const { return {}; }
    };
    return std::visit(Targets{}, step);
}

std::vector<ResponseName> responses_of(const Step& step) {
    if (const auto* say = std::get_if<SayStep>(&step)) return say->say;
    if (const auto* confirm = std::get_if<ConfirmStep>(&step)) return {confirm->ask};
    if (const auto* hand_off = std::get_if<HandOffStep>(&step); hand_off != nullptr && hand_off->say)
        return {*hand_off->say};
    return {};
}

}  // namespace parlance::dialogue
