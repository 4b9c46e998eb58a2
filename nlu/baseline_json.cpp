#include <nlohmann/json.hpp>

#include "nlu/baseline.h"

namespace parlance::nlu {

namespace {

using nlohmann::json;

// Every number below a node, by its path: {"latency_ms": {"p50": 1}} gives "latency_ms/p50".
void collect_numbers(const json& node, const std::string& path, std::map<std::string, double>& numbers) {
    for (const auto& [key, value] : node.items()) {
        if (value.is_number()) numbers[path + key] = value.get<double>();
        if (value.is_object() && path.empty()) collect_numbers(value, key + "/", numbers);
    }
}

Result<EarlierMeasures> measures_in(const json& node, const std::string& where) {
    const auto failure = [&](const std::string& problem) {
        return Error{ErrorCode::bad_request, where + " is no output of `parlance eval --json`: " + problem};
    };
    if (!node.is_object()) return failure("it is not a JSON object");
    EarlierMeasures measures;
    collect_numbers(node, {}, measures.values);
    for (const char* key : {"accuracy", "macro_f1"}) {
        if (!measures.values.contains(key)) return failure("there is no number \"" + std::string(key) + "\"");
    }
    const auto intents = node.find("intents");
    if (intents == node.end() || !intents->is_array()) return failure("there is no list \"intents\"");
    for (const json& intent : *intents) {
        const bool is_complete = intent.is_object() && intent.contains("intent") && intent.contains("f1") &&
                                 intent["intent"].is_string() && intent["f1"].is_number();
        if (!is_complete) return failure("an entry of \"intents\" lacks \"intent\" or \"f1\"");
        measures.f1[IntentName{intent["intent"].get<std::string>()}] = intent["f1"].get<double>();
    }
    return measures;
}

}  // namespace

Result<Baseline> parse_baseline(const std::string& text, const std::string& name) {
    const json root = json::parse(text, nullptr, false);
    Baseline baseline;
    auto overall = measures_in(root, name);
    if (!overall) return overall.error();
    baseline.overall = std::move(*overall);
    const auto languages = root.find("languages");
    if (languages == root.end() || !languages->is_object()) return baseline;
    for (const auto& [language, node] : languages->items()) {
        auto measures = measures_in(node, name + " /languages/" + language);
        if (!measures) return measures.error();
        baseline.languages[language] = std::move(*measures);
    }
    return baseline;
}

}  // namespace parlance::nlu
