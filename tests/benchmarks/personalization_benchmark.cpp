// What advice costs in process: parlance_personalization_benchmark
//
// Prints tables for docs/performance.md: a page of content, a ranking and a learning path over 20,000 items,
// and recommendations with reasons over the banking pack's offers and over 1,000 of them, with exploration.
// Beside each stands its limit. Ends with 1 when one is missed.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "intents/shipped_folder.h"
#include "personalization/content/content_page.h"
#include "personalization/interests.h"
#include "personalization/personalization_engines.h"
#include "personalization/seeded_random.h"

namespace parlance {
namespace {

using namespace personalization;

constexpr std::size_t items = 20'000;
constexpr std::size_t topics = 60;
constexpr std::size_t offers = 1'000;
constexpr int customers = 500;
constexpr int rounds = 2'000;
const TimePoint now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + std::chrono::hours{12};

TopicName topic(std::uint64_t number) {
    return {"topic-" + std::to_string(number)};
}

ContentItem drawn_item(std::size_t number, SeededRandom& random) {
    ContentItem item;
    item.id.text = "item-" + std::to_string(number);
    item.title = {{"en", "Item " + std::to_string(number)}};
    item.format = static_cast<ContentFormat>(random.below(4));
    item.level = static_cast<ContentLevel>(random.below(3));
    item.minutes = static_cast<int>(random.between(2, 20));
    item.topics = {topic(random.below(topics)), topic(random.below(topics))};
    if (number >= topics && random.below(4) == 0)
        item.prerequisites = {{"item-" + std::to_string(random.below(number))}};
    return item;
}

Offer drawn_offer(std::size_t number, const Offer& pattern, SeededRandom& random) {
    Offer offer = pattern;
    offer.id.text = "offer-" + std::to_string(number);
    offer.topics = {topic(random.below(topics))};
    offer.value = random.uniform();
    offer.base_acceptance = 0.02 + 0.2 * random.uniform();
    return offer;
}

CustomerView drawn_customer(int number, SeededRandom& random) {
    CustomerView view;
    view.customer.text = "C" + std::to_string(number);
    view.attributes = {{"age", random.between(20, 70)},
                       {"monthly_income", static_cast<double>(random.between(1500, 6000))},
                       {"reserve_months", static_cast<double>(random.between(0, 12))},
                       {"savings_balance", static_cast<double>(random.between(0, 60000))},
                       {"risk_tolerance", std::string("moderate")}};
    const auto count = random.between(20, 300);
    for (std::int64_t i = 0; i < count; ++i) {
        BehaviorEvent event;
        event.id.text = std::to_string(i);
        event.customer = view.customer;
        event.at = now - std::chrono::hours{24 * (count - i)};
        const bool reads = random.below(4) == 0;
        event.kind = reads ? BehaviorKind::article_read : BehaviorKind::page_view;
        event.feature =
            reads ? "item-" + std::to_string(random.below(items)) : topic(random.below(topics)).text;
        view.state.apply(event);
        view.events.push_back(std::move(event));
    }
    return view;
}

Moment moment_for(const CustomerView& view, const PersonalizationEngines& engines, std::uint64_t chance) {
    Moment moment;
    moment.now = now;
    moment.locale = {"en"};
    moment.topics = interests_of(view, {}, engines.content().index(), now);
    moment.chance = chance;
    return moment;
}

// Calls `work` and prints how long it took; false when the 99th percentile is over the limit.
bool measure(const char* what, double limit_ms, const std::function<void(int)>& work) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work(round);
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    const double p99 = times[times.size() * 99 / 100];
    std::printf("%-58s p50 %7.3f ms   p99 %7.3f ms   limit %4.0f ms   %4.1f %% of it\n", what,
                times[times.size() / 2], p99, limit_ms, 100 * p99 / limit_ms);
    return p99 <= limit_ms;
}

std::shared_ptr<Catalogue> banking_catalogue() {
    Findings findings;
    const auto source = PackSource::read(default_pack(), findings);
    const Pack pack = load_pack(source, findings);
    return std::make_shared<Catalogue>(load_catalogue(source, pack, findings));
}

bool run() {
    SeededRandom random(42);
    std::vector<CustomerView> views;
    for (int i = 0; i < customers; ++i) views.push_back(drawn_customer(i, random));
    const auto view_of = [&](int round) -> const CustomerView& { return views[round % customers]; };

    const auto banking = banking_catalogue();
    auto large = std::make_shared<Catalogue>();
    for (std::size_t i = 0; i < items; ++i) large->items.push_back(drawn_item(i, random));
    const Offer& pattern = banking->offers.front();
    for (std::size_t i = 0; i < offers; ++i) large->offers.push_back(drawn_offer(i, pattern, random));
    const PersonalizationEngines engines(large, {}, {nullptr, {5, 5}, {}});
    const auto profiles = [&] {
        std::vector<BehaviorProfile> list;
        for (const CustomerView& view : views) list.push_back(engines.foresee(view, now).profile);
        return list;
    }();

    bool holds = true;
    holds &= measure("ranking 50 of 20,000 items", 5, [&](int round) {
        const CustomerView& view = view_of(round);
        engines.content().rank(view, profiles[round % customers], moment_for(view, engines, 0), 50);
    });
    holds &= measure("content page over 20,000 items, from interests to related", 5, [&](int round) {
        const CustomerView& view = view_of(round);
        const auto& index = engines.content().index();
        const Moment moment = moment_for(view, engines, 0);
        const auto ranked = engines.content().rank(view, profiles[round % customers], moment, 50);
        const ReadingHistory history(view.events, now);
        const auto path = learning_path(index, history, moment.topics.front().topic, date_of(now), 10);
        assemble_page({index, history, ranked, path, now});
    });
    holds &= measure("advice from 1,000 offers, explored, with reasons", 10, [&](int round) {
        const CustomerView& view = view_of(round);
        engines.choose(view, {profiles[round % customers], {}}, moment_for(view, engines, round));
    });
    const PersonalizationEngines bank(banking, {}, {nullptr, {5, 5}, {}});
    holds &= measure("advice from the banking pack, profile and life events too", 10, [&](int round) {
        const CustomerView& view = view_of(round);
        Moment moment = moment_for(view, bank, round);
        moment.intent.text = "savings_goal";
        moment.topics = {{{"savings"}, "savings", 0.9F}, {{"investing"}, "investing", 0.7F}};
        bank.personalize(view, moment);
    });
    return holds;
}

}  // namespace
}  // namespace parlance

int main() {
    return parlance::run() ? 0 : 1;
}
