#pragma once

#include <string>
#include <vector>

#include "intents/calendar_date.h"
#include "personalization/content/content_index.h"
#include "personalization/content/reading_history.h"

namespace parlance::personalization {

// A lesson to come, and why it stands where it does.
struct LessonStep {
    ContentId item;
    std::string why;  // in words a customer's advisor reads, English
    bool is_repeated = false;

    bool operator==(const LessonStep&) const = default;
};

struct LearningPath {
    double mastery = 0;  // of the topic, 0..1 (topic_mastery.h)
    std::vector<LessonStep> steps;
};

// The way to learn a topic: its items that are valid today and not done, and what they build on, each behind
// its prerequisites (Kahn 1962); of those that could come next what was failed in a test first, then the
// level that the mastery calls for, then the shorter one. At most `most` steps. Circles of prerequisites,
// which loading refuses, end the path before them. Never fails.
LearningPath learning_path(const ContentIndex& index, const ReadingHistory& history, const TopicName& topic,
                           const CalendarDate& today, std::size_t most);

}  // namespace parlance::personalization
