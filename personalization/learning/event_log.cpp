#include "personalization/learning/event_log.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <unordered_set>
#include <utility>

#include "personalization/cloud_event.h"
#include "personalization/problem_list.h"
#include "personalization/storage/event_bytes.h"

namespace parlance::personalization {
namespace {

EventLog in_order(std::map<CustomerId, CustomerEvents> by_customer) {
    EventLog log;
    for (auto& [id, customer] : by_customer) {
        std::stable_sort(customer.events.begin(), customer.events.end(),
                         [](const auto& left, const auto& right) { return left.at < right.at; });
        const bool is_first = log.customers.empty();
        log.first = is_first ? customer.events.front().at : std::min(log.first, customer.events.front().at);
        log.last = is_first ? customer.events.back().at : std::max(log.last, customer.events.back().at);
        log.customers.push_back(std::move(customer));
    }
    return log;
}

}  // namespace

BehaviorEvent CustomerEvents::Packed::unpacked() const {
    BehaviorEvent event = read_event_bytes(bytes).value();  // what we packed ourselves
    event.at = at;
    return event;
}

Result<EventLog> read_event_log(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file))
        return Error{ErrorCode::io_failed, file.string() + ": cannot be read"};
    std::map<CustomerId, CustomerEvents> by_customer;
    std::unordered_set<std::string> known;
    ProblemList problems;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto event = read_cloud_event(line);
        if (!event) {
            problems.add({ErrorCode::bad_training,
                          file.string() + ":" + std::to_string(number) + ": " + event.error().detail});
        } else if (known.insert(event->source + '\0' + event->id.text).second) {
            CustomerEvents& customer = by_customer[event->customer];
            customer.customer = event->customer;
            customer.events.push_back({event->at, to_event_bytes(*event)});
        }
    }
    if (!problems.empty()) return problems.error();
    if (by_customer.empty())
        return Error{ErrorCode::bad_training, file.string() + ": there are no events in it"};
    return in_order(std::move(by_customer));
}

}  // namespace parlance::personalization
