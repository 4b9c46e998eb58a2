#include <algorithm>

#include "dialogue/storage/demo_bank_actions.h"
#include "dialogue/storage/demo_bank_appointments.h"
#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"
#include "dialogue/storage/demo_bank_wording.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int longest_search_days = 60;

Outcome facts_of(const Visit& visit, const Appointment& appointment) {
    FactList facts("appointment book", visit.now);
    facts.add("appointment.reference", appointment.reference);
    facts.add("appointment.date", appointment.date);
    facts.add("appointment.time", appointment.time);
    facts.add("appointment.topic", appointment.topic);
    return facts.take();
}

// The first free time on these days that the wish allows.
Result<FreeTime> find_time(const Visit& visit, const DateRange& days, const TimeWish& wish) {
    if (days.last < visit.today()) return refused("in_the_past");
    // Only today is asked for, and the time of day has gone by.
    const bool is_over = days.last == visit.today() && moment_of(visit.today(), wish.last) <= visit.now;
    if (is_over) return refused("in_the_past");
    CalendarDate day = std::max(days.first, visit.today());
    for (int count = 0; count < longest_search_days && day <= days.last; ++count, day = plus_days(day, 1)) {
        for (const FreeTime& time : free_times(visit, day)) {
            if (wish.first <= time.minutes && time.minutes <= wish.last) return time;
        }
    }
    return refused("no_free_time");
}

Result<FreeTime> wished_time(const Visit& visit) {
    const auto days = period_slot(visit.slots, "appointment_day");
    if (!days.has_value()) return missing_slot("appointment_day");
    const auto words = text_slot(visit.slots, "appointment_time");
    const TimeWish wish = words.has_value() ? read_time_wish(*words).value_or(TimeWish{}) : TimeWish{};
    return find_time(visit, *days, wish);
}

// The appointment that the customer means: the first one on the day named by `slot`, or the next one.
Result<Appointment> meant_appointment(const Visit& visit, std::string_view slot) {
    std::vector<Appointment> appointments = upcoming_appointments(visit);
    if (const auto days = period_slot(visit.slots, slot)) {
        std::erase_if(appointments, [&](const Appointment& appointment) {
            return appointment.date < days->first || days->last < appointment.date;
        });
    }
    if (appointments.empty()) return refused("no_appointment");
    return appointments.front();
}

}  // namespace

Outcome perform_book_appointment(const Visit& visit) {
    const auto time = wished_time(visit);
    if (!time.has_value()) return time.error();
    Appointment appointment;
    appointment.reference = reference_for("AP", visit.key);
    appointment.date = time->date;
    appointment.time = clock_text(time->minutes);
    appointment.topic = text_slot(visit.slots, "topic").value_or(default_topic_words(visit.locale));
    execute(visit.database, "INSERT INTO appointments VALUES(?, ?, ?, ?, ?, ?, 'booked')",
            appointment.reference, visit.customer.text, to_text(appointment.date), appointment.time,
            appointment.topic, text_slot(visit.slots, "channel").value_or(""));
    return facts_of(visit, appointment);
}

// Old and new time change hands in one statement: the customer never loses the one without the other.
Outcome perform_move_appointment(const Visit& visit) {
    auto appointment = meant_appointment(visit, "current_day");
    if (!appointment.has_value()) return appointment.error();
    const auto time = wished_time(visit);
    if (!time.has_value()) return time.error();
    appointment->date = time->date;
    appointment->time = clock_text(time->minutes);
    execute(visit.database, "UPDATE appointments SET day = ?, time = ? WHERE reference = ?",
            to_text(appointment->date), appointment->time, appointment->reference);
    return facts_of(visit, *appointment);
}

Outcome perform_cancel_appointment(const Visit& visit) {
    const bool is_named = visit.slots.contains({"current_day"});
    const auto appointment = meant_appointment(visit, is_named ? "current_day" : "appointment_day");
    if (!appointment.has_value()) return appointment.error();
    execute(visit.database, "UPDATE appointments SET status = 'cancelled' WHERE reference = ?",
            appointment->reference);
    return facts_of(visit, *appointment);
}

}  // namespace parlance::dialogue::demo_bank
