#include "personalization/content/learning_path.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "personalization/content/topic_mastery.h"

namespace parlance::personalization {

namespace {

constexpr double knows_the_basics = 0.4;
constexpr double knows_well = 0.7;

double mastery_of(const ContentIndex& index, const ReadingHistory& history, const TopicName& topic) {
    // In the order they were read, for a late test counts more than an early one.
    std::vector<const Reading*> readings;
    for (const ContentItem* item : index.about(topic)) {
        if (const Reading* reading = history.of(item->id)) readings.push_back(reading);
    }
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Reading* left, const Reading* right) { return left->last < right->last; });
    TopicMastery mastery;
    for (const Reading* reading : readings) {
        if (reading->is_passed)
            mastery.test(*reading->is_passed);
        else
            mastery.read();
    }
    return mastery.known();
}

ContentLevel level_for(double mastery) {
    if (mastery < knows_the_basics) return ContentLevel::beginner;
    return mastery < knows_well ? ContentLevel::intermediate : ContentLevel::advanced;
}

// The lessons that are still to come, and the order among them.
class OpenLessons {
public:
    OpenLessons(const ContentIndex& index, const ReadingHistory& history, const CalendarDate& today)
        : index_(index), history_(history), today_(today) {}

    // The item and everything that it builds on, as far as it is not done.
    void open(const ContentItem& item) {
        if (history_.is_done(item.id) || !item.validity.covers(today_) || !open_.insert(&item).second) return;
        for (const ContentId& needed : item.prerequisites) {
            if (const ContentItem* earlier = index_.find(needed)) open(*earlier);
        }
    }

    // Takes the best lesson that nothing stands before any more; null when there is none.
    const ContentItem* take_next(ContentLevel level) {
        const ContentItem* best = nullptr;
        for (const ContentItem* item : open_) {
            if (waits(*item)) continue;
            if (best == nullptr || rank(*item, level) < rank(*best, level)) best = item;
        }
        open_.erase(best);
        return best;
    }

private:
    bool waits(const ContentItem& item) const {
        return std::any_of(item.prerequisites.begin(), item.prerequisites.end(),
                           [&](const ContentId& needed) {
                               const ContentItem* earlier = index_.find(needed);
                               return earlier != nullptr && open_.contains(earlier);
                           });
    }

    // Lower comes first.
    std::tuple<bool, int, int, ContentId> rank(const ContentItem& item, ContentLevel level) const {
        const int away = std::abs(static_cast<int>(item.level) - static_cast<int>(level));
        return {history_.of(item.id) == nullptr, away, item.minutes, item.id};
    }

    const ContentIndex& index_;
    const ReadingHistory& history_;
    const CalendarDate today_;
    std::set<const ContentItem*> open_;
};

// Another lesson of the path that builds on this one.
const ContentItem* needed_by(const ContentItem& item, const std::vector<const ContentItem*>& path) {
    const auto found = std::find_if(path.begin(), path.end(), [&](const ContentItem* other) {
        const auto& needed = other->prerequisites;
        return std::find(needed.begin(), needed.end(), item.id) != needed.end();
    });
    return found == path.end() ? nullptr : *found;
}

std::string why(const ContentItem& item, const ReadingHistory& history,
                const std::vector<const ContentItem*>& path) {
    if (history.of(item.id) != nullptr) return "the test after it was not passed last time";
    if (const auto* other = needed_by(item, path)) return "\"" + other->id.text + "\" builds on it";
    for (const ContentId& needed : item.prerequisites) {
        if (history.is_done(needed)) return "builds on \"" + needed.text + "\", which was read";
    }
    if (!item.prerequisites.empty()) return "comes after what it builds on";
    return "at the level " + std::string(to_text(item.level));
}

}  // namespace

LearningPath learning_path(const ContentIndex& index, const ReadingHistory& history, const TopicName& topic,
                           const CalendarDate& today, std::size_t most) {
    LearningPath result{mastery_of(index, history, topic), {}};
    OpenLessons lessons(index, history, today);
    for (const ContentItem* item : index.about(topic)) lessons.open(*item);
    std::vector<const ContentItem*> path;
    const ContentLevel level = level_for(result.mastery);
    while (path.size() < most) {
        const ContentItem* next = lessons.take_next(level);
        if (next == nullptr) break;
        path.push_back(next);
    }
    for (const ContentItem* item : path)
        result.steps.push_back({item->id, why(*item, history, path), history.of(item->id) != nullptr});
    return result;
}

}  // namespace parlance::personalization
