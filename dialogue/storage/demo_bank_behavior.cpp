#include "dialogue/storage/demo_bank_behavior.h"

#include <algorithm>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_ledger.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

using personalization::BehaviorEvent;
using personalization::BehaviorKind;

constexpr int month_days = 30;
constexpr int interest_days = 60;
constexpr int complaint_days = 90;

// Makes one customer's events.
class EventWriter {
public:
    EventWriter(const Visit& visit, const CalendarDate& today) : visit_(visit), today_(today) {}

    std::vector<BehaviorEvent> write() {
        add_transactions();
        SQLite::Statement row =
            prepared(visit_.database,
                     "SELECT logins_30_days, logins_prev_30_days, app_share, complaints_90_days,"
                     " preferred_hour FROM customers WHERE id = ?",
                     visit_.customer.text);
        if (!row.executeStep()) return {};
        app_percent_ = static_cast<int>(row.getColumn(2).getDouble() * 100.0 + 0.5);
        preferred_hour_ = row.getColumn(4).getInt();
        add_logins("login", row.getColumn(0).getInt(), 1);
        add_logins("login-before", row.getColumn(1).getInt(), 1 + month_days);
        for (int number = 0; number < row.getColumn(3).getInt(); ++number) {
            add(BehaviorKind::complaint, "complaint", number, {1, complaint_days - 1}).platform = "chat";
            events_.back().action = "complained";
        }
        add_interests();
        std::stable_sort(
            events_.begin(), events_.end(),
            [](const BehaviorEvent& left, const BehaviorEvent& right) { return left.at < right.at; });
        return std::move(events_);
    }

private:
    struct DaysAgo {
        int least;
        int most;
    };

    // An event at a moment drawn from its name: two hours around the preferred hour.
    BehaviorEvent& add(BehaviorKind kind, const std::string& name, int number, DaysAgo days) {
        Dice dice(visit_.customer.text + "/" + name, number);
        BehaviorEvent event;
        event.id = EventId{visit_.customer.text + "-" + name + "-" + std::to_string(number + 1)};
        event.customer = visit_.customer;
        event.kind = kind;
        const CalendarDate date = plus_days(today_, -static_cast<int>(dice.between(days.least, days.most)));
        const int minute =
            std::clamp(preferred_hour_ * 60 + static_cast<int>(dice.between(-60, 119)), 0, 24 * 60 - 1);
        event.at = moment_of(date, minute) + std::chrono::seconds(dice.below(60));
        event.platform = dice.below(100) < app_percent_ ? "app" : "web";
        event.duration = std::chrono::seconds(dice.between(30, 420));
        events_.push_back(std::move(event));
        return events_.back();
    }

    void add_transactions() {
        for (const Entry& entry : entries_of(visit_, {plus_months(today_, -12), plus_days(today_, -1)})) {
            BehaviorEvent event;
            event.id = EventId{visit_.customer.text + "-transaction-" + std::to_string(entry.id)};
            event.customer = visit_.customer;
            event.at = entry.at;
            event.kind = BehaviorKind::transaction;
            event.feature = entry.category;
            event.action = entry.amount_minor < 0 ? "out" : "in";
            event.properties["amount"] = euros(std::abs(entry.amount_minor));
            event.properties["merchant"] = entry.merchant;
            events_.push_back(std::move(event));
        }
    }

    void add_logins(const std::string& name, int count, int first_day) {
        for (int number = 0; number < count; ++number) {
            BehaviorEvent& event =
                add(BehaviorKind::login, name, number, {first_day, first_day + month_days - 1});
            event.feature = "accounts";
            event.action = "open";
        }
    }

    void add_interests() {
        SQLite::Statement rows = prepared(
            visit_.database, "SELECT kind, topic FROM interests WHERE customer = ? ORDER BY kind, position",
            visit_.customer.text);
        for (int number = 0; rows.executeStep(); ++number) {
            const bool is_chat = rows.getColumn(0).getString() == "chat";
            BehaviorEvent& event = add(is_chat ? BehaviorKind::chat_turn : BehaviorKind::article_read,
                                       is_chat ? "chat" : "article", number, {1, interest_days - 1});
            event.feature = rows.getColumn(1).getString();
            event.action = is_chat ? "asked" : "read";
            if (is_chat) event.platform = "chat";
        }
    }

    const Visit& visit_;
    CalendarDate today_;
    int app_percent_ = 100;
    int preferred_hour_ = 12;
    std::vector<BehaviorEvent> events_;
};

}  // namespace

std::vector<BehaviorEvent> seeded_events(const Visit& visit, const CalendarDate& today) {
    return EventWriter(visit, today).write();
}

}  // namespace parlance::dialogue::demo_bank
