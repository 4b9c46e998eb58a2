#include "personalization/offer_reader.h"

#include <optional>
#include <utility>

#include "personalization/catalogue_checks.h"
#include "personalization/life_event.h"
#include "personalization/offer_reasons.h"
#include "personalization/profile_attributes.h"

namespace parlance::personalization {
namespace {

const std::vector<std::string>& kind_names() {
    static const std::vector<std::string> names{"savings",  "investment", "retirement", "tax",     "credit",
                                                "mortgage", "insurance",  "card",       "service", "advice"};
    return names;
}

// A member in [0, 1]; E0408 for anything outside.
double read_share(ObjectReader& reader, std::string_view key) {
    const double share = reader.required_number(key);
    if (share >= 0 && share <= 1) return share;
    reader.error("E0408", key, "\"" + std::string(key) + "\" must lie between 0 and 1");
    return 0;
}

// A reason's placeholders must be numbers that the bank knows or that follow from them; judgements are not
// for customers.
void check_placeholders(ObjectReader& reader, const TextByLanguage& texts) {
    std::vector<std::string> numeric;
    for (const AttributeSpec& spec : attribute_specs()) {
        if (spec.kind == AttributeKind::number || spec.kind == AttributeKind::estimate)
            numeric.push_back(spec.name);
    }
    for (const auto& [tag, text] : texts) {
        check_names({reader, "text"}, placeholders_in(text), numeric, "numeric attribute");
    }
}

std::optional<ReasonRule> read_reason(const JsonNode& node, const Pack& pack, ObjectReader& offer) {
    ObjectReader reader(node, offer.file(), offer.findings());
    if (!node.is_object()) return std::nullopt;
    const auto condition = reader.expression("if");
    if (!reader.has("if")) reader.error("E0102", "if", "a reason needs \"if\"", "add \"if\": \"...\"");
    const double weight = reader.number_or("weight", 0.5);
    TextByLanguage text = read_texts({reader, "text"}, pack);
    check_no_digits({reader, "text"}, text);
    check_placeholders(reader, text);
    reader.finish();
    if (!condition) return std::nullopt;
    check_expression({reader, "if"}, *condition);
    return ReasonRule{*condition, weight, std::move(text)};
}

std::vector<ReasonRule> read_reasons(ObjectReader& reader, const Pack& pack) {
    std::vector<ReasonRule> reasons;
    const JsonNode* list = reader.required_array("reasons");
    if (list == nullptr) return reasons;
    for (const JsonNode& node : *list->array()) {
        if (auto reason = read_reason(node, pack, reader)) reasons.push_back(std::move(*reason));
    }
    if (list->array()->empty()) {
        reader.error("E0409", "reasons", "an offer without reasons is never shown",
                     "say when and why it fits");
    }
    return reasons;
}

std::map<std::string, std::vector<std::string>> read_disclaimers(ObjectReader& reader, const Pack& pack) {
    std::map<std::string, std::vector<std::string>> disclaimers;
    const JsonNode* node = reader.required_object("disclaimers");
    if (node == nullptr) return disclaimers;
    ObjectReader inner(*node, reader.file(), reader.findings());
    for (const Locale& locale : pack.languages) {
        if (!inner.has(locale.tag)) {
            reader.error("E0401", "disclaimers", "no disclaimers in \"" + locale.tag + "\"",
                         "add \"" + locale.tag + "\": [...] (may be empty)");
        }
        disclaimers[locale.tag] = inner.texts(locale.tag);
    }
    inner.finish();
    return disclaimers;
}

IntentName read_start(ObjectReader& reader, const Pack& pack) {
    IntentName start{reader.required_text("start")};
    if (!start.empty()) check_names({reader, "start"}, {start.text}, intent_names(pack), "intent");
    return start;
}

std::optional<Offer> read_offer(ObjectReader& reader, const Pack& pack) {
    const auto eligible_if = reader.expression("eligible_if");
    if (!reader.has("eligible_if")) {
        reader.error("E0102", "eligible_if", "an offer needs \"eligible_if\"",
                     "add \"eligible_if\": \"...\"");
    }
    const OfferId id{reader.required_text("id")};
    const auto kind = static_cast<RecommendationKind>(read_choice({reader, "kind"}, kind_names()));
    TextByLanguage name = read_texts({reader, "name"}, pack);
    TextByLanguage summary = read_texts({reader, "summary"}, pack);
    check_no_digits({reader, "summary"}, summary);
    auto topics = read_topics({reader, "topics"}, pack);
    auto intents = read_intents({reader, "intents"}, pack);
    auto life_events = reader.texts("life_events");
    check_names({reader, "life_events"}, life_events, life_event_names(), "life event");
    const std::vector<std::string> risks{"none", "low", "moderate", "high"};
    const std::string risk = risks[read_choice({reader, "risk"}, risks)];
    const double value = read_share(reader, "value");
    const double base_acceptance = read_share(reader, "base_acceptance");
    auto reasons = read_reasons(reader, pack);
    auto disclaimers = read_disclaimers(reader, pack);
    const IntentName start = read_start(reader, pack);
    reader.finish();
    if (!eligible_if) return std::nullopt;
    check_expression({reader, "eligible_if"}, *eligible_if);
    return Offer{id,
                 kind,
                 std::move(name),
                 std::move(summary),
                 std::move(topics),
                 std::move(intents),
                 std::move(life_events),
                 risk,
                 value,
                 base_acceptance,
                 *eligible_if,
                 std::move(reasons),
                 std::move(disclaimers),
                 start};
}

}  // namespace

std::vector<ReadOffer> read_offers(const PackFile& file, const Pack& pack, Findings& findings) {
    std::vector<ReadOffer> offers;
    ObjectReader top(file.root, file.path, findings);
    if (const JsonNode* list = top.required_array("offers")) {
        for (const JsonNode& node : *list->array()) {
            ObjectReader reader(node, file.path, findings);
            if (!node.is_object()) continue;
            if (auto offer = read_offer(reader, pack))
                offers.push_back({std::move(*offer), file.path, node.position});
        }
    }
    top.finish();
    return offers;
}

}  // namespace parlance::personalization
