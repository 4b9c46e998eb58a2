#include <algorithm>
#include <set>

#include "dialogue/storage/demo_bank_records.h"
#include "intents/object_reader.h"

namespace parlance::dialogue::demo_bank {
namespace {

using Values = std::map<std::string, SlotValue>;

void wrong_value(ObjectReader& reader, const std::string& wanted) {
    reader.error("E0603", "value", "\"value\" must be " + wanted);
}

Values read_money(ObjectReader& reader) {
    const auto money = parse_money(reader.required_text("value"));
    if (money.has_value()) return {{"any", *money}};
    wrong_value(reader, "an amount such as \"12.50 EUR\"");
    return {};
}

Values read_text(ObjectReader& reader) {
    const JsonNode* node = reader.any("value");
    if (node != nullptr && node->is_text()) return {{"any", *node->text()}};
    Values values;
    for (const auto& [language, text] : reader.text_map("value")) values[language] = text;
    if (!values.contains("en") || !values.contains("de"))
        wrong_value(reader, "a text in \"en\" and in \"de\"");
    return values;
}

Values read_number(ObjectReader& reader, bool whole) {
    const JsonNode* node = reader.any("value");
    if (node != nullptr && node->integer() != nullptr) return {{"any", *node->integer()}};
    if (!whole && node != nullptr && node->is_number()) return {{"any", node->number_or(0)}};
    wrong_value(reader, whole ? "a whole number of days" : "a number");
    return {};
}

Values read_values(ObjectReader& reader) {
    const std::string type = reader.required_text("type");
    if (type == "money") return read_money(reader);
    if (type == "text") return read_text(reader);
    if (type == "percent") return {{"any", reader.required_number("value")}};
    if (type == "number") return read_number(reader, false);
    if (type == "duration_days") return read_number(reader, true);
    reader.error("E0603", "type", "unknown type \"" + type + "\"",
                 did_you_mean(type, {"percent", "money", "number", "text", "duration_days"}));
    reader.any("value");
    return {};
}

BankFact read_fact(const JsonNode& node, const std::string& file, Findings& findings) {
    ObjectReader reader(node, file, findings);
    BankFact fact;
    fact.name = reader.required_text("name");
    if (!fact.name.starts_with("bank.")) {
        reader.error("E0603", "name", "\"" + fact.name + "\" must begin with \"bank.\"");
    }
    fact.values = read_values(reader);
    fact.source = reader.required_text("source");
    const JsonNode* until = reader.any("valid_until");
    if (until != nullptr && !until->is_null()) {
        const auto date = parse_date(reader.text_or("valid_until", {}));
        if (date.has_value()) {
            fact.valid_until = *date;
        } else {
            reader.error("E0603", "valid_until", "\"valid_until\" must be a date such as \"2027-12-31\"");
        }
    }
    reader.finish();
    return fact;
}

}  // namespace

const BankFact* BankFacts::valid(const std::string& name, const CalendarDate& today) const {
    const auto found =
        std::find_if(facts_.begin(), facts_.end(), [&](const BankFact& fact) { return fact.name == name; });
    return found != facts_.end() && is_valid(*found, today) ? &*found : nullptr;
}

int BankFacts::count_or(const std::string& name, const CalendarDate& today, int otherwise) const {
    const BankFact* fact = valid(name, today);
    if (fact == nullptr) return otherwise;
    const auto* days = std::get_if<std::int64_t>(&value_of(*fact, Locale{}));
    return days != nullptr && *days > 0 && *days < 10000 ? static_cast<int>(*days) : otherwise;
}

const SlotValue& value_of(const BankFact& fact, const Locale& locale) {
    const auto any = fact.values.find("any");
    if (any != fact.values.end()) return any->second;
    const auto found = fact.values.find(locale.tag.starts_with("de") ? "de" : "en");
    return found != fact.values.end() ? found->second : fact.values.begin()->second;
}

bool is_valid(const BankFact& fact, const CalendarDate& today) {
    return !fact.values.empty() && (!fact.valid_until.has_value() || today <= *fact.valid_until);
}

BankFacts read_bank_facts(const PackFile& file, Findings& findings) {
    std::vector<BankFact> facts;
    std::set<std::string> names;
    ObjectReader reader(file.root, file.path, findings);
    const JsonNode* list = reader.required_array("facts");
    if (list != nullptr) {
        for (const JsonNode& node : *list->array()) {
            facts.push_back(read_fact(node, file.path, findings));
            if (!names.insert(facts.back().name).second) {
                findings.error("E0603", file.path, node.position,
                               "\"" + facts.back().name + "\" is given twice");
            }
        }
    }
    reader.finish();
    return BankFacts(std::move(facts));
}

}  // namespace parlance::dialogue::demo_bank
