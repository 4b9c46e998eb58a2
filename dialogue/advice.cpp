#include "dialogue/advice.h"

#include <algorithm>

namespace parlance::dialogue {

namespace {

constexpr std::size_t most_recommendations = 2;
constexpr std::size_t most_reading_tips = 2;
constexpr std::chrono::days behavior_window{365};
constexpr std::string_view profile_prefix = "profile.";

// The words of a language, or of the pack's default when they are missing.
std::string in_language(const personalization::TextByLanguage& texts, const Locale& locale) {
    const auto found = texts.find(locale.tag);
    if (found != texts.end()) return found->second;
    return texts.empty() ? std::string{} : texts.begin()->second;
}

std::vector<nlg::Citation> citations_for(const std::vector<personalization::RankedContent>& ranked,
                                         const personalization::Catalogue& catalogue, const Locale& locale) {
    std::vector<nlg::Citation> citations;
    for (const auto& entry : ranked) {
        const auto item =
            std::find_if(catalogue.items.begin(), catalogue.items.end(),
                         [&](const personalization::ContentItem& i) { return i.id == entry.id; });
        if (item == catalogue.items.end()) continue;
        citations.push_back(
            {item->id.text, in_language(item->title, locale), item->url, in_language(item->summary, locale)});
    }
    return citations;
}

personalization::Moment moment_of(const AdviceInput& input) {
    personalization::Moment moment{
        input.now, input.request.locale, {}, input.understanding.topics, input.understanding.sentiment, true,
        {}};
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
    // News of the customer's own life goes before any task.
    const auto& intents = input.understanding.intents;
    if (!intents.empty() && personalization::told_by(intents.front().intent))
        moment.intent = intents.front().intent;
    return moment;
}

personalization::CustomerView view_of(const CustomerId& customer, const std::vector<nlg::Fact>& profile,
                                      std::vector<personalization::BehaviorEvent> events,
                                      personalization::CustomerState state) {
    personalization::CustomerView view{customer, {}, std::move(events), std::move(state)};
    for (const auto& fact : profile) {
        if (fact.name.text.starts_with(profile_prefix))
            view.attributes.emplace(fact.name.text.substr(profile_prefix.size()), fact.value);
    }
    return view;
}

}  // namespace

Advice advise(const AdviceInput& input) {
    const auto& request = input.request;
    const auto& framework = input.assistant.personalization;
    auto profile = input.collaborators.facts.look_up(
        {{"profile"}, request.customer, {}, request.locale, input.now}, request.deadline);
    const auto& behavior = input.collaborators.behavior;
    constexpr auto purpose = personalization::Purpose::marketing;
    auto events = behavior.events_of(request.customer, input.now - behavior_window, purpose);
    auto state = behavior.state_of(request.customer, purpose);
    if (!profile || !events || !state) return {};
    const auto view = view_of(request.customer, *profile, std::move(*events), std::move(*state));
    auto personal = framework.personalize(view, moment_of(input));
    Advice advice;
    advice.times = personal.times;
    advice.inputs = personalization::with_judgements(view, personal.profile, personal.life_events);
    advice.recommendations = std::move(personal.recommendations);
    if (advice.recommendations.size() > most_recommendations)
        advice.recommendations.resize(most_recommendations);
    if (personal.content.size() > most_reading_tips) personal.content.resize(most_reading_tips);
    advice.reading = citations_for(personal.content, framework.catalogue(), request.locale);
    advice.profile = std::move(*profile);
    return advice;
}

}  // namespace parlance::dialogue
