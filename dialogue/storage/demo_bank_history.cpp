#include "dialogue/storage/demo_bank_history.h"

#include <algorithm>
#include <tuple>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_dice.h"

namespace parlance::dialogue::demo_bank {
namespace {

const CalendarDate epoch{std::chrono::year(1970) / 1 / 1};

const AccountRecord* find_account(const CustomerRecord& customer, std::string_view kind) {
    const auto found = std::find_if(customer.accounts.begin(), customer.accounts.end(),
                                    [&](const AccountRecord& account) { return account.kind == kind; });
    return found == customer.accounts.end() ? nullptr : &*found;
}

// One customer's history while it is being written.
class HistoryWriter {
public:
    HistoryWriter(const CustomerRecord& customer, const CalendarDate& today)
        : customer_(customer),
          everyday_(customer.accounts[everyday_account(customer.accounts)]),
          today_(today),
          range_{plus_months(today, -12), plus_days(today, -1)} {}

    std::vector<NewEntry> write() {
        write_salary();
        for (const StandingOrderRecord& order : customer_.standing_orders) write_standing_order(order);
        for (std::size_t habit = 0; habit < customer_.habits.size(); ++habit) write_habit(habit);
        for (const OneOffRecord& one_off : customer_.one_offs) write_one_off(one_off);
        write_openings();
        std::stable_sort(entries_.begin(), entries_.end(), [](const NewEntry& left, const NewEntry& right) {
            return std::tie(left.at, left.account) < std::tie(right.at, right.account);
        });
        return std::move(entries_);
    }

private:
    bool covers(const CalendarDate& date) const { return range_.first <= date && date <= range_.last; }

    void book(const AccountRecord& account, TimePoint at, const std::string& merchant,
              const std::string& category, std::int64_t amount_minor) {
        if (!covers(date_of(at))) return;
        NewEntry entry{account.id, at, merchant, category, amount_minor, {}};
        entry.reference =
            reference_for("LB", account.id + to_rfc3339(at) + merchant + std::to_string(amount_minor));
        entries_.push_back(std::move(entry));
    }

    // Calls `pay` with the day of each month in the range.
    template <typename Pay>
    void each_month(int day, const Pay& pay) const {
        for (int month = 0; month <= 12; ++month) {
            const CalendarDate in_month = plus_months(range_.first, month);
            pay(day_in_month(in_month.day.year() / in_month.day.month(), day));
        }
    }

    void write_salary() {
        if (!customer_.salary.has_value()) return;
        const SalaryRecord& salary = *customer_.salary;
        each_month(salary.day, [&](const CalendarDate& date) {
            book(everyday_, moment_of(date, 3 * 60 + 10), salary.payer, "salary", salary.amount_minor);
        });
    }

    // Saving with the bank itself also shows on the savings account.
    void write_standing_order(const StandingOrderRecord& order) {
        const AccountRecord* savings = find_account(customer_, "savings");
        const bool stays_here = order.category == "savings" && order.payee.starts_with("Alder ") &&
                                savings != nullptr && savings->balance_minor >= 12 * order.amount_minor;
        each_month(order.day, [&](const CalendarDate& date) {
            book(everyday_, moment_of(date, 4 * 60 + 30), order.payee, order.category, -order.amount_minor);
            if (stays_here) {
                book(*savings, moment_of(date, 4 * 60 + 30), customer_.name, order.category,
                     order.amount_minor);
            }
        });
    }

    // Time is cut into stretches of `every_days` since 1970; each has one purchase in its first half.
    void write_habit(std::size_t number) {
        const HabitRecord& habit = customer_.habits[number];
        const std::string key = customer_.id + "/" + std::to_string(number) + "/" + habit.merchant;
        const int phase = static_cast<int>(Dice(key, -1).below(habit.every_days));
        const int first = days_between(epoch, range_.first) / habit.every_days - 1;
        const int last = days_between(epoch, range_.last) / habit.every_days;
        const AccountRecord* joint = find_account(customer_, "joint");
        const bool is_shared =
            joint != nullptr && (habit.category == "utilities" || habit.category == "home");
        for (int stretch = first; stretch <= last; ++stretch) {
            Dice dice(key, stretch);
            const int day =
                stretch * habit.every_days + phase + static_cast<int>(dice.below((habit.every_days + 1) / 2));
            const int minute = static_cast<int>(dice.between(8 * 60, 20 * 60));
            const std::int64_t spread = habit.amount_minor * habit.spread_percent / 100;
            const std::int64_t amount = habit.amount_minor + dice.between(-spread, spread);
            book(is_shared ? *joint : everyday_, moment_of(plus_days(epoch, day), minute), habit.merchant,
                 habit.category, -amount);
        }
    }

    // In customers.json a one-off's amount is what was paid: a negative one came in.
    void write_one_off(const OneOffRecord& one_off) {
        const CalendarDate date = plus_days(today_, -std::max(1, one_off.days_ago));
        const auto minute =
            static_cast<int>(Dice(customer_.id + one_off.merchant, one_off.days_ago).between(540, 1140));
        book(everyday_, moment_of(date, minute), one_off.merchant, one_off.category, -one_off.amount_minor);
    }

    void write_openings() {
        for (const AccountRecord& account : customer_.accounts) {
            std::int64_t booked = 0;
            for (const NewEntry& entry : entries_) {
                if (entry.account == account.id) booked += entry.amount_minor;
            }
            book(account, moment_of(range_.first), "Opening balance", opening_category,
                 account.balance_minor - booked);
        }
    }

    const CustomerRecord& customer_;
    const AccountRecord& everyday_;
    CalendarDate today_;
    DateRange range_;
    std::vector<NewEntry> entries_;
};

}  // namespace

std::vector<NewEntry> make_history(const CustomerRecord& customer, const CalendarDate& today) {
    return HistoryWriter(customer, today).write();
}

std::size_t everyday_account(const std::vector<AccountRecord>& accounts) {
    for (const std::string_view kind : {"current", "joint"}) {
        for (std::size_t index = 0; index < accounts.size(); ++index) {
            if (accounts[index].kind == kind) return index;
        }
    }
    return 0;
}

}  // namespace parlance::dialogue::demo_bank
