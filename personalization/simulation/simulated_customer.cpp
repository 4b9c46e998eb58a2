#include "personalization/simulation/simulated_customer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace parlance::personalization {

namespace {

constexpr std::uint64_t leaves_in_a_year = 180'000;  // of a million customers
constexpr std::uint64_t has_life_event = 350'000;
constexpr std::uint64_t leaves_at_once = 200'000;  // of those who leave
constexpr std::uint64_t has_quiet_spell = 400'000;
constexpr std::uint64_t rents = 550'000;
constexpr std::uint64_t has_children = 350'000;
constexpr std::uint64_t prefers_app = 700'000;

// From `from` up to, not including, `to` years of age.
struct EventAges {
    LifeEvent event;
    int from;
    int to;
};

constexpr std::array<EventAges, 9> event_ages{{
    {LifeEvent::career_change, 20, 60},
    {LifeEvent::job_loss, 20, 62},
    {LifeEvent::marriage, 22, 50},
    {LifeEvent::first_child, 22, 42},
    {LifeEvent::leaving_home, 18, 30},
    {LifeEvent::home_purchase, 26, 58},
    {LifeEvent::retirement, 60, 68},
    {LifeEvent::inheritance, 35, 80},
    {LifeEvent::big_purchase, 20, 75},
}};

std::string id_of(std::uint32_t index) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "S%07u", index + 1);
    return text.data();
}

bool is_open_to(const SimulatedCustomer& customer, LifeEvent event) {
    switch (event) {
        case LifeEvent::first_child: return !customer.has_children;
        case LifeEvent::home_purchase: return customer.rent > 0;
        case LifeEvent::leaving_home: return customer.rent == 0;
        case LifeEvent::career_change:
        case LifeEvent::job_loss:
        case LifeEvent::retirement: return customer.salary > 0;
        case LifeEvent::marriage:
        case LifeEvent::inheritance:
        case LifeEvent::big_purchase: return true;
    }
    return false;
}

// One of the events that fit the customer's age and household, each as likely, after the first quarter.
std::optional<PlantedEvent> draw_event(const SimulatedCustomer& customer, int days, SeededRandom& random) {
    std::vector<LifeEvent> open;
    for (const EventAges& ages : event_ages) {
        const bool of_age = customer.age >= ages.from && customer.age < ages.to;
        if (of_age && is_open_to(customer, ages.event)) open.push_back(ages.event);
    }
    if (open.empty()) return std::nullopt;
    const LifeEvent event = open[random.below(open.size())];
    return PlantedEvent{event, static_cast<int>(random.between(days / 4, days - 1))};
}

// The rate of visits a day: from one in ten days to two a day, most of them in between.
std::uint32_t draw_visits(SeededRandom& random) {
    const std::int64_t steps = random.between(0, 3) + random.between(0, 3) + random.between(0, 3);
    constexpr std::array<std::uint32_t, 10> rates = {100'000, 140'000, 200'000,   290'000,   400'000,
                                                     550'000, 750'000, 1'000'000, 1'400'000, 2'000'000};
    return rates[static_cast<std::size_t>(steps)];
}

void draw_household(SimulatedCustomer& customer, SeededRandom& random) {
    customer.age = static_cast<int>(random.between(18, 80));
    const bool works = customer.age < 66 && random.in_a_million(900'000);
    if (works) {
        customer.salary = 10'000 * random.between(15, 45);
        customer.salary += 10'000 * random.between(0, 25);
    }
    customer.salary_day = static_cast<int>(random.between(1, 28));
    const bool is_tenant = customer.age >= 22 && random.in_a_million(rents);
    customer.rent = is_tenant ? 1'000 * random.between(45, 140) : 0;
    customer.has_children = customer.age >= 26 && random.in_a_million(has_children);
}

}  // namespace

SimulatedCustomer draw_customer(const SimulationOptions& options, std::uint32_t index, SeededRandom& random) {
    SimulatedCustomer customer;
    customer.id = CustomerId{id_of(index)};
    draw_household(customer, random);
    customer.visits = draw_visits(random);
    customer.usual_hour = static_cast<int>(random.between(7, 21));
    customer.channel = random.in_a_million(prefers_app) ? "app" : "web";
    if (random.in_a_million(has_quiet_spell))
        customer.quiet = {static_cast<int>(random.between(0, options.days - 1)),
                          static_cast<int>(random.between(10, 45))};
    if (random.in_a_million(has_life_event)) customer.life_event = draw_event(customer, options.days, random);
    const auto days = static_cast<std::uint64_t>(options.days);
    if (random.in_a_million(std::min<std::uint64_t>(1'000'000, leaves_in_a_year * days / 365))) {
        customer.leaves_on = static_cast<int>(random.between(0, options.days - 1));
        const bool at_once = random.in_a_million(leaves_at_once);
        customer.fades_for = at_once ? 0 : static_cast<int>(random.between(30, 120));
    }
    return customer;
}

}  // namespace parlance::personalization
