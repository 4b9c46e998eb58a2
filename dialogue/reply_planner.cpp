#include "dialogue/reply_planner.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace parlance::dialogue {

namespace {

// "transaction.2.amount" as templates name it: "transaction_N_amount".
std::string placeholder_of(const FactName& fact) {
    std::string name;
    bool at_part_start = true;
    for (std::size_t i = 0; i < fact.text.size(); ++i) {
        const char c = fact.text[i];
        if (at_part_start && std::isdigit(static_cast<unsigned char>(c)) != 0) {
            while (i + 1 < fact.text.size() &&
                   std::isdigit(static_cast<unsigned char>(fact.text[i + 1])) != 0)
                ++i;
            name += 'N';
        } else {
            name += c == '.' ? '_' : c;
        }
        at_part_start = c == '.';
    }
    return name;
}

class ReplyPlanner {
public:
    ReplyPlanner(const PlannerInput& input, const Advice& advice) : input_(input), advice_(advice) {}

    void operator()(const Say& say) {
        auto plan = plan_for(say.response, say.titles);
        speak(std::move(plan));
    }

    void operator()(const Ask& ask) {
        auto plan = plan_for(ask.response, ask.titles);
        for (const auto& choice : ask.choices) plan.actions.push_back({title_of(choice), choice.payload});
        // The open question's buttons come first, whatever else was said before it.
        auto earlier = std::exchange(result_.reply.actions, {});
        speak(std::move(plan));
        for (auto& action : earlier) add(std::move(action));
    }

    void operator()(const SayAgain&) {
        const auto* last = last_reply(input_.tracker);
        if (last == nullptr) return (*this)(Say{{"repair.nothing_to_repeat"}, {}});
        result_.said.insert(result_.said.end(), last->said.begin(), last->said.end());
        result_.facts.insert(result_.facts.end(), last->facts.begin(), last->facts.end());
        join(last->reply);
    }

    void operator()(const Recommend&) {
        if (advised_) return;
        advised_ = true;
        // One by one: what cannot be grounded is left out alone.
        for (const auto& recommendation : advice_.recommendations) {
            auto plan = bare_plan();
            plan.recommendations = {recommendation};
            plan.facts = advice_.profile;
            speak(std::move(plan));
        }
        for (const auto& tip : advice_.reading) {
            auto plan = bare_plan();
            plan.citations = {tip};
            speak(std::move(plan));
        }
    }

    void operator()(const LookUp&) {}
    void operator()(const Act&) {}
    void operator()(const NotifyAdvisor&) {}

    void word(const PlannedAction& planned) {
        current_ = &planned;
        std::visit(*this, planned.action);
    }

    PlannedReply take() { return std::move(result_); }

private:
    nlg::ReplyPlan bare_plan() const {
        nlg::ReplyPlan plan;
        plan.tone = input_.tone;
        plan.locale = input_.locale;
        plan.variant_seed = input_.variant_seed;
        return plan;
    }

    nlg::ReplyPlan plan_for(const ResponseName& response, const std::map<SlotName, ResponseName>& titles) {
        auto plan = bare_plan();
        plan.say = {response};
        plan.slots = current_->slots;
        for (const auto& [slot, title] : titles) plan.slots[slot] = words_of(title, "");
        const auto wanted = input_.assistant.responses->placeholders_of(response);
        std::copy_if(current_->facts.begin(), current_->facts.end(), std::back_inserter(plan.facts),
                     [&](const nlg::Fact& fact) { return wanted.contains(placeholder_of(fact.name)); });
        return plan;
    }

    // A response's words by itself: button titles, names of tasks.
    std::string words_of(const ResponseName& response, const std::string& otherwise) const {
        if (response.empty() || input_.assistant.responses->find(response, input_.locale) == nullptr)
            return otherwise;
        auto plan = bare_plan();
        plan.say = {response};
        const auto reply = input_.assistant.generator->generate(plan);
        return reply ? reply->text : otherwise;
    }

    std::string title_of(const Choice& choice) const { return words_of(choice.label, choice.text); }

    void speak(nlg::ReplyPlan plan) {
        auto reply = input_.assistant.generator->generate(plan);
        if (!reply) {
            result_.degraded.push_back(reply.error());
            if (plan.say.empty() || fell_back_) return;  // advice that cannot be grounded is left out
            fell_back_ = true;
            plan.say = {{"repair.ungrounded"}};
            plan.facts.clear();
            reply = input_.assistant.generator->generate(plan);
            if (!reply) {
                result_.degraded.push_back(reply.error());
                return;
            }
        }
        result_.said.insert(result_.said.end(), plan.say.begin(), plan.say.end());
        result_.facts.insert(result_.facts.end(), plan.facts.begin(), plan.facts.end());
        join(*reply);
    }

    // Each payload has one button.
    void add(nlg::SuggestedAction action) {
        auto& actions = result_.reply.actions;
        const bool known = std::any_of(actions.begin(), actions.end(), [&](const nlg::SuggestedAction& a) {
            return a.payload == action.payload;
        });
        if (!known) actions.push_back(std::move(action));
    }

    void join(const nlg::Reply& part) {
        auto& whole = result_.reply;
        if (!part.text.empty()) whole.text += (whole.text.empty() ? "" : "\n\n") + part.text;
        for (const auto& action : part.actions) add(action);
        whole.recommendations.insert(whole.recommendations.end(), part.recommendations.begin(),
                                     part.recommendations.end());
        whole.citations.insert(whole.citations.end(), part.citations.begin(), part.citations.end());
    }

    const PlannerInput& input_;
    const Advice& advice_;
    const PlannedAction* current_ = nullptr;
    PlannedReply result_;
    bool advised_ = false;
    bool fell_back_ = false;
};

}  // namespace

PlannedReply plan_reply(const PlannerInput& input, const std::vector<PlannedAction>& actions,
                        const Advice& advice) {
    ReplyPlanner planner(input, advice);
    for (const auto& action : actions) planner.word(action);
    return planner.take();
}

}  // namespace parlance::dialogue
