#include "personalization/ingest/ingest_report.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace parlance::personalization {
namespace {

using Json = nlohmann::ordered_json;

double events_per_second(const IngestReport& report) {
    return report.seconds > 0 ? static_cast<double>(report.events) / report.seconds : 0;
}

}  // namespace

void IngestReport::count(const IngestReceipt& receipt) {
    ++events;
    switch (receipt.outcome) {
        case IngestReceipt::Outcome::accepted: ++accepted; break;
        case IngestReceipt::Outcome::repeated: ++repeated; break;
        case IngestReceipt::Outcome::dead: ++dead; break;
    }
}

std::string describe(const IngestReport& report) {
    std::array<char, 64> pace{};
    std::snprintf(pace.data(), pace.size(), " in %.2f s (%.0f a second)", report.seconds,
                  events_per_second(report));
    std::string text = std::to_string(report.events) + " events" + pace.data() + ": " +
                       std::to_string(report.accepted) + " counted, " + std::to_string(report.repeated) +
                       " known before, " + std::to_string(report.dead) + " kept as dead letters\n";
    if (report.dead > 0)
        text +=
            "`parlance ingest --dead-letters` shows them, `parlance ingest --replay-dead` tries them again\n";
    return text;
}

std::string to_json_text(const IngestReport& report) {
    const Json json = {{"events", report.events},     {"accepted", report.accepted},
                       {"repeated", report.repeated}, {"dead", report.dead},
                       {"seconds", report.seconds},   {"events_per_s", events_per_second(report)}};
    return json.dump(2) + "\n";
}

std::string to_json_text(const ReplayCounts& counts) {
    const Json json = {
        {"accepted", counts.accepted}, {"repeated", counts.repeated}, {"still_dead", counts.still_dead}};
    return json.dump(2) + "\n";
}

std::string to_json_line(const DeadLetter& letter) {
    const Json json = {{"number", letter.number},
                       {"reason", to_text(letter.reason)},
                       {"detail", letter.detail},
                       {"received", to_rfc3339(letter.received)},
                       {"text", letter.text}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace parlance::personalization
