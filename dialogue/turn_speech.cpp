#include <algorithm>

#include "dialogue/advice.h"
#include "dialogue/audit_trail.h"
#include "dialogue/turn.h"

// The part of a turn that words its reply.
namespace parlance::dialogue {

nlg::Tone TurnInProgress::tone() const {
    const auto& sentiment = taken_.turn.understanding.sentiment;
    constexpr float sure = 0.3F;
    const auto& trend = taken_.turn.trend;
    constexpr float low = -0.3F;
    if (trend.direction == nlu::TrendDirection::falling && trend.mood < low) return nlg::Tone::apologetic;
    if (sentiment.confidence < sure) return nlg::Tone::neutral;
    if (sentiment.label == nlu::SentimentLabel::negative) return nlg::Tone::apologetic;
    return sentiment.label == nlu::SentimentLabel::positive ? nlg::Tone::warm : nlg::Tone::neutral;
}

void TurnInProgress::speak() {
    const bool wants_advice = std::any_of(planned_.begin(), planned_.end(), [](const PlannedAction& planned) {
        return std::holds_alternative<Recommend>(planned.action);
    });
    const std::uint64_t chance = std::hash<std::string>{}(request_.conversation.text) + state_.turns;
    Advice advice;
    if (wants_advice && state_.frames.empty()) {  // nothing is offered in the middle of a task
        timed(taken_.timing.personalize, [&] {
            advice = advise(
                {assistant_, collaborators_, request_, tracker_, taken_.turn.understanding, now_, chance});
        });
        taken_.timing.engines = advice.times;
    }
    const PlannerInput input{assistant_, tracker_, request_.locale, tone(), chance};
    auto planned = plan_reply(input, planned_, advice);
    if (quoted_) planned.reply.citations.insert(planned.reply.citations.begin(), *quoted_);
    taken_.said = planned.said;
    taken_.facts = planned.facts;
    audit_ = shown_records({request_, state_.turns, now_, assistant_.personalization.catalogue()},
                           planned.reply.recommendations, advice);
    for (auto& shown : planned.reply.recommendations) shown.grounds = {};  // the trail has them
    taken_.turn.reply = planned.reply;
    std::move(planned.degraded.begin(), planned.degraded.end(), std::back_inserter(taken_.degraded));
    record({BotSpoke{client_message_id_, std::move(planned.said), std::move(planned.reply),
                     std::move(planned.facts), now_}});
}

Result<void> TurnInProgress::speak_first(const SpeakFirst& wanted) {
    if (state_.phase != Phase::idle || !state_.frames.empty())
        return Error{ErrorCode::busy, "a task is open, or a person has the conversation"};
    auto profile = look_up({{{"profile"}}, {}, {}});
    if (!profile) return profile.error();
    taken_.turn.understanding.intents = {{wanted.about, 1.0F}};
    planned_.push_back({Say{wanted.say, {}}, {}, std::move(profile->facts)});
    if (wanted.recommends) planned_.push_back({Recommend{}, {}, {}});
    speak();
    const auto& said = taken_.said;
    if (std::find(said.begin(), said.end(), wanted.say) != said.end()) return {};
    return Error{ErrorCode::ungrounded, "the customer's facts do not support " + wanted.say.text};
}

}  // namespace parlance::dialogue
