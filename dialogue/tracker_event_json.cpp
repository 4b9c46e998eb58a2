// A line:
// {"v":1,"type":"slot_filled","slot":"amount","value":{"kind":"money","value":{...}},"corrected":false}.

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "dialogue/tracker_event.h"
#include "dialogue/tracker_event_members.h"

namespace parlance::dialogue {
namespace {

using Json = nlohmann::json;
using event_members::last_of;
using event_members::list_members;
using event_members::spelling;
using event_members::type_of;

constexpr int schema_version = 1;

// Collects the members of one value in a JSON object.
struct Writer {
    Json object = Json::object();

    template <typename T>
    void operator()(const char* key, const T& value) {
        object[key] = of(value);
    }

    static Json of(const std::string& value) { return value; }
    static Json of(bool value) { return value; }
    static Json of(std::int64_t value) { return value; }
    static Json of(float value) { return of(static_cast<double>(value)); }
    static Json of(double value) {  // JSON has no spelling for the first three
        if (std::isnan(value)) return "nan";
        if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
        return value;
    }
    static Json of(TimePoint value) { return value.time_since_epoch().count(); }
    static Json of(const CalendarDate& value) { return to_text(value); }
    static Json of(const DateRange& value) {
        return {{"first", to_text(value.first)}, {"last", to_text(value.last)}};
    }
    static Json of(const Money& value) {
        return {{"minor_units", value.minor_units}, {"currency", value.currency.letters}};
    }
    static Json of(const SlotValue& value) {
        return {{"kind", kind_of(value)}, {"value", std::visit([](const auto& v) { return of(v); }, value)}};
    }
    template <typename Kind>
    static Json of(const Name<Kind>& value) {
        return value.text;
    }
    template <typename T>
    static Json of(const std::vector<T>& values) {
        Json array = Json::array();
        for (const auto& value : values) array.push_back(of(value));
        return array;
    }
    template <typename T>
    static Json of(const T& value) {
        if constexpr (std::is_enum_v<T>)
            return spelling(value);
        else {
            Writer writer;
            list_members(writer, value);
            return std::move(writer.object);
        }
    }
};

// What is wrong with a line. Never quotes its values: they are a customer's. Does not leave this file.
struct Defect : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void expect(bool holds, const char* what) {
    if (!holds) throw Defect(std::string("is not ") + what);
}

const Json& member(const Json& object, const char* key) {
    expect(object.is_object(), "an object");
    const auto found = object.find(key);
    if (found == object.end()) throw Defect(std::string("lacks \"") + key + '"');
    return *found;
}

// Reads the members of one value. Each overload of `take` accepts exactly what Writer makes.
struct Reader {
    const Json& object;

    template <typename T>
    void operator()(const char* key, T& value) {
        const auto& found = member(object, key);
        try {
            take(found, value);
        } catch (const Defect& inner) {
            throw Defect(std::string("has \"") + key + "\" that " + inner.what());
        }
    }

