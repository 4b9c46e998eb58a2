#include "dialogue/advice.h"

#include "dialogue/known_customer.h"
namespace parlance::dialogue {

namespace {

constexpr std::size_t most_recommendations = 2;
constexpr std::size_t most_reading_tips = 2;

// The words of a language, or of the pack's default when they are missing.
std::string in_language(const personalization::TextByLanguage& texts, const Locale& locale) {
    const auto found = texts.find(locale.tag);
    if (found != texts.end()) return found->second;
    return texts.empty() ? std::string{} : texts.begin()->second;
}

std::vector<nlg::Citation> citations_for(const std::vector<personalization::RankedContent>& ranked,
                                         const personalization::ContentIndex& index, const Locale& locale) {
    std::vector<nlg::Citation> citations;
    for (const auto& entry : ranked) {
        const auto* item = index.find(entry.id);
        if (item == nullptr) continue;
        citations.push_back(
            {item->id.text, in_language(item->title, locale), item->url, in_language(item->summary, locale)});
    }
    return citations;
}

personalization::Moment moment_of(const AdviceInput& input) {
    personalization::Moment moment{
        input.now, input.request.locale, {}, input.understanding.topics, input.understanding.sentiment, true,
        {},        input.chance};
    // The task that was finished says more about the moment than the "yes" that finished it.
    for (const auto& event : input.tracker.events) {
        if (const auto* started = std::get_if<FrameStarted>(&event)) {
            const auto* flow = input.assistant.flows.find(started->flow);
            if (flow != nullptr && !flow->triggers.empty()) moment.intent = flow->triggers.front();
        } else if (const auto* spoke = std::get_if<BotSpoke>(&event)) {
            for (const auto& shown : spoke->reply.recommendations)
                moment.already_shown.push_back(shown.offer);
        }
    }
    // News of the customer's own life goes before any task, as does what the assistant begins with.
    const auto& intents = input.understanding.intents;
    const bool speaks_first = input.request.text.empty();
    if (!intents.empty() && speaks_first) moment.intent = intents.front().intent;
    if (!intents.empty() && personalization::told_by(intents.front().intent))
        moment.intent = intents.front().intent;
    return moment;
}

}  // namespace

Advice advise(const AdviceInput& input) {
    const auto& request = input.request;
    const auto& framework = input.assistant.personalization;
    auto known = known_customer(input.collaborators, {request.customer, request.locale, input.now,
                                                      personalization::Purpose::marketing, request.deadline});
    if (!known) return {};
    const auto& view = known->view;
    auto personal = framework.personalize(view, moment_of(input));
    Advice advice;
    advice.times = personal.times;
    advice.inputs = personalization::judged_attributes(view, personal);
    advice.recommendations = std::move(personal.recommendations);
    if (advice.recommendations.size() > most_recommendations)
        advice.recommendations.resize(most_recommendations);
    if (personal.content.size() > most_reading_tips) personal.content.resize(most_reading_tips);
    advice.reading = citations_for(personal.content, framework.content().index(), request.locale);
    advice.profile = std::move(known->profile);
    for (const auto& each : personal.opportunities)
        advice.profile.push_back({{"profile." + attribute_of(each.kind)},
                                  each.euros,
                                  "estimate from the customer's figures",
                                  input.now});
    return advice;
}

}  // namespace parlance::dialogue
