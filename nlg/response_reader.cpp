#include "nlg/response_reader.h"

#include <algorithm>
#include <utility>

#include "intents/object_reader.h"
#include "nlg/wording.h"

namespace parlance::nlg {

ResponseReader::ResponseReader(const Pack& pack, Findings& findings) : pack_(pack), findings_(findings) {}

std::vector<ReadResponse> ResponseReader::read(const PackFile& file, const Locale& locale) {
    std::vector<ReadResponse> responses;
    ObjectReader reader(file.root, file.path, findings_);
    const std::string language = reader.required_text("language");
    if (!language.empty() && language != locale.tag) {
        reader.error("E0501", "language", "\"" + language + "\" stands in the file of \"" + locale.tag + "\"",
                     "write \"" + locale.tag + "\"");
    }
    if (const JsonNode* all = reader.required_object("responses")) {
        std::set<std::string> seen;
        for (const JsonMember& member : *all->object()) {
            if (!seen.insert(member.key).second) {
                findings_.error("E0508", file.path, member.key_position,
                                "the response \"" + member.key + "\" is given twice", "give it another name");
                continue;
            }
            if (auto response = read_response(member, file.path, locale))
                responses.push_back(std::move(*response));
        }
    }
    reader.finish();
    return responses;
}

std::optional<ReadResponse> ResponseReader::read_response(const JsonMember& member, const std::string& file,
                                                          const Locale& locale) {
    ReadResponse read{{member.key}, {}, {}, file, member.key_position};
    const JsonNode& node = member.value;
    if (node.is_object())
        read.response = read_object(node, file);
    else
        read.response.variants = read_variants(node, file);
    Response& response = read.response;
    if (response.variants.empty()) {
        findings_.error("E0508", file, member.key_position, "the response \"" + member.key + "\" has no text",
                        "give it at least one wording");
        return std::nullopt;
    }
    std::vector<std::string> templates = response.variants;
    if (response.apologetic) templates.push_back(*response.apologetic);
    for (const std::string& text : templates)
        read.placeholders.merge(check_template({text, file, node.position}, locale));
    if (response.each.empty() != response.item.empty()) {
        findings_.error(
            "E0507", file, node.position,
            "\"" + member.key + "\" needs both \"each\" (a list) and \"item\" (a line's template)");
        response.each.clear();
        response.item.clear();
    }
    if (response.each.empty()) return read;
    for (const std::string& name : check_template({response.item, file, node.position}, locale)) {
        if (name != "n") read.placeholders.insert(response.each + "_N_" + name);
    }
    return read;
}

Response ResponseReader::read_object(const JsonNode& node, const std::string& file) {
    ObjectReader reader(node, file, findings_);
    Response response;
    if (const JsonNode* text = reader.any("text")) response.variants = read_variants(*text, file);
    if (reader.has("apologetic")) response.apologetic = reader.text_or("apologetic", "");
    if (response.apologetic && response.apologetic->empty()) response.apologetic.reset();
    response.each = reader.text_or("each", "");
    response.item = reader.text_or("item", "");
    if (const JsonNode* actions = reader.array("actions")) response.actions = read_actions(*actions, file);
    reader.finish();
    return response;
}

std::vector<std::string> ResponseReader::read_variants(const JsonNode& node, const std::string& file) {
    if (const std::string* text = node.text()) return {*text};
    std::vector<std::string> variants;
    if (!node.is_array()) {
        findings_.error(
            "E0103", file, node.position,
            "a response is a text, a list of texts or an object, not " + std::string(node.kind()));
        return variants;
    }
    for (const JsonNode& variant : *node.array()) {
        const std::string* text = variant.text();
        if (text != nullptr && !text->empty()) {
            variants.push_back(*text);
            continue;
        }
        findings_.error("E0103", file, variant.position, "a wording is a text that is not empty");
    }
    return variants;
}

std::vector<SuggestedAction> ResponseReader::read_actions(const JsonNode& list, const std::string& file) {
    std::vector<SuggestedAction> actions;
    for (const JsonNode& node : *list.array()) {
        ObjectReader reader(node, file, findings_);
        if (!node.is_object()) continue;
        const SuggestedAction action{reader.required_text("title"), reader.required_text("payload")};
        check_payload(action.payload, file, reader.position_of("payload"));
        reader.finish();
        actions.push_back(action);
    }
    return actions;
}

void ResponseReader::check_payload(const std::string& payload, const std::string& file,
                                   SourcePosition position) {
    if (!payload.starts_with('/')) return;
    const IntentName intent{payload.substr(1)};
    if (pack_.find_intent(intent) != nullptr) return;
    std::vector<std::string> known;
    for (const IntentSpec& spec : pack_.intents) known.push_back(spec.name.text);
    findings_.error("E0506", file, position, "the action's intent \"" + intent.text + "\" is unknown",
                    did_you_mean(intent.text, known));
}

std::set<std::string> ResponseReader::check_template(const Template& checked, const Locale& locale) {
    const auto arguments = template_arguments(checked.text);
    if (arguments.has_error()) {
        findings_.error("E0504", checked.file, checked.position, arguments.error().detail);
        return {};
    }
    const auto literal = literal_text(checked.text);
    if (literal.has_error()) return *arguments;
    Reply said;
    said.text = *literal;
    ReplyPlan nothing_known;
    nothing_known.locale = locale;
    for (const UngroundedStatement& statement : grounding_.check(said, nothing_known)) {
        findings_.error("E0505", checked.file, checked.position,
                        "the literal " + statement.kind + " \"" + statement.text + "\" has no source",
                        "use a {fact} or write it as a word");
    }
    return *arguments;
}

}  // namespace parlance::nlg
