// What it costs to keep behaviour: parlance_event_store_benchmark [MOST_CUSTOMERS]
//
// Prints tables for docs/performance.md. Stores lie in a folder of the system's place for temporary files
// (TMPDIR). Takes about eight minutes and 2 GB there for the default of 1,000,000 customers.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/storage/memory_event_store.h"
#include "personalization/storage/sqlite_event_store.h"

namespace parlance {
namespace {

using namespace personalization;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr std::size_t batch_size = 1000;
constexpr std::size_t single_reads = 2000;

// Payments, logins and pages of a number of customers, in the order of time.
class Feed {
public:
    explicit Feed(std::size_t customers) : customers_(customers) {}

    BehaviorEvent next() {
        BehaviorEvent event;
        event.id.text = "t-" + std::to_string(++count_);
        event.source = "/core/cards";
        event.customer = customer();
        event.at = TimePoint{std::chrono::days{20'000}} + std::chrono::seconds{count_};
        constexpr std::array kinds{BehaviorKind::transaction, BehaviorKind::login, BehaviorKind::page_view};
        event.kind = kinds[random_() % kinds.size()];
        event.platform = random_() % 3 == 0 ? "web" : "app";
        event.feature = "feature-" + std::to_string(random_() % 20);
        event.action = "out";
        event.properties["amount"] = Money{static_cast<std::int64_t>(random_() % 10'000), {"EUR"}};
        return event;
    }
    std::vector<BehaviorEvent> next(std::size_t events) {
        std::vector<BehaviorEvent> batch;
        for (std::size_t i = 0; i < events; ++i) batch.push_back(next());
        return batch;
    }
    // Everyone in turn first, then anybody.
    CustomerId customer() {
        const auto number = count_ <= customers_ ? count_ : random_() % customers_;
        return {"C" + std::to_string(number)};
    }

private:
    std::size_t customers_;
    std::size_t count_ = 0;
    std::mt19937 random_{7};
};

template <typename T>
T must(Result<T> result) {
    if (!result) {
        std::cerr << result.error().detail << "\n";
        std::exit(1);
    }
    return std::move(*result);
}

std::unique_ptr<SqliteEventStore> open_sqlite(const std::filesystem::path& folder,
                                              Durability durability = Durability::process_crash) {
    return must(SqliteEventStore::open(folder / "behavior.db", PseudonymKeys::for_this_run(), durability));
}

// In microseconds.
struct Spread {
    double median = 0;
    double p99 = 0;
};

template <typename Work>
Spread measure(std::size_t times, Work work) {
    std::vector<double> samples;
    samples.reserve(times);
    for (std::size_t i = 0; i < times; ++i) samples.push_back(work());
    std::sort(samples.begin(), samples.end());
    return {samples[times / 2], samples[times * 99 / 100]};
}

template <typename Work>
double timed(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Microseconds(std::chrono::steady_clock::now() - start).count();
}

Spread single_appends(EventStore& store, Feed& feed, std::size_t times) {
    return measure(times, [&] {
        const BehaviorEvent event = feed.next();
        return timed([&] { must(store.append({&event, 1}, Lateness::refuse)); });
    });
}

Spread state_reads(const EventStore& store, Feed& feed) {
    return measure(single_reads, [&] {
        const CustomerId customer = feed.customer();
        return timed([&] { must(store.state_of(customer, Purpose::service)); });
    });
}

void memory_appends() {
    std::cout << "memory, one event at a time\n| customers | append, median | p99 |\n|---|---|---|\n";
    for (const std::size_t customers : {1'000U, 10'000U, 100'000U}) {
        MemoryEventStore store;
        Feed feed(customers);
        const auto [median, p99] = single_appends(store, feed, 2 * customers);
        std::cout << "| " << customers << " | " << median << " us | " << p99 << " us |\n";
    }
}

void batches() {
    std::cout << "\nSQLite, batches of " << batch_size << ", 10,000 customers\n"
              << "| outlives | events | events/s |\n|---|---|---|\n";
    for (const auto durability : {Durability::process_crash, Durability::power_loss}) {
        const auto folder = must(dialogue::TemporaryFolder::make());
        const auto store = open_sqlite(folder.path(), durability);
        Feed feed(10'000);
        double us = 0;
        constexpr std::size_t rounds = 200;
        for (std::size_t i = 0; i < rounds; ++i) {
            const auto batch = feed.next(batch_size);
            us += timed([&] { must(store->append(batch, Lateness::refuse)); });
        }
        std::cout << "| " << (durability == Durability::power_loss ? "a power cut" : "a killed program")
                  << " | " << rounds * batch_size << " | "
                  << static_cast<double>(rounds * batch_size) / us * 1e6 << " |\n";
    }
}

void growth(std::size_t most_customers) {
    std::cout << "\nSQLite, 3 events a customer\n| customers | filling | file | state_of, median | p99 | one "
                 "append, median | p99 |\n|---|---|---|---|---|---|---|\n";
    for (std::size_t customers = 1000; customers <= most_customers; customers *= 10) {
        const auto folder = must(dialogue::TemporaryFolder::make());
        const auto store = open_sqlite(folder.path());
        Feed feed(customers);
        double us = 0;
        for (std::size_t events = 0; events < 3 * customers; events += batch_size) {
            const auto batch = feed.next(batch_size);
            us += timed([&] { must(store->append(batch, Lateness::refuse)); });
        }
        const auto reads = state_reads(*store, feed);
        const auto appends = single_appends(*store, feed, single_reads);
        std::cout << "| " << customers << " | " << static_cast<double>(3 * customers) / us * 1e6
                  << " events/s | " << std::filesystem::file_size(folder.path() / "behavior.db") / 1'000'000
                  << " MB | " << reads.median << " us | " << reads.p99 << " us | " << appends.median
                  << " us | " << appends.p99 << " us |" << std::endl;
    }
}

}  // namespace
}  // namespace parlance

int main(int argc, char** argv) {
    std::size_t most_customers = 1'000'000;
    if (argc > 1) {
        const char* const end = argv[1] + std::strlen(argv[1]);
        const auto [rest, problem] = std::from_chars(argv[1], end, most_customers);
        if (argc > 2 || problem != std::errc{} || rest != end) {
            std::cerr << "usage: parlance_event_store_benchmark [MOST_CUSTOMERS]\n";
            return 2;
        }
    }
    parlance::memory_appends();
    parlance::batches();
    parlance::growth(most_customers);
}