    static void take(const Json& json, std::string& value) {
        expect(json.is_string(), "a text");
        value = json.get<std::string>();
    }
    static void take(const Json& json, bool& value) {
        expect(json.is_boolean(), "a boolean");
        value = json.get<bool>();
    }
    static void take(const Json& json, std::int64_t& value) {
        const bool too_big =
            json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{INT64_MAX};
        expect(json.is_number_integer() && !too_big, "a whole number of 64 bits");
        value = json.get<std::int64_t>();
    }
    static void take(const Json& json, double& value) {
        using Limits = std::numeric_limits<double>;
        if (json.is_number())
            value = json.get<double>();
        else if (json == "nan")
            value = Limits::quiet_NaN();
        else if (json == "inf")
            value = Limits::infinity();
        else if (json == "-inf")
            value = -Limits::infinity();
        else
            throw Defect("is not a number");
    }
    static void take(const Json& json, float& value) {
        double wide = 0;
        take(json, wide);
        const bool fits = !std::isfinite(wide) || std::abs(wide) <= double{std::numeric_limits<float>::max()};
        expect(fits, "a number of 32 bits");
        value = static_cast<float>(wide);
    }
    static void take(const Json& json, TimePoint& value) {
        std::int64_t count = 0;
        take(json, count);
        value = TimePoint{std::chrono::milliseconds{count}};
    }
    static void take(const Json& json, CalendarDate& value) {
        std::string text;
        take(json, text);
        const auto date = parse_date(text);
        expect(date.has_value(), "a date");
        value = *date;
    }
    static void take(const Json& json, DateRange& value) {
        take(member(json, "first"), value.first);
        take(member(json, "last"), value.last);
    }
    static void take(const Json& json, Money& value) {
        take(member(json, "minor_units"), value.minor_units);
        take(member(json, "currency"), value.currency.letters);
    }
    static void take(const Json& json, SlotValue& value) {
        std::string kind;
        take(member(json, "kind"), kind);
        take_alternative(kind, member(json, "value"), value);
    }
    template <typename Kind>
    static void take(const Json& json, Name<Kind>& value) {
        take(json, value.text);
    }
    template <typename T>
    static void take(const Json& json, std::vector<T>& values) {
        expect(json.is_array(), "a list");
        values.resize(json.size());
        for (std::size_t i = 0; i < json.size(); ++i) take(json[i], values[i]);
    }
    template <typename T>
    static void take(const Json& json, T& value) {
        if constexpr (std::is_enum_v<T>)
            take_word(json, value);
        else {
            Reader reader{json};
            list_members(reader, value);
        }
    }

private:
    template <typename Enum>
    static void take_word(const Json& json, Enum& value) {
        std::string text;
        take(json, text);
        for (int i = 0; i <= static_cast<int>(last_of<Enum>); ++i) {
            value = static_cast<Enum>(i);
            if (spelling(value) == text) return;
        }
        throw Defect("is an unknown word");
    }

    template <std::size_t index = 0>
    static void take_alternative(const std::string& kind, const Json& json, SlotValue& value) {
        if constexpr (index == std::variant_size_v<SlotValue>) {
            throw Defect("has an unknown \"kind\"");
        } else {
            std::variant_alternative_t<index, SlotValue> content{};
            if (kind_of(SlotValue{content}) != kind) return take_alternative<index + 1>(kind, json, value);
            take(json, content);
            value = std::move(content);
        }
    }
};

template <std::size_t index = 0>
TrackerEvent read_event(const std::string& type, const Json& json) {
    if constexpr (index == std::variant_size_v<TrackerEvent>) {
        throw Defect("is of the unknown type \"" + type + '"');
    } else {
        using Event = std::variant_alternative_t<index, TrackerEvent>;
        static_assert(!type_of<Event>.empty(), "a new event needs a name");
        if (type_of<Event> != type) return read_event<index + 1>(type, json);
        Event event{};
        Reader::take(json, event);
        return event;
    }
}

TrackerEvent read_line(const Json& json) {
    if (json.is_discarded()) throw Defect("is not JSON");
    std::int64_t version = 0;
    Reader::take(member(json, "v"), version);
    if (version != schema_version) {
        throw Defect("has version " + std::to_string(version) + "; this program reads version 1");
    }
    std::string type;
    Reader::take(member(json, "type"), type);
    return read_event(type, json);
}

}  // namespace

std::string to_json(const TrackerEvent& event) {
    Json json = std::visit([](const auto& e) { return Writer::of(e); }, event);
    json["v"] = schema_version;
    json["type"] = std::visit([]<typename Event>(const Event&) { return type_of<Event>; }, event);
    // Texts come in as valid UTF-8; should one not be, a replacement character is better than a lost turn.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<TrackerEvent> tracker_event_from_json(std::string_view text) {
    try {
        return read_line(Json::parse(text, nullptr, false));
    } catch (const std::exception& defect) {
        return Error{ErrorCode::storage_failed, std::string("a stored event ") + defect.what()};
    }
}

}  // namespace parlance::dialogue
