#include "personalization/life_event.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parlance::personalization {
namespace {

constexpr std::array<std::pair<LifeEvent, std::string_view>, 9> spellings{{
    {LifeEvent::career_change, "career_change"},
    {LifeEvent::job_loss, "job_loss"},
    {LifeEvent::marriage, "marriage"},
    {LifeEvent::first_child, "first_child"},
    {LifeEvent::leaving_home, "leaving_home"},
    {LifeEvent::home_purchase, "home_purchase"},
    {LifeEvent::retirement, "retirement"},
    {LifeEvent::inheritance, "inheritance"},
    {LifeEvent::big_purchase, "big_purchase"},
}};

constexpr std::array<std::pair<std::string_view, LifeEvent>, 7> told{{
    {"life_having_baby", LifeEvent::first_child},
    {"life_getting_married", LifeEvent::marriage},
    {"life_buying_home", LifeEvent::home_purchase},
    {"life_job_loss", LifeEvent::job_loss},
    {"life_job_change", LifeEvent::career_change},
    {"life_inheritance", LifeEvent::inheritance},
    {"life_bereavement", LifeEvent::inheritance},
}};

}  // namespace

std::string_view to_text(LifeEvent event) {
    const auto found = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const auto& entry) { return entry.first == event; });
    return found == spellings.end() ? std::string_view{"unknown"} : found->second;
}

std::optional<LifeEvent> life_event(std::string_view text) {
    const auto found = std::find_if(spellings.begin(), spellings.end(),
                                    [&](const auto& entry) { return entry.second == text; });
    if (found == spellings.end()) return std::nullopt;
    return found->first;
}

const std::vector<LifeEvent>& all_life_events() {
    static const std::vector<LifeEvent> events = [] {
        std::vector<LifeEvent> list;
        for (const auto& entry : spellings) list.push_back(entry.first);
        return list;
    }();
    return events;
}

const std::vector<std::string>& life_event_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const auto& entry : spellings) list.emplace_back(entry.second);
        return list;
    }();
    return names;
}

std::optional<LifeEvent> told_by(const IntentName& intent) {
    const auto found =
        std::find_if(told.begin(), told.end(), [&](const auto& entry) { return entry.first == intent.text; });
    if (found == told.end()) return std::nullopt;
    return found->second;
}

bool is_special_category(LifeEvent event) {
    return event == LifeEvent::first_child || event == LifeEvent::marriage;
}

}  // namespace parlance::personalization
