#include "personalization/content/content_page.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "personalization/activity.h"

namespace parlance::personalization {

namespace {

constexpr double most_format_points = 0.05;
constexpr double new_points = 0.05;
constexpr int new_for_days = 30;
constexpr double refresh_after_days = 90;
constexpr double topic_likeness = 0.7;
constexpr double format_likeness = 0.2;
constexpr double level_likeness = 0.1;

struct Candidate {
    const ContentItem* item = nullptr;
    RankedContent ranked;
};

// 1 for two items that share topics, format and level.
double likeness(const ContentItem& left, const ContentItem& right) {
    const std::set<TopicName> topics(left.topics.begin(), left.topics.end());
    std::set<TopicName> all = topics;
    all.insert(right.topics.begin(), right.topics.end());
    const auto shared = std::count_if(right.topics.begin(), right.topics.end(),
                                      [&](const TopicName& topic) { return topics.contains(topic); });
    const double overlap = all.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(all.size());
    return topic_likeness * overlap + (left.format == right.format ? format_likeness : 0) +
           (left.level == right.level ? level_likeness : 0);
}

// The share of a customer's readings that was of each format.
class FormatShares {
public:
    FormatShares(const ReadingHistory& history, const ContentIndex& index) {
        for (const auto& [id, reading] : history.readings()) {
            const ContentItem* item = index.find(id);
            if (item == nullptr) continue;
            ++of_format_[static_cast<std::size_t>(item->format)];
            ++all_;
        }
    }
    double of(ContentFormat format) const {
        return all_ == 0 ? 0 : of_format_[static_cast<std::size_t>(format)] / all_;
    }

private:
    std::array<double, 4> of_format_{};
    double all_ = 0;
};

// Puts the parts together; what one part takes is gone for the others.
class PageAssembly {
public:
    PageAssembly(const PageInput& input, const PageOptions& options)
        : input_(input), options_(options), formats_(input.history, input.index) {
        for (const RankedContent& ranked : input.ranked) {
            if (const ContentItem* item = input.index.find(ranked.id))
                candidates_.push_back(weighed(*item, ranked));
        }
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const auto& left, const auto& right) {
            return left.ranked.score > right.ranked.score;
        });
    }

    ContentPage page() {
        ContentPage page;
        page.hero = take_first([&](const Candidate& each) { return !input_.history.of(each.item->id); });
        page.next_step = take_next_step();
        page.refresh = take_refresh();
        page.related = take_related();
        return page;
    }

private:
    Candidate weighed(const ContentItem& item, RankedContent ranked) const {
        const double liked = formats_.of(item.format);
        if (liked > 0) {
            ranked.reasons.push_back({"format", "a format that is often chosen", most_format_points * liked});
            ranked.score += most_format_points * liked;
        }
        const auto& from = item.validity.from;
        if (from && days_between(*from, date_of(input_.now)) < new_for_days) {
            ranked.reasons.push_back({"new", "is new", new_points});
            ranked.score += new_points;
        }
        ranked.score = std::clamp(ranked.score, 0.0, 1.0);
        return {&item, std::move(ranked)};
    }

    template <typename Fits>
    std::optional<RankedContent> take_first(Fits fits) {
        const auto found = std::find_if(candidates_.begin(), candidates_.end(), fits);
        if (found == candidates_.end()) return std::nullopt;
        return take(found);
    }

    RankedContent take(std::vector<Candidate>::iterator at) {
        RankedContent taken = std::move(at->ranked);
        chosen_.push_back(at->item);
        candidates_.erase(at);
        return taken;
    }

    // The first lesson that is not on the page already; it need not be among the ranked ones.
    std::optional<RankedContent> take_next_step() {
        for (const LessonStep& step : input_.path.steps) {
            const ContentItem* known = input_.index.find(step.item);
            if (known == nullptr || std::find(chosen_.begin(), chosen_.end(), known) != chosen_.end())
                continue;
            const auto ranked = take_first([&](const Candidate& each) { return each.item == known; });
            if (!ranked) chosen_.push_back(known);
            RankedContent lesson = ranked.value_or(RankedContent{step.item, 0, {}});
            lesson.reasons.insert(lesson.reasons.begin(), {"lesson", step.why, 0});
            return lesson;
        }
        return std::nullopt;
    }

    std::vector<RankedContent> take_refresh() {
        const auto needs_it = [&](const Candidate& each) {
            const Reading* reading = input_.history.of(each.item->id);
            if (reading == nullptr) return false;
            return !reading->is_passed.value_or(true) ||
                   days_from(reading->last, input_.now) > refresh_after_days;
        };
        std::vector<RankedContent> taken;
        while (taken.size() < options_.refresh) {
            auto next = take_first(needs_it);
            if (!next) break;
            taken.push_back(std::move(*next));
        }
        return taken;
    }

    std::vector<RankedContent> take_related() {
        std::erase_if(candidates_,
                      [&](const Candidate& each) { return input_.history.is_done(each.item->id); });
        std::vector<RankedContent> taken;
        while (taken.size() < options_.related && !candidates_.empty()) {
            const auto best = std::max_element(candidates_.begin(), candidates_.end(),
                                               [&](const Candidate& left, const Candidate& right) {
                                                   return marginal(left) < marginal(right);
                                               });
            taken.push_back(take(best));
        }
        return taken;
    }

    // Relevance less the likeness to what the page has already.
    double marginal(const Candidate& candidate) const {
        double alike = 0;
        for (const ContentItem* other : chosen_) alike = std::max(alike, likeness(*candidate.item, *other));
        return options_.lambda * candidate.ranked.score - (1 - options_.lambda) * alike;
    }

    const PageInput& input_;
    const PageOptions& options_;
    FormatShares formats_;
    std::vector<Candidate> candidates_;  // the most relevant first
    std::vector<const ContentItem*> chosen_;
};

}  // namespace

ContentPage assemble_page(const PageInput& input, const PageOptions& options) {
    return PageAssembly(input, options).page();
}

}  // namespace parlance::personalization
