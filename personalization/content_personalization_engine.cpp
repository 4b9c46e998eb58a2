#include "personalization/content_personalization_engine.h"

#include <algorithm>
#include <array>

#include "personalization/content/reading_history.h"
#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

// Hand-set shares of a score in [0, 1].
constexpr double topic_share = 0.40;
constexpr double intent_share = 0.40;
constexpr double stage_share = 0.12;
constexpr double level_share = 0.08;
constexpr double read_already_factor = 0.2;
constexpr double prerequisite_missing_factor = 0.5;
constexpr double same_format_factor = 0.9;
constexpr std::size_t articles_to_intermediate = 3;
constexpr std::size_t articles_to_advanced = 8;

struct Candidate {
    const ContentItem* item;
    RankedContent ranked;
};

ContentLevel expected_level(const CustomerView& view) {
    std::size_t count = 0;
    for (const BehaviorEvent& event : view.events)
        count += event.kind == BehaviorKind::article_read ? 1U : 0U;
    if (count >= articles_to_advanced) return ContentLevel::advanced;
    return count >= articles_to_intermediate ? ContentLevel::intermediate : ContentLevel::beginner;
}

void add(RankedContent& ranked, const char* name, std::string words, double points) {
    if (points <= 0) return;
    ranked.score += points;
    ranked.reasons.push_back({name, std::move(words), points});
}

// What ties the item to the moment; false when nothing does.
bool add_moment_match(const ContentItem& item, const Moment& moment, RankedContent& ranked) {
    const nlu::TopicScore* best = nullptr;
    for (const nlu::TopicScore& score : moment.topics) {
        const bool listed =
            std::find(item.topics.begin(), item.topics.end(), score.topic) != item.topics.end();
        if (listed && (best == nullptr || score.confidence > best->confidence)) best = &score;
    }
    if (best != nullptr) {
        add(ranked, "topic", "is about " + best->topic.text,
            topic_share * std::clamp<double>(best->confidence, 0, 1));
    }
    if (std::find(item.intents.begin(), item.intents.end(), moment.intent) != item.intents.end()) {
        add(ranked, "intent", "answers " + moment.intent.text, intent_share);
    }
    return ranked.score > 0;
}

void add_customer_match(const ContentItem& item, const BehaviorProfile& profile, ContentLevel level,
                        RankedContent& ranked) {
    const std::string stage{to_text(profile.stage.value)};
    if (std::find(item.life_stages.begin(), item.life_stages.end(), stage) != item.life_stages.end()) {
        add(ranked, "life_stage", "suits life stage " + stage,
            stage_share * std::max(profile.stage.confidence, 0.3));
    }
    if (item.level == level) {
        add(ranked, "level", "is at level " + std::string(to_text(level)), level_share);
    }
}

void scale(RankedContent& ranked, const char* name, const char* words, double factor) {
    ranked.reasons.push_back({name, words, ranked.score * (factor - 1)});
    ranked.score *= factor;
}

// The candidate to read before `best`: an unread prerequisite that is a candidate itself, and its own in
// turn.
std::vector<Candidate>::iterator first_to_read(std::vector<Candidate>& candidates,
                                               std::vector<Candidate>::iterator best,
                                               const ReadingHistory& history) {
    for (std::size_t depth = 0; depth < candidates.size(); ++depth) {
        const auto earlier = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& other) {
            const auto& needed = best->item->prerequisites;
            return history.of(other.item->id) == nullptr &&
                   std::find(needed.begin(), needed.end(), other.item->id) != needed.end();
        });
        if (earlier == candidates.end()) break;
        best = earlier;
    }
    return best;
}

// Takes the best remaining candidate again and again, prerequisites before what builds on them; each format
// already taken lowers its kind a little.
std::vector<RankedContent> take_mixed(std::vector<Candidate> candidates, const ReadingHistory& history,
                                      std::size_t limit) {
    std::vector<RankedContent> taken;
    std::array<double, 4> format_factor{1, 1, 1, 1};
    const auto worth = [&](const Candidate& candidate) {
        return candidate.ranked.score * format_factor.at(static_cast<std::size_t>(candidate.item->format));
    };
    while (taken.size() < limit && !candidates.empty()) {
        const auto best = first_to_read(candidates,
                                        std::max_element(candidates.begin(), candidates.end(),
                                                         [&](const Candidate& left, const Candidate& right) {
                                                             return worth(left) < worth(right);
                                                         }),
                                        history);
        format_factor.at(static_cast<std::size_t>(best->item->format)) *= same_format_factor;
        taken.push_back(std::move(best->ranked));
        candidates.erase(best);
    }
    return taken;
}

}  // namespace

ContentPersonalizationEngine::ContentPersonalizationEngine(std::shared_ptr<const Catalogue> catalogue)
    : catalogue_(std::move(catalogue)) {}

std::vector<RankedContent> ContentPersonalizationEngine::rank(const CustomerView& view,
                                                              const BehaviorProfile& profile,
                                                              const Moment& moment, std::size_t limit) const {
    const ReadingHistory history(view.events, moment.now);
    const ContentLevel level = expected_level(view);
    const CalendarDate today = date_of(moment.now);
    std::vector<Candidate> candidates;
    for (const ContentItem& item : catalogue_->items) {
        if (!item.validity.covers(today)) continue;
        Candidate candidate{&item, {item.id, 0, {}}};
        if (!add_moment_match(item, moment, candidate.ranked)) continue;
        add_customer_match(item, profile, level, candidate.ranked);
        const bool prepared = std::all_of(item.prerequisites.begin(), item.prerequisites.end(),
                                          [&](const ContentId& id) { return history.of(id) != nullptr; });
        if (!prepared) {
            scale(candidate.ranked, "prerequisite", "builds on something not read yet",
                  prerequisite_missing_factor);
        }
        if (history.of(item.id) != nullptr)
            scale(candidate.ranked, "read", "was read already", read_already_factor);
        candidates.push_back(std::move(candidate));
    }
    return take_mixed(std::move(candidates), history, limit);
}

}  // namespace parlance::personalization
