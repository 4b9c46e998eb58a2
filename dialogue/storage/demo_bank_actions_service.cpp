#include <algorithm>

#include "dialogue/storage/demo_bank_actions.h"
#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"
#include "dialogue/storage/demo_bank_wealth.h"
#include "dialogue/storage/demo_bank_wording.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int earliest_retirement_age = 50;
constexpr int latest_retirement_age = 80;
constexpr std::size_t fewest_phone_digits = 6;
constexpr std::size_t most_phone_digits = 15;  // ITU-T E.164

// One @ between a name and a domain with a dot inside; whoever owns it is not checked.
bool is_email(const std::string& text) {
    const auto at = text.find('@');
    if (at == std::string::npos || at == 0 || text.find('@', at + 1) != std::string::npos) return false;
    if (text.find_first_of(" \t,;<>()") != std::string::npos) return false;
    const std::string domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    return dot != std::string::npos && dot > 0 && dot + 2 < domain.size() &&
           domain.find("..") == std::string::npos;
}

bool is_phone(const std::string& text) {
    const auto digits = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; }));
    const auto plus = text.rfind('+');
    return digits >= fewest_phone_digits && digits <= most_phone_digits &&
           (plus == std::string::npos || plus == 0) &&
           text.find_first_not_of("0123456789 +-/().") == std::string::npos;
}

// "address", "phone" or "email"; empty for anything else.
std::string field_meant(const std::string& words) {
    const std::string field = comparable(words);
    const auto says = [&](std::string_view part) { return field.find(part) != std::string::npos; };
    if (says("mail")) return "email";
    if (says("phone") || says("telefon") || says("handy") || says("mobil") || says("number")) return "phone";
    return says("address") || says("adress") || says("anschrift") ? "address" : "";
}

const char* update_for(const std::string& field) {
    if (field == "email") return "UPDATE customers SET email = ? WHERE id = ?";
    if (field == "phone") return "UPDATE customers SET phone = ? WHERE id = ?";
    return "UPDATE customers SET address = ? WHERE id = ?";
}

// Writes a request down; returns its reference.
std::string file_request(const Visit& visit, std::string_view prefix, const char* kind,
                         const std::string& words) {
    const std::string reference = reference_for(prefix, visit.key);
    execute(visit.database, "INSERT INTO requests VALUES(?, ?, ?, ?, ?)", reference, visit.customer.text,
            kind, words, to_rfc3339(visit.now));
    return reference;
}

int first_year_of(const Visit& visit) {
    SQLite::Statement row =
        prepared(visit.database, "SELECT since FROM customers WHERE id = ?", visit.customer.text);
    const auto since = parse_date(row.executeStep() ? row.getColumn(0).getString() : std::string());
    return since.has_value() ? year_of(*since) : 0;
}

void save_retirement_goal(const Visit& visit, int by_year, std::int64_t monthly, std::int64_t projected) {
    execute(visit.database,
            "INSERT INTO goals VALUES(?1, 'retirement', 'Retirement', 'Ruhestand', ?2, 0, ?3, ?4)"
            " ON CONFLICT(customer, id) DO UPDATE SET by_year = ?3, monthly_minor = ?4",
            visit.customer.text, projected, by_year, monthly);
}

}  // namespace

Outcome perform_update_details(const Visit& visit) {
    const auto words = text_slot(visit.slots, "field");
    const std::string field = field_meant(words.value_or(""));
    if (field.empty()) return missing_slot("field");
    const auto value = text_slot(visit.slots, "new_value");
    if (!value.has_value()) return missing_slot("new_value");
    if (field == "email" && !is_email(*value)) return refused("bad_email");
    if (field == "phone" && !is_phone(*value)) return refused("bad_phone");
    execute(visit.database, update_for(field), *value, visit.customer.text);
    FactList facts("customer record", visit.now);
    facts.add("details.field", field_words(field, visit.locale));
    facts.add("details.new_value", *value);
    return facts.take();
}

Outcome perform_set_retirement_goal(const Visit& visit) {
    const auto age = integer_slot(visit.slots, "retirement_age");
    if (!age.has_value()) return missing_slot("retirement_age");
    const auto monthly = amount_in(visit, "monthly_amount");
    if (!monthly.has_value()) return monthly.error();
    if (*age < earliest_retirement_age || *age > latest_retirement_age) return refused("bad_age");
    const int by_year = year_of_age(visit, *age);
    if (by_year < year_of(visit.today())) return refused("bad_age");
    const auto goal = retirement_goal_of(visit);
    const std::int64_t saved = goal.has_value() ? goal->saved_minor : 0;
    const std::int64_t projected = saved + *monthly * months_until_end_of(by_year, visit.today());
    save_retirement_goal(visit, by_year, *monthly, projected);
    FactList facts("retirement goal", visit.now);
    facts.add("goal.by_year", std::to_string(by_year));
    facts.add("goal.monthly_amount", euros(*monthly));
    facts.from("retirement goal, without growth");
    facts.add("goal.projected", euros(projected));
    return facts.take();
}

Outcome perform_request_statement(const Visit& visit) {
    const int this_year = year_of(visit.today());
    const auto year = integer_slot(visit.slots, "year").value_or(this_year - 1);
    if (year > this_year || year < first_year_of(visit)) return refused("bad_year");
    const std::chrono::year asked(static_cast<int>(year));
    const DateRange period{{asked / 1 / 1}, std::min(CalendarDate{asked / 12 / 31}, visit.today())};
    FactList facts("statement archive", visit.now);
    facts.add("statement.reference", file_request(visit, "ST", "statement", to_text(period)));
    facts.add("statement.period", period);
    return facts.take();
}

Outcome perform_request_callback(const Visit& visit) {
    const std::string topic = text_slot(visit.slots, "topic").value_or("");
    FactList facts("callback list", visit.now);
    facts.add("callback.reference", file_request(visit, "CB", "callback", topic));
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
