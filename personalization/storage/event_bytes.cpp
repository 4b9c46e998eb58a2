#include "personalization/storage/event_bytes.h"

#include <optional>

#include "personalization/state/state_bytes.h"

namespace parlance::personalization {
namespace {

constexpr std::uint32_t bytes_version = 1;

// What comes after a value's kind.
struct ValueWriter {
    StateWriter& writer;

    void operator()(const Money& value) const { writer(value.minor_units, value.currency.letters); }
    void operator()(const CalendarDate& value) const {
        writer(static_cast<int>(value.day.year()), static_cast<unsigned>(value.day.month()),
               static_cast<unsigned>(value.day.day()));
    }
    void operator()(const DateRange& value) const {
        (*this)(value.first);
        (*this)(value.last);
    }
    void operator()(const auto& value) const { writer(value); }
};

template <typename T>
T read_plain(StateReader& reader) {
    T value{};
    reader(value);
    return value;
}

CalendarDate read_day(StateReader& reader) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    reader(year, month, day);
    return {std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

std::optional<SlotValue> read_value(StateReader& reader) {
    const auto kind = read_plain<std::string>(reader);
    if (kind == "boolean") return read_plain<bool>(reader);
    if (kind == "integer") return read_plain<std::int64_t>(reader);
    if (kind == "number") return read_plain<double>(reader);
    if (kind == "text") return read_plain<std::string>(reader);
    if (kind == "date") return read_day(reader);
    if (kind == "money") {
        Money money;
        reader(money.minor_units, money.currency.letters);
        return money;
    }
    if (kind == "date_range") {
        const CalendarDate first = read_day(reader);
        return DateRange{first, read_day(reader)};
    }
    return std::nullopt;
}

Error damaged(const std::string& what) {
    return {ErrorCode::storage_failed, "an event's bytes are " + what};
}

}  // namespace

std::string to_event_bytes(const BehaviorEvent& event) {
    StateWriter writer;
    writer(bytes_version, event.at, std::string(to_text(event.kind)), event.platform, event.feature,
           event.action, event.duration.count(), event.properties.size());
    for (const auto& [name, value] : event.properties) {
        writer(name, std::string(kind_of(value)));
        std::visit(ValueWriter{writer}, value);
    }
    return writer.take();
}

Result<BehaviorEvent> read_event_bytes(std::string_view bytes) {
    StateReader reader(bytes);
    const auto version = read_plain<std::uint32_t>(reader);
    if (version != bytes_version) return damaged("of version " + std::to_string(version));
    BehaviorEvent event;
    event.source.clear();
    std::string kind;
    std::int64_t duration_ms = 0;
    std::size_t properties = 0;
    reader(event.at, kind, event.platform, event.feature, event.action, duration_ms, properties);
    event.duration = std::chrono::milliseconds{duration_ms};
    for (; properties > 0; --properties) {
        auto name = read_plain<std::string>(reader);
        auto value = read_value(reader);
        if (!value) return damaged("cut, or have a property of an unknown kind");
        event.properties.emplace(std::move(name), std::move(*value));
    }
    const auto known = behavior_kind(kind);
    if (!known || !reader.at_end()) return damaged("damaged");
    event.kind = *known;
    return event;
}

}  // namespace parlance::personalization
