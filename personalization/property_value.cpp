#include "personalization/property_value.h"

#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "intents/findings.h"

namespace parlance::personalization {
namespace {

using Reading = std::optional<SlotValue>;

template <typename T>
Reading some(const Result<T>& parsed) {
    if (!parsed) return std::nullopt;
    return SlotValue{*parsed};
}

Reading read_boolean(const JsonNode& node) {
    const auto* value = node.boolean();
    return value == nullptr ? Reading{} : Reading{*value};
}

Reading read_integer(const JsonNode& node) {
    const auto* value = node.integer();
    return value == nullptr ? Reading{} : Reading{*value};
}

// JSON has no spelling for what is not finite.
Reading read_number(const JsonNode& node) {
    using Limits = std::numeric_limits<double>;
    if (node.is_number()) return node.number_or(0);
    const auto* text = node.text();
    if (text == nullptr) return std::nullopt;
    if (*text == "nan") return Limits::quiet_NaN();
    if (*text == "inf") return Limits::infinity();
    if (*text == "-inf") return -Limits::infinity();
    return std::nullopt;
}

Reading read_money(const JsonNode& node) {
    const auto* amount = node.find("minor_units");
    const auto* currency = node.find("currency");
    if (amount == nullptr || currency == nullptr) return std::nullopt;
    if (amount->integer() == nullptr || currency->text() == nullptr) return std::nullopt;
    return Money{*amount->integer(), {*currency->text()}};
}

Reading read_date(const JsonNode& node) {
    return node.is_text() ? some(parse_date(*node.text())) : std::nullopt;
}

Reading read_range(const JsonNode& node) {
    const auto* first = node.find("first");
    const auto* last = node.find("last");
    if (first == nullptr || last == nullptr || !first->is_text() || !last->is_text()) return std::nullopt;
    const auto from = parse_date(*first->text());
    const auto to = parse_date(*last->text());
    if (!from || !to) return std::nullopt;
    return DateRange{*from, *to};
}

Reading read_text(const JsonNode& node) {
    return node.is_text() ? Reading{*node.text()} : Reading{};
}

struct KindForm {
    std::string_view kind;
    Reading (*read)(const JsonNode&);
    std::string_view form;
};

constexpr std::array<KindForm, 7> forms{{
    {"boolean", read_boolean, "true or false"},
    {"integer", read_integer, "a whole number of 64 bits"},
    {"number", read_number, "a number, \"nan\", \"inf\" or \"-inf\""},
    {"money", read_money, "{\"minor_units\": 1250, \"currency\": \"EUR\"}"},
    {"date", read_date, "a date such as \"2026-11-20\""},
    {"date_range", read_range, "{\"first\": \"2026-11-01\", \"last\": \"2026-11-20\"}"},
    {"text", read_text, "a text"},
}};

std::variant<SlotValue, PropertyProblem> read_tagged(const JsonNode& node) {
    const auto* kind = node.find("kind");
    const auto* value = node.find("value");
    if (kind == nullptr || value == nullptr || !kind->is_text()) {
        return PropertyProblem{node.position, "an object here needs \"kind\", a text, and \"value\"", {}};
    }
    for (const KindForm& form : forms) {
        if (form.kind != *kind->text()) continue;
        if (auto read = form.read(*value)) return std::move(*read);
        return PropertyProblem{
            value->position, "a " + std::string(form.kind) + " is written as " + std::string(form.form), {}};
    }
    std::vector<std::string> kinds;
    for (const KindForm& form : forms) kinds.emplace_back(form.kind);
    return PropertyProblem{kind->position, "unknown kind of value", did_you_mean(*kind->text(), kinds)};
}

}  // namespace

std::variant<SlotValue, PropertyProblem> read_property(const JsonNode& node) {
    if (const auto* flag = node.boolean()) return SlotValue{*flag};
    if (const auto* whole = node.integer()) return SlotValue{*whole};
    if (node.is_number()) return SlotValue{node.number_or(0)};
    if (const auto* text = node.text()) return SlotValue{*text};
    if (node.is_object()) return read_tagged(node);
    return PropertyProblem{node.position,
                           "a value is true, false, a number, a text or an object with \"kind\" and "
                           "\"value\", not " +
                               std::string(node.kind()),
                           {}};
}

}  // namespace parlance::personalization
