#include "personalization/outreach/outreach_reader.h"

#include <set>

#include "personalization/catalogue_checks.h"

namespace parlance::personalization {

namespace {

constexpr std::int64_t most_days = 3650;

void read_days(CheckedMember member, std::chrono::days& days) {
    auto& [reader, key] = member;
    const auto count = reader.integer_or(key, days.count());
    if (count >= 1 && count <= most_days) {
        days = std::chrono::days(count);
        return;
    }
    reader.error("E0413", key,
                 "\"" + std::string(key) + "\" must be between 1 and " + std::to_string(most_days));
}

std::optional<ReadOutreachRule> read_rule(ObjectReader& reader, const Pack& pack) {
    const auto when = reader.expression("if");
    if (!reader.has("if")) reader.error("E0102", "if", "a rule needs \"if\"", "add \"if\": \"...\"");
    const std::string id = reader.required_text("id");
    const auto trigger =
        static_cast<OutreachTrigger>(read_choice({reader, "trigger"}, outreach_trigger_names()));
    const ResponseName say{reader.required_text("say")};
    const IntentName about{reader.required_text("about")};
    if (!about.empty()) check_names({reader, "about"}, {about.text}, intent_names(pack), "intent");
    const bool is_marketing = read_choice({reader, "purpose"}, {"marketing", "service"}) == 0;
    std::chrono::days rests{60};
    std::chrono::days holds_for{14};
    read_days({reader, "rests_days"}, rests);
    read_days({reader, "holds_for_days"}, holds_for);
    reader.finish();
    if (!when) return std::nullopt;
    check_expression({reader, "if"}, *when);
    return ReadOutreachRule{{id, trigger, *when, say, about, is_marketing, rests, holds_for},
                            reader.file(),
                            reader.position_of("say")};
}

}  // namespace

std::vector<ReadOutreachRule> read_outreach(const PackSource& source, const Pack& pack, Findings& findings) {
    std::vector<ReadOutreachRule> rules;
    const PackFile* file = source.file("outreach.json");
    if (file == nullptr) return rules;
    ObjectReader top(file->root, file->path, findings);
    std::set<std::string> ids;
    if (const JsonNode* list = top.required_array("outreach")) {
        for (const JsonNode& node : *list->array()) {
            ObjectReader reader(node, file->path, findings);
            if (!node.is_object()) continue;
            auto rule = read_rule(reader, pack);
            if (!rule) continue;
            if (!ids.insert(rule->rule.id).second)
                reader.error("E0405", "id", "the rule \"" + rule->rule.id + "\" is given twice");
            rules.push_back(std::move(*rule));
        }
    }
    top.finish();
    return rules;
}

}  // namespace parlance::personalization
