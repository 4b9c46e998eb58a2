#include "dialogue/storage/demo_bank_appointments.h"

#include <algorithm>
#include <set>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int first_minute = 9 * 60;
constexpr int last_minute = 16 * 60 + 30;
constexpr int slot_minutes = 30;
constexpr int first_morning_hour = 8;  // "at 3" is in the afternoon, "at 9" in the morning

struct DayPart {
    std::string_view word;
    TimeWish wish;
};

constexpr DayPart day_parts[] = {
    {"afternoon", {12 * 60, 17 * 60}}, {"nachmittag", {12 * 60, 17 * 60}},
    {"evening", {16 * 60, 24 * 60}},   {"abend", {16 * 60, 24 * 60}},
    {"vormittag", {0, 12 * 60 - 1}},   {"morning", {0, 12 * 60 - 1}},
    {"morgens", {0, 12 * 60 - 1}},     {"frueh", {0, 12 * 60 - 1}},
    {"noon", {12 * 60, 13 * 60 + 30}}, {"mittag", {12 * 60, 13 * 60 + 30}},
};

// Reads up to two digits at `at` and moves on; -1 when there are none.
int take_digits(const std::string& text, std::size_t& at) {
    int value = -1;
    for (int digit = 0; digit < 2 && at < text.size() && text[at] >= '0' && text[at] <= '9'; ++digit, ++at) {
        value = std::max(value, 0) * 10 + (text[at] - '0');
    }
    return value;
}

bool says_pm(const std::string& text) {
    return text.find("pm") != std::string::npos || text.find("p.m") != std::string::npos;
}

bool says_am(const std::string& text) {
    return text.find("am") != std::string::npos || text.find("a.m") != std::string::npos;
}

std::optional<TimeWish> read_clock_time(const std::string& text) {
    std::size_t at = text.find_first_of("0123456789");
    if (at == std::string::npos) return std::nullopt;
    int hour = take_digits(text, at);
    int minute = 0;
    if (at + 1 < text.size() && (text[at] == ':' || text[at] == '.' || text[at] == 'h')) {
        minute = std::max(0, take_digits(text, ++at));
    }
    if (hour > 23 || minute > 59) return std::nullopt;
    if (hour < 12 && (says_pm(text) || (hour > 0 && hour < first_morning_hour && !says_am(text)))) hour += 12;
    const int wanted = hour * 60 + minute;
    return TimeWish{wanted, wanted};
}

std::set<std::string> booked_times(const Visit& visit, const CalendarDate& date) {
    SQLite::Statement rows = prepared(
        visit.database, "SELECT time FROM appointments WHERE day = ? AND status = 'booked'", to_text(date));
    std::set<std::string> times;
    while (rows.executeStep()) times.insert(rows.getColumn(0).getString());
    return times;
}

void add_free_times(const Visit& visit, FactList& facts) {
    std::vector<FreeTime> offered;
    if (const auto wish = period_slot(visit.slots, "appointment_day")) {
        const CalendarDate first = std::max(wish->first, visit.today());
        for (CalendarDate day = first; day <= wish->last && offered.size() < list_limit;
             day = plus_days(day, 1)) {
            for (const FreeTime& time : free_times(visit, day)) {
                if (offered.size() < list_limit) offered.push_back(time);
            }
            if (days_between(first, day) >= 31) break;
        }
    } else {
        // One a day, not always the day's first.
        CalendarDate day = visit.today();
        for (std::size_t count = 0; count < list_limit; ++count) {
            day = next_business_day(day);
            const std::vector<FreeTime> times = free_times(visit, day);
            if (!times.empty()) offered.push_back(times[scramble(to_text(day)) % times.size()]);
        }
    }
    facts.from("adviser's calendar");
    facts.add("appointment_slot.count", static_cast<std::int64_t>(offered.size()));
    for (std::size_t index = 0; index < offered.size(); ++index) {
        facts.add("appointment_slot", index + 1, "date", offered[index].date);
        facts.add("appointment_slot", index + 1, "time", clock_text(offered[index].minutes));
    }
}

}  // namespace

std::optional<TimeWish> read_time_wish(const std::string& text) {
    const std::string wish = comparable(text);
    if (const auto time = read_clock_time(wish)) return time;
    for (const DayPart& part : day_parts) {
        if (wish.find(part.word) != std::string::npos) return part.wish;
    }
    return std::nullopt;
}

std::vector<FreeTime> free_times(const Visit& visit, const CalendarDate& date) {
    std::vector<FreeTime> times;
    if (!is_business_day(date)) return times;
    const std::set<std::string> booked = booked_times(visit, date);
    for (int minutes = first_minute; minutes <= last_minute; minutes += slot_minutes) {
        const bool is_taken =
            scramble(to_text(date), minutes) % 3 == 0 || booked.contains(clock_text(minutes));
        if (!is_taken && moment_of(date, minutes) > visit.now) times.push_back({date, minutes});
    }
    return times;
}

std::vector<Appointment> upcoming_appointments(const Visit& visit) {
    const std::string now = to_rfc3339(visit.now);
    SQLite::Statement rows = prepared(visit.database,
                                      "SELECT reference, day, time, topic FROM appointments"
                                      " WHERE customer = ? AND status = 'booked' AND day || 'T' || time >= ?"
                                      " ORDER BY day, time",
                                      visit.customer.text, now.substr(0, 16));
    std::vector<Appointment> appointments;
    while (rows.executeStep()) {
        const auto date = parse_date(rows.getColumn(1).getString());
        if (!date.has_value()) continue;  // written by to_text: cannot fail
        appointments.push_back({rows.getColumn(0).getString(), *date, rows.getColumn(2).getString(),
                                rows.getColumn(3).getString()});
    }
    return appointments;
}

Outcome look_up_appointments(const Visit& visit) {
    const std::vector<Appointment> appointments = upcoming_appointments(visit);
    FactList facts("appointment book", visit.now);
    facts.add("appointment.count", static_cast<std::int64_t>(appointments.size()));
    for (std::size_t index = 0; index < std::min(appointments.size(), list_limit); ++index) {
        facts.add("appointment", index + 1, "date", appointments[index].date);
        facts.add("appointment", index + 1, "time", appointments[index].time);
        facts.add("appointment", index + 1, "topic", appointments[index].topic);
    }
    add_free_times(visit, facts);
    return facts.take();
}

Outcome look_up_appointment_slots(const Visit& visit) {
    FactList facts("adviser's calendar", visit.now);
    add_free_times(visit, facts);
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
