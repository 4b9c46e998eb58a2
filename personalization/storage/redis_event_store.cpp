#include "personalization/storage/redis_event_store.h"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "personalization/storage/batch_decision.h"
#include "personalization/storage/redis_event_rows.h"

namespace parlance::personalization {
namespace {

constexpr int most_attempts = 100;  // each means that another program has written in between

// Reads, decides and writes until nobody has written in between. attempt: true when it has written, or has
// nothing to write.
void until_undisturbed(const std::function<bool()>& attempt) {
    for (int i = 0; i < most_attempts; ++i) {
        if (attempt()) return;
    }
    throw std::runtime_error("other programs keep writing of the same customers");
}

RedisCustomer find(RedisEventRows& rows, const CustomerId& customer) {
    return std::move(rows.find({&customer, 1}).front());
}

std::vector<BehaviorEvent> events_of(std::vector<RedisEvent> kept, TimePoint after = TimePoint::min()) {
    std::vector<BehaviorEvent> events;
    for (RedisEvent& each : kept) {
        if (each.event.at > after) events.push_back(std::move(each.event));
    }
    return events;
}

// Nothing when somebody else has written in between.
std::optional<std::vector<AppendOutcome>> try_append(RedisEventRows& rows,
                                                     std::span<const BehaviorEvent> events,
                                                     Lateness lateness) {
    std::map<CustomerId, CustomerRecord> records;
    for (const BehaviorEvent& event : events) records.try_emplace(event.customer);
    std::vector<CustomerId> ids;
    for (const auto& [id, record] : records) ids.push_back(id);
    auto customers = rows.find(ids);
    for (std::size_t i = 0; i < ids.size(); ++i) records.at(ids[i]) = customers[i].record;
    auto outcomes = decide_batch(events, rows.are_known(events), lateness, records);
    std::map<CustomerId, RedisWrite> writes;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (outcomes[i] == AppendOutcome::accepted) writes[events[i].customer].added.push_back(&events[i]);
    }
    std::vector<RedisWrite> list;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto write = writes.find(ids[i]);
        if (write == writes.end()) continue;
        write->second.customer = {customers[i].pseudonym, customers[i].revision, records.at(ids[i])};
        list.push_back(std::move(write->second));
    }
    if (!list.empty() && !rows.write(list)) return std::nullopt;
    return outcomes;
}

// How many events went; nothing when somebody else has written in between.
std::optional<std::size_t> try_expire(RedisEventRows& rows, const std::string& pseudonym,
                                      const Retention& retention, TimePoint now) {
    auto customer = rows.at(pseudonym);
    const auto kept = rows.events_since(customer, TimePoint::min());
    std::vector<RedisEvent> over;
    std::copy_if(kept.begin(), kept.end(), std::back_inserter(over), [&](const RedisEvent& each) {
        const auto cutoff = retention.cutoff(each.event.kind, now);
        return cutoff && each.event.at < *cutoff;
    });
    if (over.empty()) return 0;
    customer.record.trim(events_of(kept, customer.record.checkpoint()), *retention.latest_cutoff(now));
    if (!rows.remove(customer, over)) return std::nullopt;
    return over.size();
}

}  // namespace

struct RedisEventStore::Server {
    Server(const RedisAddress& address, PseudonymKeys keys)
        : name(to_text(address)), rows(address, EventPseudonyms(std::move(keys))) {}

    // Does the work alone; `what` is what it cannot do when it fails.
    template <typename Work>
    auto attempt(const char* what, Work work) -> Result<std::invoke_result_t<Work, RedisEventRows&>> {
        const std::lock_guard lock(mutex);
        try {
            return work(rows);
        } catch (const std::exception& problem) {
            return Error{ErrorCode::storage_failed, "behaviour events: cannot " + std::string(what) +
                                                        " on Redis at " + name + ": " + problem.what()};
        }
    }

    std::mutex mutex;
    std::string name;
    RedisEventRows rows;
};

