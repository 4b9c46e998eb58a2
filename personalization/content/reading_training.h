#pragma once

#include <string>
#include <vector>

#include "personalization/content/reading_model.h"
#include "personalization/learning/binary_training.h"
#include "personalization/learning/event_log.h"
#include "personalization/recommender/interaction_reader.h"

namespace parlance::personalization {

// Who read what: customers with the items of their `article_read` events, in the order in which they first
// read them.
NamedLikes readings_in(const EventLog& log);

// How well something foretells what a reader reads next, with everything that he has not read to choose from.
struct NextReading {
    std::string method;
    double ndcg_at_10 = 0;
    double hit_rate_at_10 = 0;
};

struct ReadingTraining {
    ReadingModel model;
    std::size_t readers = 0;
    std::size_t readings = 0;
    std::vector<NextReading> compared;  // popularity first
    std::string chosen;
};

// Learns what to read next. Of each reader with two items or more the last one is kept out; the method with
// the highest NDCG@10 on these is fitted anew on everything, and its scores become probabilities by what
// happened with the ten best of each reader (Platt 1999). EASE^R takes part up to 8,000 items, for its time
// grows with the cube. Fails with bad_training when fewer than 20 readers have two items.
Result<ReadingTraining> train_readings(const NamedLikes& readings, const LearningProgress& progress = {});

}  // namespace parlance::personalization
