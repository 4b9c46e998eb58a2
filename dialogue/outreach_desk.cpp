#include "dialogue/outreach_desk.h"

#include <algorithm>

#include "dialogue/known_customer.h"

namespace parlance::dialogue {

using personalization::OutreachCase;
using personalization::OutreachEntry;
using personalization::OutreachObstacle;
using personalization::OutreachRule;
using personalization::OutreachState;

namespace {

constexpr std::chrono::seconds patience{5};
constexpr std::chrono::minutes until_task_is_done{5};
constexpr std::chrono::hours until_another_day{24};

OutreachEntry noted(const OutreachRule& rule, const CustomerId& customer, TimePoint now, TimePoint due) {
    const auto moment = std::to_string(now.time_since_epoch().count());
    return {"outreach/" + rule.id + "/" + moment,
            customer,
            rule.id,
            std::string(to_text(rule.trigger)),
            OutreachState::waiting,
            {},
            now,
            due,
            due + rule.holds_for,
            {},
            {}};
}

// Until when something is put off; nothing for what is to be dropped.
std::optional<TimePoint> put_off_until(OutreachObstacle obstacle, TimePoint now,
                                       const personalization::QuietHours& quiet) {
    switch (obstacle) {
        case OutreachObstacle::quiet_hours: return quiet.end_after(now);
        case OutreachObstacle::in_distress:
        case OutreachObstacle::day_full:
        case OutreachObstacle::week_full:
        case OutreachObstacle::month_full: return now + until_another_day;
        case OutreachObstacle::none:
        case OutreachObstacle::no_cause:
        case OutreachObstacle::no_consent:
        case OutreachObstacle::resting:
        case OutreachObstacle::expired: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

// A customer as the rules see him.
struct OutreachDesk::Judged {
    KnownCustomer known;
    personalization::Attributes attributes;
    std::vector<OutreachEntry> history;
    TimePoint now;

    OutreachCase as_case() const { return {known.view, attributes, history, now}; }
};

OutreachDesk::OutreachDesk(TurnEngine& engine, TurnCollaborators collaborators,
                           personalization::OutreachBook& book, personalization::OutreachLimits limits)
    : engine_(engine), collaborators_(std::move(collaborators)), book_(book), limits_(limits) {}

Result<OutreachDesk::Judged> OutreachDesk::judge(const CustomerId& customer, const Locale& locale,
                                                 Deadline deadline) const {
    const TimePoint now = collaborators_.clock();
    auto known = known_customer(collaborators_,
                                {customer, locale, now, personalization::Purpose::marketing, deadline});
    if (!known) return known.error();
    auto history = book_.entries_of(customer);
    if (!history) return history.error();
    const auto foresight = engine_.assistant().personalization.foresee(known->view, now);
    auto attributes = personalization::judged_attributes(known->view, foresight);
    return Judged{std::move(*known), std::move(attributes), std::move(*history), now};
}

Result<std::vector<OutreachEntry>> OutreachDesk::look_at(const CustomerId& customer) {
    std::vector<OutreachEntry> fresh;
    const auto& assistant = engine_.assistant();
    if (assistant.outreach.empty()) return fresh;
    const auto judged =
        judge(customer, assistant.pack.languages.front(), std::chrono::steady_clock::now() + patience);
    if (!judged) return judged.error();
    const TimePoint due = personalization::best_time(judged->known.view, judged->now, limits_.quiet);
    for (const OutreachRule& rule : assistant.outreach) {
        if (obstacle_to_noting(rule, judged->as_case()) != OutreachObstacle::none) continue;
        auto entry = noted(rule, customer, judged->now, due);
        if (auto kept = book_.keep(entry); !kept) return kept.error();
        fresh.push_back(std::move(entry));
    }
    return fresh;
}

Result<std::optional<ToldOutreach>> OutreachDesk::speak(const Occasion& occasion) {
    const auto known = book_.entries_of(occasion.customer);
    if (!known) return known.error();
    const TimePoint now = collaborators_.clock();
    const auto is_due = [&](const OutreachEntry& entry) {
        return entry.state == OutreachState::waiting && (entry.reason.empty() || entry.due <= now);
    };
    if (std::none_of(known->begin(), known->end(), is_due)) return std::optional<ToldOutreach>{};
    const auto judged = judge(occasion.customer, occasion.locale, occasion.deadline);
    if (!judged) return judged.error();
    for (const OutreachEntry& entry : judged->history) {
        if (!is_due(entry)) continue;
        auto told = say(occasion, *judged, entry);
        if (!told || *told) return told;
    }
    return std::optional<ToldOutreach>{};
}

Result<std::optional<ToldOutreach>> OutreachDesk::say(const Occasion& occasion, const Judged& judged,
                                                      OutreachEntry entry) {
    const auto nothing = [](const Result<void>& kept) -> Result<std::optional<ToldOutreach>> {
        if (!kept) return kept.error();
        return std::optional<ToldOutreach>{};
    };
    const auto& rules = engine_.assistant().outreach;
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const OutreachRule& each) { return each.id == entry.rule; });
    if (rule == rules.end()) return nothing(drop(std::move(entry), "the pack has no such rule any more"));
    const auto obstacle = obstacle_to_saying(*rule, entry, judged.as_case(), limits_);
    if (obstacle != OutreachObstacle::none) {
        const auto until = put_off_until(obstacle, judged.now, limits_.quiet);
        const std::string reason{to_text(obstacle)};
        return nothing(until ? put_off(std::move(entry), reason, *until) : drop(std::move(entry), reason));
    }
    auto taken = engine_.speak_first({occasion.conversation, occasion.customer, occasion.locale, entry.id,
                                      rule->say, rule->about, rule->is_marketing, occasion.deadline});
    if (!taken && taken.error().code == ErrorCode::busy)
        return nothing(put_off(std::move(entry), "open_task", judged.now + until_task_is_done));
    if (!taken && taken.error().code == ErrorCode::ungrounded)
        return nothing(drop(std::move(entry), "it cannot be worded: " + taken.error().detail));
    if (!taken) return taken.error();
    entry.state = OutreachState::said;
    entry.reason.clear();
    entry.said = judged.now;
    entry.conversation = occasion.conversation;
    if (auto kept = book_.keep(entry); !kept) return kept.error();
    return std::optional(ToldOutreach{std::move(entry), std::move(*taken)});
}

Result<void> OutreachDesk::put_off(OutreachEntry entry, std::string reason, TimePoint until) {
    entry.reason = std::move(reason);
    entry.due = until;
    return book_.keep(entry);
}

Result<void> OutreachDesk::drop(OutreachEntry entry, std::string reason) {
    entry.state = OutreachState::dropped;
    entry.reason = std::move(reason);
    return book_.keep(entry);
}

}  // namespace parlance::dialogue