RedisEventStore::RedisEventStore(std::unique_ptr<Server> server) : server_(std::move(server)) {}
RedisEventStore::~RedisEventStore() = default;

Result<std::unique_ptr<RedisEventStore>> RedisEventStore::open(const RedisAddress& address,
                                                               PseudonymKeys keys) {
    auto server = std::make_unique<Server>(address, std::move(keys));
    const auto opened = server->attempt("open a store", [](RedisEventRows& rows) {
        rows.check_keys();
        return true;
    });
    if (!opened) return opened.error();
    return std::unique_ptr<RedisEventStore>(new RedisEventStore(std::move(server)));
}

Result<std::vector<AppendOutcome>> RedisEventStore::append(std::span<const BehaviorEvent> events,
                                                           Lateness lateness) {
    return server_->attempt("keep events", [&](RedisEventRows& rows) {
        std::optional<std::vector<AppendOutcome>> outcomes;
        until_undisturbed([&] { return (outcomes = try_append(rows, events, lateness)).has_value(); });
        return std::move(*outcomes);
    });
}

Result<std::vector<BehaviorEvent>> RedisEventStore::events_of(const CustomerId& customer, TimePoint since,
                                                              Purpose purpose) const {
    return server_->attempt("read a customer's events", [&](RedisEventRows& rows) {
        const auto found = find(rows, customer);
        if (!found.record.consent.allows(purpose)) return std::vector<BehaviorEvent>{};
        auto events = personalization::events_of(rows.events_since(found, since));
        for (BehaviorEvent& event : events) event.customer = customer;
        return events;
    });
}

Result<CustomerState> RedisEventStore::state_of(const CustomerId& customer, Purpose purpose) const {
    return server_->attempt("read a customer's state", [&](RedisEventRows& rows) {
        CustomerState state;
        until_undisturbed([&] {
            auto found = find(rows, customer);
            state = {};
            if (!found.record.consent.allows(purpose)) return true;
            const bool was_stale = found.record.is_stale();
            if (was_stale) {
                const TimePoint checkpoint = found.record.checkpoint();
                found.record.refold(
                    personalization::events_of(rows.events_since(found, checkpoint), checkpoint));
            }
            state = found.record.state();
            const RedisWrite write{std::move(found), {}};
            return !was_stale || rows.write({&write, 1});
        });
        return state;
    });
}

Result<std::size_t> RedisEventStore::erase(const CustomerId& customer) {
    return server_->attempt("erase a customer",
                            [&](RedisEventRows& rows) { return rows.erase(find(rows, customer)); });
}

Result<std::size_t> RedisEventStore::expire(const Retention& retention, TimePoint now) {
    if (retention.keep.empty()) return std::size_t{0};
    std::size_t gone = 0;
    std::string cursor = "0";
    do {
        const auto done = server_->attempt("remove old events", [&](RedisEventRows& rows) {
            for (const std::string& pseudonym : rows.next_customers(cursor)) {
                until_undisturbed([&] {
                    const auto some = try_expire(rows, pseudonym, retention, now);
                    gone += some.value_or(0);
                    return some.has_value();
                });
            }
            return true;
        });
        if (!done) return done.error();
    } while (cursor != "0");
    return gone;
}

Result<void> RedisEventStore::set_consent(const CustomerId& customer, const Consent& consent) {
    const auto kept = server_->attempt("keep a customer's consent", [&](RedisEventRows& rows) {
        until_undisturbed([&] {
            RedisWrite write{find(rows, customer), {}};
            write.customer.record.consent = consent;
            return rows.write({&write, 1});
        });
        return true;
    });
    if (!kept) return kept.error();
    return {};
}

Result<Consent> RedisEventStore::consent_of(const CustomerId& customer) const {
    return server_->attempt("read a customer's consent",
                            [&](RedisEventRows& rows) { return find(rows, customer).record.consent; });
}

}  // namespace parlance::personalization
