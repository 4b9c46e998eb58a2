#include <catch2/catch.hpp>

#include "tests/dialogue/small_demo_bank.h"

namespace parlance::tests {

using dialogue::Slots;

TEST_CASE("an appointment is booked once, shown, and can be cancelled", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const Slots monday{{slot("appointment_day"), day("2026-11-23")}, {slot("topic"), text("mortgage")}};
    const auto first = small.perform("book_appointment", monday);
    CHECK(fact(first, "appointment.date") == SlotValue(day("2026-11-23")));
    const auto second = small.perform("book_appointment", monday, "K2");
    CHECK(fact(second, "appointment.time") != fact(first, "appointment.time"));
    const auto same_time =
        small.perform("book_appointment", {{slot("appointment_day"), day("2026-11-23")},
                                           {slot("appointment_time"), fact(first, "appointment.time")}});
    CHECK(failure(same_time) == "refused: no_free_time");
    const auto shown = small.look_up("appointments");
    CHECK(fact(shown, "appointment.count") == whole(1));
    CHECK(fact(shown, "appointment.1.topic") == text("mortgage"));
    const auto cancelled = small.perform("cancel_appointment");
    CHECK(fact(cancelled, "appointment.reference") == fact(first, "appointment.reference"));
    CHECK(failure(small.perform("cancel_appointment")) == "refused: no_appointment");
    CHECK(failure(small.perform("book_appointment",
                                {{slot("appointment_day"), day("2026-11-23")},
                                 {slot("appointment_time"), fact(first, "appointment.time")}}))
              .empty());
}

TEST_CASE("moving an appointment keeps it until the new time is sure", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const Slots monday{{slot("appointment_day"), day("2026-11-23")}, {slot("topic"), text("mortgage")}};
    const Slots tuesday{{slot("appointment_day"), day("2026-11-24")}};
    CHECK(failure(small.perform("move_appointment", tuesday)) == "refused: no_appointment");
    const auto booked = small.perform("book_appointment", monday);
    const auto moved = small.perform("move_appointment", tuesday);
    CHECK(fact(moved, "appointment.reference") == fact(booked, "appointment.reference"));
    CHECK(fact(moved, "appointment.date") == SlotValue(day("2026-11-24")));
    CHECK(fact(moved, "appointment.topic") == text("mortgage"));
    const Slots past{{slot("appointment_day"), day("2026-11-10")}};
    CHECK(failure(small.perform("move_appointment", past)) == "refused: in_the_past");
    CHECK(fact(small.look_up("appointments"), "appointment.1.date") == SlotValue(day("2026-11-24")));
}

TEST_CASE("appointments keep to office hours and to the future", "[dialogue][demo_bank]") {
    const auto [date, time, outcome] = GENERATE(table<SlotValue, std::string, std::string>({
        {day("2026-11-19"), "", "refused: in_the_past"},
        {day("2026-11-20"), "8 am", "refused: in_the_past"},
        {day("2026-11-22"), "", "refused: no_free_time"},
        {day("2026-11-24"), "20:00", "refused: no_free_time"},
        {DateRange{day("2026-11-21"), day("2026-11-24")}, "afternoon", ""},
        {day("2026-11-24"), "whenever", ""},
    }));
    CAPTURE(time);
    SmallDemoBank small;
    Slots slots{{slot("appointment_day"), date}};
    if (!time.empty()) slots[slot("appointment_time")] = text(time);
    const auto facts = small.perform("book_appointment", slots);
    CHECK(failure(facts) == outcome);
    if (time == "afternoon") CHECK(to_text(fact(facts, "appointment.time")) >= "12:00");
    CHECK(failure(small.perform("book_appointment")) == "bad_request");
}

TEST_CASE("details are changed when they can be right", "[dialogue][demo_bank]") {
    const auto [field, value, outcome] = GENERATE(table<std::string, std::string, std::string>({
        {"email", "new@mail.example", ""},
        {"E-Mail", "new@mail", "refused: bad_email"},
        {"email", "a@b@mail.example", "refused: bad_email"},
        {"email", "new mail@mail.example", "refused: bad_email"},
        {"phone", "+49 (30) 5550-0009", ""},
        {"phone", "12345", "refused: bad_phone"},
        {"Telefonnummer", "030 call me", "refused: bad_phone"},
        {"phone", "49+30555000", "refused: bad_phone"},
        {"address", "Neuer Weg 3, 10115 Berlin", ""},
        {"shoe size", "44", "bad_request"},
        {"email", "", "bad_request"},
    }));
    CAPTURE(field, value);
    SmallDemoBank small;
    const auto facts =
        small.perform("update_details", {{slot("field"), text(field)}, {slot("new_value"), text(value)}});
    CHECK(failure(facts) == outcome);
    if (outcome.empty()) {
        CHECK(fact(facts, "details.new_value") == text(value));
        CHECK(fact(small.look_up("customer"), "customer." + field) == text(value));
    }
}

TEST_CASE("a retirement goal is set, also for who had none", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const Slots slots{{slot("retirement_age"), whole(67)}, {slot("monthly_amount"), eur(20000)}};
    const auto facts = small.perform("set_retirement_goal", slots);
    CHECK(fact(facts, "goal.by_year") == text("2053"));
    CHECK(fact(facts, "goal.projected") == SlotValue(eur(4000000 + 325 * 20000)));
    CHECK(fact(small.look_up("retirement"), "goal.by_year") == text("2053"));
    CHECK(failure(small.look_up("retirement", {}, "K2")) == "not_found");
    CHECK(failure(small.perform("set_retirement_goal", slots, "K2")).empty());
    CHECK(fact(small.look_up("retirement", {}, "K2"), "goal.saved") == SlotValue(eur(0)));
    CHECK(failure(small.perform("set_retirement_goal",
                                {{slot("retirement_age"), whole(12)}, {slot("monthly_amount"), eur(1)}})) ==
          "refused: bad_age");
    CHECK(failure(small.perform("set_retirement_goal", {{slot("retirement_age"), whole(67)}})) ==
          "bad_request");
}

TEST_CASE("requests are filed under a reference", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    CHECK(fact(small.perform("request_statement"), "statement.period") ==
          SlotValue(DateRange{day("2025-01-01"), day("2025-12-31")}));
    CHECK(fact(small.perform("request_statement", {{slot("year"), whole(2026)}}), "statement.period") ==
          SlotValue(DateRange{day("2026-01-01"), day("2026-11-20")}));
    CHECK(failure(small.perform("request_statement", {{slot("year"), whole(2027)}})) == "refused: bad_year");
    CHECK(failure(small.perform("request_statement", {{slot("year"), whole(2011)}})) == "refused: bad_year");
    CHECK(has_fact(small.perform("request_callback"), "callback.reference"));
    const auto complaint = small.perform("record_complaint", {{slot("complaint"), text("too slow")}});
    CHECK(fact(complaint, "complaint.answer_date") == SlotValue(day("2026-12-05")));
    CHECK(failure(small.perform("record_complaint")) == "bad_request");
}

}  // namespace parlance::tests
