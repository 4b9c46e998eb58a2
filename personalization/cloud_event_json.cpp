#include <cmath>
#include <nlohmann/json.hpp>

#include "personalization/cloud_event.h"

namespace parlance::personalization {
namespace {

using Json = nlohmann::ordered_json;

Json tagged(const SlotValue& value, Json content) {
    return {{"kind", kind_of(value)}, {"value", std::move(content)}};
}

// As plain JSON where that says the kind too, else with its kind beside it.
struct PropertyWriter {
    const SlotValue& whole;

    Json operator()(bool value) const { return value; }
    Json operator()(std::int64_t value) const { return value; }
    Json operator()(double value) const {
        if (std::isnan(value)) return tagged(whole, "nan");
        if (std::isinf(value)) return tagged(whole, value > 0 ? "inf" : "-inf");
        return value;
    }
    Json operator()(const Money& value) const {
        return tagged(whole, {{"minor_units", value.minor_units}, {"currency", value.currency.letters}});
    }
    Json operator()(const CalendarDate& value) const { return tagged(whole, to_text(value)); }
    Json operator()(const DateRange& value) const {
        return tagged(whole, {{"first", to_text(value.first)}, {"last", to_text(value.last)}});
    }
    Json operator()(const std::string& value) const { return value; }
};

}  // namespace

std::string to_cloud_event(const BehaviorEvent& event) {
    Json properties = Json::object();
    for (const auto& [name, value] : event.properties)
        properties[name] = std::visit(PropertyWriter{value}, value);
    const Json json = {
        {"specversion", "1.0"},
        {"id", event.id.text},
        {"source", event.source},
        {"type", "parlance.behavior." + std::string(to_text(event.kind))},
        {"subject", event.customer.text},
        {"time", to_rfc3339(event.at)},
        {"data",
         {{"platform", event.platform},
          {"feature", event.feature},
          {"action", event.action},
          {"duration_ms", event.duration.count()},
          {"properties", std::move(properties)}}},
    };
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parlance::personalization
