#include "personalization/simulation/customer_stream.h"

#include <algorithm>
#include <array>
#include <string>

namespace parlance::personalization {

namespace {

constexpr std::uint64_t million = 1'000'000;
constexpr std::uint64_t decoys = 30'000;  // in a million customers, of each signal
constexpr std::uint64_t quiet_share = 100'000;
constexpr int new_tenancy = 20;  // days after the purchase of a home until the rent ends
constexpr int childcare_begins = 60;

// What a visit may lead to, in a million visits.
struct Habit {
    BehaviorKind kind;
    std::string_view feature;
    std::uint64_t chance;
};

constexpr std::array<Habit, 11> habits{{
    {BehaviorKind::page_view, "accounts", 800'000},
    {BehaviorKind::page_view, "cards", 250'000},
    {BehaviorKind::page_view, "savings", 150'000},
    {BehaviorKind::page_view, "investments", 60'000},
    {BehaviorKind::chat_turn, "check_balance", 40'000},
    {BehaviorKind::chat_turn, "transfer_money", 25'000},
    {BehaviorKind::chat_turn, "card_problem", 6'000},
    {BehaviorKind::article_read, "saving", 15'000},
    {BehaviorKind::article_read, "investing", 10'000},
    {BehaviorKind::offer_shown, "savings_plus", 50'000},
    {BehaviorKind::complaint, "fees", 3'000},
}};

// Everyday payments, in a million days; cents from `least` to `most`.
struct Spending {
    std::string_view category;
    std::uint64_t chance;
    std::int64_t least;
    std::int64_t most;
};

constexpr std::array<Spending, 5> everyday{{
    {"groceries", 300'000, 800, 9'500},
    {"restaurant", 90'000, 1'200, 7'000},
    {"transport", 110'000, 250, 4'500},
    {"clothing", 25'000, 2'000, 15'000},
    {"leisure", 50'000, 900, 9'000},
}};

}  // namespace

bool CustomerStream::is_after(LifeEvent event, int day, int delay) const {
    const auto& planted = customer_.life_event;
    return planted && planted->event == event && day >= planted->day + delay;
}

std::uint64_t CustomerStream::activity(int day) const {
    const bool is_quiet = day >= customer_.quiet.from && day < customer_.quiet.from + customer_.quiet.days;
    const std::uint64_t usual = is_quiet ? quiet_share : million;
    if (!customer_.leaves_on) return usual;
    const int left = *customer_.leaves_on - day;
    if (left <= 0) return 0;
    if (left >= customer_.fades_for) return usual;
    return usual * static_cast<std::uint64_t>(left) / static_cast<std::uint64_t>(customer_.fades_for);
}

TimePoint CustomerStream::moment(int day, int hour) {
    const auto second = std::chrono::seconds(random_.between(0, 3599));
    return options_.start + std::chrono::days(day) + std::chrono::hours(hour) + second;
}

TimePoint CustomerStream::usual_moment(int day) {
    return moment(day, std::clamp(customer_.usual_hour + static_cast<int>(random_.between(-2, 2)), 0, 23));
}

void CustomerStream::act(TimePoint at, BehaviorKind kind, std::string_view feature) {
    BehaviorEvent event;
    event.customer = customer_.id;
    event.at = at;
    event.kind = kind;
    event.platform = kind == BehaviorKind::chat_turn ? "chat" : customer_.channel;
    event.feature = feature;
    if (kind == BehaviorKind::login) event.action = random_.in_a_million(30'000) ? "failed" : "ok";
    event.duration = std::chrono::seconds(random_.between(5, 240));
    events_.push_back(std::move(event));
}

void CustomerStream::pay(int day, std::string_view category, std::int64_t cents,
                         std::string_view counterparty) {
    balance_ += cents;
    BehaviorEvent event;
    event.customer = customer_.id;
    event.at = moment(day, static_cast<int>(random_.between(8, 20)));
    event.kind = BehaviorKind::transaction;
    event.platform = "core";
    event.feature = category;
    event.action = cents > 0 ? "in" : "out";
    const CurrencyCode euro{"EUR"};
    event.properties = {{"amount", Money{cents > 0 ? cents : -cents, euro}},
                        {"balance", Money{balance_, euro}},
                        {cents > 0 ? "payer" : "merchant", std::string(counterparty)}};
    events_.push_back(std::move(event));
}

// One act after the other, each as long as it takes.
void CustomerStream::visit(int day) {
    act(usual_moment(day), BehaviorKind::login, "start");
    const auto next_moment = [this] { return events_.back().at + events_.back().duration; };
    for (const Habit& habit : habits) {
        if (!random_.in_a_million(habit.chance)) continue;
        act(next_moment(), habit.kind, habit.feature);
        if (habit.kind != BehaviorKind::offer_shown || !random_.in_a_million(200'000)) continue;
        act(next_moment(), BehaviorKind::offer_answered, habit.feature);
        events_.back().action = random_.in_a_million(300'000) ? "accepted" : "rejected";
    }
}

void CustomerStream::pay_daily(int day) {
    for (const Spending& spending : everyday) {
        if (!random_.in_a_million(spending.chance * activity(day) / million)) continue;
        pay(day, spending.category, -random_.between(spending.least, spending.most), spending.category);
    }
}

void CustomerStream::pay_monthly(int day) {
    const std::chrono::year_month_day date(options_.start + std::chrono::days(day));
    const auto of_month = static_cast<int>(static_cast<unsigned>(date.day()));
    const bool earns =
        customer_.salary > 0 && !is_after(LifeEvent::job_loss, day) && !is_after(LifeEvent::retirement, day);
    if (of_month == customer_.salary_day && earns) {
        const bool is_new = is_after(LifeEvent::career_change, day);
        pay(day, "salary", is_new ? customer_.salary * 115 / 100 : customer_.salary,
            is_new ? "second employer" : "first employer");
    }
    if (of_month == customer_.salary_day && is_after(LifeEvent::retirement, day))
        pay(day, "pension", customer_.salary * 60 / 100, "pension fund");
    const bool is_tenant = customer_.rent > 0 ? !is_after(LifeEvent::home_purchase, day, new_tenancy)
                                              : is_after(LifeEvent::leaving_home, day);
    if (of_month == 3 && is_tenant)
        pay(day, "rent", customer_.rent > 0 ? -customer_.rent : -60'000, "landlord");
    const bool pays_childcare =
        customer_.has_children || is_after(LifeEvent::first_child, day, childcare_begins);
    if (of_month == 5 && pays_childcare) pay(day, "childcare", -38'000, "day nursery");
}

void CustomerStream::live_day(int day) {
    // A rate of up to two a day, as four tries.
    for (int attempt = 0; attempt < 4; ++attempt) {
        if (random_.in_a_million(customer_.visits / 4 * activity(day) / million)) visit(day);
    }
    pay_daily(day);
    pay_monthly(day);
}

void CustomerStream::plant(const PlantedSignal& signal, int event_day) {
    const int last = customer_.leaves_on ? *customer_.leaves_on : options_.days;
    for (int attempt = 0; attempt < signal.times; ++attempt) {
        const int day = event_day + static_cast<int>(random_.between(signal.from, signal.to));
        const bool happens = random_.in_a_million(signal.chance);
        if (!happens || day < 0 || day >= last) continue;
        if (signal.kind == BehaviorKind::transaction)
            pay(day, signal.feature, signal.cents, signal.feature);
        else
            act(usual_moment(day), signal.kind, signal.feature);
    }
}

void CustomerStream::plant_decoy(const PlantedSignal& signal) {
    PlantedSignal once = signal;
    once.times = 1;
    once.chance = decoys;
    once.from = once.to = 0;
    plant(once, static_cast<int>(random_.between(0, options_.days - 1)));
}

// Most who leave say so; one in three complains before.
void CustomerStream::leave() {
    const int day = *customer_.leaves_on;
    if (random_.in_a_million(350'000) && day > 0)
        act(usual_moment(static_cast<int>(random_.between(std::max(0, day - 60), day - 1))),
            BehaviorKind::complaint, "service");
    if (!random_.in_a_million(600'000)) return;
    act(usual_moment(day), BehaviorKind::chat_turn, "close_account");
    BehaviorEvent closed = events_.back();
    closed.at += std::chrono::hours(1);
    closed.kind = BehaviorKind::life_signal;
    closed.platform = "core";
    closed.feature = "account_closed";
    closed.duration = {};
    events_.push_back(std::move(closed));
}

std::vector<BehaviorEvent> CustomerStream::live() {
    balance_ = 10'000 * random_.between(1, 80);
    const int last = customer_.leaves_on ? *customer_.leaves_on : options_.days;
    for (int day = 0; day < last; ++day) live_day(day);
    for (const PlantedSignal& signal : planted_signals()) {
        const auto& planted = customer_.life_event;
        if (planted && planted->event == signal.event)
            plant(signal, planted->day);
        else
            plant_decoy(signal);
    }
    if (customer_.leaves_on) leave();
    std::stable_sort(
        events_.begin(), events_.end(),
        [](const BehaviorEvent& left, const BehaviorEvent& right) { return left.at < right.at; });
    for (std::size_t i = 0; i < events_.size(); ++i) {
        events_[i].id = EventId{customer_.id.text + "-" + std::to_string(i + 1)};
        events_[i].source = "/simulator";
    }
    return std::move(events_);
}

}  // namespace parlance::personalization
