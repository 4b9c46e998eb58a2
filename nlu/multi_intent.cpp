#include "nlu/multi_intent.h"

#include <algorithm>
#include <string>

#include "nlu/clauses.h"

namespace parlance::nlu {

namespace {

// Of a part that does not ask ("my card was stolen") the whole must show a trace, or it is only the reason.
constexpr float least_trace = 0.03F;
// A part that borrows its verb ("and my last transactions") must matter to the whole and be clear by itself.
constexpr float least_borrowed_share = 0.2F;
constexpr float least_borrowed_confidence = 0.9F;

std::string_view text_of(const Utterance& utterance, const TextSpan& span) {
    return std::string_view(utterance.text).substr(span.begin, span.length());
}

// The joints at which both sides have the form of requests.
std::vector<Joint> parting_joints(const Utterance& utterance) {
    std::vector<Joint> joints = find_joints(utterance.text, utterance.locale);
    // A joint that goes makes longer pieces of its neighbours: look again.
    for (std::size_t at = 0; at < joints.size();) {
        const auto pieces = pieces_between(utterance.text, joints);
        if (may_part(text_of(utterance, pieces[at]), text_of(utterance, pieces[at + 1]), joints[at],
                     utterance.locale)) {
            ++at;
        } else {
            joints.erase(joints.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    return joints;
}

Clause clause_of(const Utterance& utterance, const TextSpan& span, const IntentClassifier& classifier) {
    Clause clause{span, classifier.classify(text_of(utterance, span), utterance.locale)};
    if (clause.intents.empty()) clause.intents.push_back({out_of_scope_intent(), 1});
    return clause;
}

float share_of(std::span<const IntentScore> whole, const IntentName& intent) {
    const auto found = std::find_if(whole.begin(), whole.end(),
                                    [&](const IntentScore& score) { return score.intent == intent; });
    return found == whole.end() ? 0 : found->confidence;
}

// A sure whole means one of its parts: parts that together mean something else were no requests.
bool explains(const std::vector<Clause>& clauses, const IntentScore& best) {
    return best.confidence < least_clause_confidence ||
           std::any_of(clauses.begin(), clauses.end(),
                       [&](const Clause& clause) { return clause.best().intent == best.intent; });
}

bool beats_whole(const Utterance& utterance, const std::vector<Clause>& clauses,
                 std::span<const IntentScore> whole) {
    if (!explains(clauses, whole.front())) return false;
    for (std::size_t at = 0; at + 1 < clauses.size(); ++at) {
        const Clause& left = clauses[at];
        const Clause& right = clauses[at + 1];
        const std::string_view left_text = text_of(utterance, left.span);
        const float right_share = share_of(whole, right.best().intent);
        if (!is_request(left_text, utterance.locale) &&
            std::min(share_of(whole, left.best().intent), right_share) < least_trace)
            return false;
        if (borrows_verb(left_text, text_of(utterance, right.span), utterance.locale) &&
            (right_share < least_borrowed_share || right.best().confidence < least_borrowed_confidence))
            return false;
    }
    return true;
}

}  // namespace

MultiIntentReader::MultiIntentReader(const Pack& pack) {
    for (const TopicSpec& topic : pack.topics) requests_.insert(topic.intents.begin(), topic.intents.end());
}

bool MultiIntentReader::is_sure_request(const Clause& clause) const {
    const IntentScore& best = clause.best();
    return best.confidence >= least_clause_confidence && best.intent != out_of_scope_intent() &&
           (requests_.empty() || requests_.contains(best.intent));
}

std::vector<Clause> MultiIntentReader::read(const Utterance& utterance, std::span<const IntentScore> whole,
                                            const IntentClassifier& classifier) const {
    std::vector<Clause> clauses;
    for (const TextSpan& span : pieces_between(utterance.text, parting_joints(utterance)))
        clauses.push_back(clause_of(utterance, span, classifier));
    const auto merge_with_next = [&](std::size_t at) {
        clauses[at] = clause_of(utterance, {clauses[at].span.begin, clauses[at + 1].span.end}, classifier);
        clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    };
    for (std::size_t at = 0; clauses.size() > 1 && at < clauses.size();) {
        const bool repeats = at > 0 && clauses[at].best().intent == clauses[at - 1].best().intent;
        if (is_sure_request(clauses[at]) && !repeats) {
            ++at;
            continue;
        }
        at = at == 0 ? 0 : at - 1;
        merge_with_next(at);
    }
    if (clauses.size() < 2 || !beats_whole(utterance, clauses, whole)) return {};
    if (clauses.size() > most_clauses) clauses.resize(most_clauses);
    return clauses;
}

}  // namespace parlance::nlu
