#include "personalization/storage/plain_sqlite_events.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace parlance::personalization {
namespace {

constexpr const char* all_events =
    "SELECT e.id, customer, at_ms, e.kind, platform, feature, action, duration_ms, p.name, p.kind, p.value"
    "  FROM behavior_event e LEFT JOIN behavior_property p ON p.event = e.id ORDER BY at_ms, e.id";

template <typename T>
std::optional<SlotValue> some(const Result<T>& parsed) {
    if (parsed.has_error()) return std::nullopt;
    return SlotValue{parsed.value()};
}

std::optional<SlotValue> read_value(const std::string& kind, const SQLite::Column& column) {
    if (kind == "boolean") return SlotValue{column.getInt() != 0};
    if (kind == "integer") return SlotValue{column.getInt64()};
    if (kind == "number") return SlotValue{column.getDouble()};
    if (kind == "money") return some(parse_money(column.getString()));
    if (kind == "date") return some(parse_date(column.getString()));
    if (kind == "date_range") return some(parse_date_range(column.getString()));
    if (kind == "text") return SlotValue{column.getString()};
    return std::nullopt;
}

BehaviorEvent read_event(SQLite::Statement& row) {
    const auto kind = behavior_kind(row.getColumn(3).getString());
    if (!kind) throw std::runtime_error("event " + row.getColumn(0).getString() + " has an unknown kind");
    BehaviorEvent event;
    event.id.text = row.getColumn(0).getString();
    event.customer.text = row.getColumn(1).getString();
    event.at = TimePoint{std::chrono::milliseconds{row.getColumn(2).getInt64()}};
    event.kind = *kind;
    event.platform = row.getColumn(4).getString();
    event.feature = row.getColumn(5).getString();
    event.action = row.getColumn(6).getString();
    event.duration = std::chrono::milliseconds{row.getColumn(7).getInt64()};
    return event;
}

void read_property(SQLite::Statement& row, BehaviorEvent& event) {
    if (row.getColumn(8).isNull()) return;
    auto value = read_value(row.getColumn(9).getString(), row.getColumn(10));
    if (!value) throw std::runtime_error("event " + event.id.text + " has a property that cannot be read");
    event.properties.emplace(row.getColumn(8).getString(), std::move(*value));
}

}  // namespace

std::vector<BehaviorEvent> take_plain_events(SQLite::Database& database) {
    std::vector<BehaviorEvent> events;
    if (!database.tableExists("behavior_event")) return events;
    {
        SQLite::Statement row(database, all_events);
        while (row.executeStep()) {
            if (events.empty() || events.back().id.text != row.getColumn(0).getString())
                events.push_back(read_event(row));
            read_property(row, events.back());
        }
    }
    database.exec("DROP TABLE behavior_property");
    database.exec("DROP TABLE behavior_event");
    return events;
}

}  // namespace parlance::personalization
