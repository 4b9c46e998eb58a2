#include "personalization/learning/event_log.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <unordered_set>
#include <utility>

#include "personalization/cloud_event.h"
#include "personalization/storage/event_bytes.h"

namespace parlance::personalization {
namespace {

constexpr std::size_t most_problems = 20;

// What is wrong with a file's lines.
class LineProblems {
public:
    explicit LineProblems(std::string file) : file_(std::move(file)) {}

    void add(std::size_t line, const Error& error) {
        if (++count_ > most_problems) return;
        text_ += (text_.empty() ? "" : "\n") + file_ + ":" + std::to_string(line) + ": " + error.detail;
    }
    bool empty() const { return count_ == 0; }
    std::string text() const {
        if (count_ <= most_problems) return text_;
        return text_ + "\nand " + std::to_string(count_ - most_problems) + " more";
    }

private:
    std::string file_;
    std::string text_;
    std::size_t count_ = 0;
};

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
    LineProblems problems(file.string());
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto event = read_cloud_event(line);
        if (!event) {
            problems.add(number, event.error());
        } else if (known.insert(event->source + '\0' + event->id.text).second) {
            CustomerEvents& customer = by_customer[event->customer];
            customer.customer = event->customer;
            customer.events.push_back({event->at, to_event_bytes(*event)});
        }
    }
    if (!problems.empty()) return Error{ErrorCode::bad_training, problems.text()};
    if (by_customer.empty())
        return Error{ErrorCode::bad_training, file.string() + ": there are no events in it"};
    return in_order(std::move(by_customer));
}

}  // namespace parlance::personalization
