#include "personalization/storage/redis_event_rows.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "intents/secret.h"
#include "personalization/storage/event_bytes.h"
#include "personalization/storage/redis_event_scripts.h"

namespace parlance::personalization {
namespace {

constexpr std::size_t arrival_bytes = 8;
constexpr std::size_t pseudonym_bytes = 32;
constexpr std::size_t head_bytes = arrival_bytes + 2 * pseudonym_bytes;

const std::string marks_key = "parlance:behavior:keys";
const std::string names_key = "parlance:behavior:names";
const std::string writes_key = "parlance:behavior:writes";
const std::string customer_prefix = "parlance:behavior:customer:";
const std::string events_prefix = "parlance:behavior:events:";

std::string customer_key(const std::string& pseudonym) {
    return customer_prefix + pseudonym;
}

std::string events_key(const std::string& pseudonym) {
    return events_prefix + pseudonym;
}

RedisCommand script(const char* text, const std::vector<std::string>& keys) {
    RedisCommand command{"EVAL", text, std::to_string(keys.size())};
    command.insert(command.end(), keys.begin(), keys.end());
    return command;
}

std::string in_ms(TimePoint at) {
    return std::to_string(at.time_since_epoch().count());
}

RedisEvent read_member(const std::string& member) {
    auto event = read_event_bytes(std::string_view(member).substr(std::min(head_bytes, member.size())));
    if (!event) throw std::runtime_error(event.error().detail);
    event->id.text = to_hex(std::string_view(member).substr(arrival_bytes, pseudonym_bytes));
    event->source = to_hex(std::string_view(member).substr(arrival_bytes + pseudonym_bytes, pseudonym_bytes));
    return {member, std::move(*event)};
}

}  // namespace

RedisEventRows::RedisEventRows(RedisAddress address, EventPseudonyms pseudonyms)
    : pseudonyms_(std::move(pseudonyms)), connection_(std::move(address)) {}

void RedisEventRows::check_keys() {
    const auto marks = pseudonyms_.of_keys();
    const auto kept = connection_.run({"SMEMBERS", marks_key});
    for (const RedisReply& mark : kept.list()) {
        if (std::find(marks.begin(), marks.end(), mark.bytes()) == marks.end())
            throw std::runtime_error("it was written with a key that the key file lacks; put that key back");
    }
    connection_.run({"SADD", marks_key, marks.front()});
}

std::vector<RedisCustomer> RedisEventRows::find(std::span<const CustomerId> customers) {
    std::vector<std::string> newest;
    for (const CustomerId& customer : customers) newest.push_back(pseudonyms_.of_customer(customer).front());
    auto found = read(newest);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i].revision.empty()) continue;
        const auto pseudonyms = pseudonyms_.of_customer(customers[i]);
        if (pseudonyms.size() == 1) continue;
        for (const std::string& older : pseudonyms) {
            if (older != newest[i]) rename(older, newest[i]);
        }
        found[i] = at(newest[i]);
    }
    return found;
}

std::vector<RedisCustomer> RedisEventRows::read(std::vector<std::string> pseudonyms) {
    std::vector<RedisCommand> commands;
    for (const std::string& pseudonym : pseudonyms)
        commands.push_back({"HMGET", customer_key(pseudonym), "revision", "record"});
    const auto replies = connection_.run_all(commands);
    std::vector<RedisCustomer> customers;
    for (std::size_t i = 0; i < replies.size(); ++i) {
        RedisCustomer customer{std::move(pseudonyms[i]), {}, {}};
        const auto& fields = replies[i].list();
        if (!fields.at(0).is_nothing()) {
            auto record = CustomerRecord::restore(fields.at(1).bytes());
            if (!record) throw std::runtime_error(record.error().detail);
            customer.revision = fields.at(0).bytes();
            customer.record = std::move(*record);
        }
        customers.push_back(std::move(customer));
    }
    return customers;
}

void RedisEventRows::rename(const std::string& from, const std::string& to) {
    connection_.run(
        script(rename_script, {customer_key(from), events_key(from), customer_key(to), events_key(to)}));
}

std::vector<bool> RedisEventRows::are_known(std::span<const BehaviorEvent> events) {
    std::vector<RedisCommand> commands;
    for (const BehaviorEvent& event : events) {
        commands.push_back({"SMISMEMBER", names_key});
        for (std::string& name : pseudonyms_.of_event(event)) commands.back().push_back(std::move(name));
    }
    std::vector<bool> known;
    for (const RedisReply& reply : connection_.run_all(commands)) {
        const auto& by_key = reply.list();
        known.push_back(std::any_of(by_key.begin(), by_key.end(),
                                    [](const RedisReply& each) { return each.number() == 1; }));
    }
    return known;
}

std::vector<RedisEvent> RedisEventRows::events_since(const RedisCustomer& customer, TimePoint since) {
    const auto reply =
        connection_.run({"ZRANGEBYSCORE", events_key(customer.pseudonym), in_ms(since), "+inf"});
    std::vector<RedisEvent> events;
    for (const RedisReply& member : reply.list()) events.push_back(read_member(member.bytes()));
    return events;
}

bool RedisEventRows::write(std::span<const RedisWrite> writes) {
    std::vector<std::string> keys{names_key, writes_key};
    std::vector<std::string> arguments;
    for (const RedisWrite& write : writes) {
        keys.push_back(customer_key(write.customer.pseudonym));
        keys.push_back(events_key(write.customer.pseudonym));
        arguments.push_back(write.customer.revision);
        arguments.push_back(write.customer.record.serialise());
        arguments.push_back(std::to_string(write.added.size()));
        for (const BehaviorEvent* event : write.added) {
            arguments.push_back(in_ms(event->at));
            arguments.push_back(pseudonyms_.of_event(*event).front());
            arguments.push_back(pseudonyms_.of_source(*event) + to_event_bytes(*event));
        }
    }
    auto command = script(write_script, keys);
    command.insert(command.end(), arguments.begin(), arguments.end());
    return connection_.run(command).number() == 1;
}

bool RedisEventRows::remove(const RedisCustomer& customer, std::span<const RedisEvent> events) {
    auto command = script(remove_script, {names_key, writes_key, customer_key(customer.pseudonym),
                                          events_key(customer.pseudonym)});
    command.push_back(customer.revision);
    command.push_back(customer.record.serialise());
    for (const RedisEvent& event : events) command.push_back(event.member);
    return connection_.run(command).number() == 1;
}

std::size_t RedisEventRows::erase(const RedisCustomer& customer) {
    const auto gone = connection_.run(
        script(erase_script, {names_key, customer_key(customer.pseudonym), events_key(customer.pseudonym)}));
    return static_cast<std::size_t>(gone.number());
}

std::vector<std::string> RedisEventRows::next_customers(std::string& cursor) {
    const auto reply = connection_.run({"SCAN", cursor, "MATCH", events_prefix + "*", "COUNT", "256"});
    cursor = reply.list().at(0).bytes();
    std::vector<std::string> pseudonyms;
    for (const RedisReply& key : reply.list().at(1).list())
        pseudonyms.push_back(key.bytes().substr(events_prefix.size()));
    return pseudonyms;
}

RedisCustomer RedisEventRows::at(const std::string& pseudonym) {
    return std::move(read({pseudonym}).front());
}

}  // namespace parlance::personalization
