#include "personalization/content_personalization_engine.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

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
constexpr std::size_t formats = 4;

struct Candidate {
    const ContentItem* item;
    RankedContent ranked;
    bool is_taken = false;
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

// Either the moment or what readers alike went on to leads him there: noisy or.
void add_readers(const ReadingRelevance& relevance, RankedContent& ranked) {
    const double gain = (1 - std::min(ranked.score, 1.0)) * relevance.probability;
    add(ranked, "readers", "is read by those who read \"" + relevance.because.text + "\"", gain);
}

void scale(RankedContent& ranked, const char* name, const char* words, double factor) {
    ranked.reasons.push_back({name, words, ranked.score * (factor - 1)});
    ranked.score *= factor;
}

// The candidates, those of each format by their score. Taken are the best remaining ones again and again,
// prerequisites before what builds on them; each format already taken lowers its kind a little.
class MixedChoice {
public:
    MixedChoice(std::vector<Candidate> candidates, const ReadingHistory& history)
        : candidates_(std::move(candidates)), history_(history) {
        for (Candidate& candidate : candidates_) {
            places_.emplace(candidate.item->id.text, &candidate);
            of_format_.at(static_cast<std::size_t>(candidate.item->format)).push_back(&candidate);
        }
        for (auto& queue : of_format_) {
            std::stable_sort(queue.begin(), queue.end(), [](const Candidate* left, const Candidate* right) {
                return left->ranked.score > right->ranked.score;
            });
        }
    }

    std::vector<RankedContent> take(std::size_t limit) {
        std::vector<RankedContent> taken;
        while (taken.size() < limit) {
            Candidate* best = best_left();
            if (best == nullptr) break;
            best = first_to_read(*best);
            best->is_taken = true;
            factor_.at(static_cast<std::size_t>(best->item->format)) *= same_format_factor;
            taken.push_back(std::move(best->ranked));
        }
        return taken;
    }

private:
    Candidate* best_left() {
        Candidate* best = nullptr;
        double most = 0;
        for (std::size_t format = 0; format < of_format_.size(); ++format) {
            std::size_t& next = next_.at(format);
            const auto& queue = of_format_.at(format);
            while (next < queue.size() && queue[next]->is_taken) ++next;
            if (next == queue.size()) continue;
            const double worth = queue[next]->ranked.score * factor_.at(format);
            const bool comes_first = best == nullptr || worth > most ||
                                     (worth == most && queue[next] < best);  // in the catalogue's order
            if (!comes_first) continue;
            best = queue[next];
            most = worth;
        }
        return best;
    }

    // The candidate to read before this one: an unread prerequisite that is a candidate itself, and its own
    // in turn.
    Candidate* first_to_read(Candidate& wanted) {
        Candidate* first = &wanted;
        for (std::size_t depth = 0; depth < candidates_.size(); ++depth) {
            Candidate* earlier = prerequisite_of(*first);
            if (earlier == nullptr) break;
            first = earlier;
        }
        return first;
    }

    Candidate* prerequisite_of(const Candidate& candidate) {
        for (const ContentId& id : candidate.item->prerequisites) {
            const auto found = places_.find(id.text);
            if (found != places_.end() && !found->second->is_taken && history_.of(id) == nullptr)
                return found->second;
        }
        return nullptr;
    }

    std::vector<Candidate> candidates_;
    const ReadingHistory& history_;
    std::unordered_map<std::string_view, Candidate*> places_;
    std::array<std::vector<Candidate*>, formats> of_format_;
    std::array<std::size_t, formats> next_{};
    std::array<double, formats> factor_{1, 1, 1, 1};
};

// Whatever is about one of the moment's topics or answers its intent, once, in the catalogue's order.
ContentIndex::Items touched_by(const Moment& moment, const ContentIndex& index) {
    ContentIndex::Items items = index.answering(moment.intent);
    for (const nlu::TopicScore& score : moment.topics) {
        const auto& about = index.about(score.topic);
        items.insert(items.end(), about.begin(), about.end());
    }
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
}

}  // namespace

ContentPersonalizationEngine::ContentPersonalizationEngine(std::shared_ptr<const Catalogue> catalogue,
                                                           std::shared_ptr<const ReadingModel> readings)
    : catalogue_(std::move(catalogue)),
      index_(std::make_unique<const ContentIndex>(*catalogue_)),
      readings_(std::move(readings)) {}

std::vector<RankedContent> ContentPersonalizationEngine::rank(const CustomerView& view,
                                                              const BehaviorProfile& profile,
                                                              const Moment& moment, std::size_t limit) const {
    const ReadingHistory history(view.events, moment.now);
    const ContentLevel level = expected_level(view);
    const CalendarDate today = date_of(moment.now);
    using ByReaders = std::unordered_map<std::string_view, ReadingRelevance>;
    const ByReaders by_readers = readings_ == nullptr ? ByReaders{} : readings_->relevance(history);
    std::vector<Candidate> candidates;
    for (const ContentItem* touched : touched_by(moment, *index_)) {
        const ContentItem& item = *touched;
        if (!item.validity.covers(today)) continue;
        Candidate candidate{&item, {item.id, 0, {}}};
        if (!add_moment_match(item, moment, candidate.ranked)) continue;
        add_customer_match(item, profile, level, candidate.ranked);
        if (const auto alike = by_readers.find(item.id.text); alike != by_readers.end())
            add_readers(alike->second, candidate.ranked);
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
    return MixedChoice(std::move(candidates), history).take(limit);
}

}  // namespace parlance::personalization
