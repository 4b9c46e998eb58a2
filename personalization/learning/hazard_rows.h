#pragma once

#include <chrono>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/event_log.h"
#include "personalization/learning/feature_matrix.h"
#include "personalization/learning/life_labels.h"

namespace parlance::personalization {

// The customers of an event log at several moments, for all life events at once: features from what had
// happened before each moment only (point in time). A customer's rows are one group.
struct CustomerMoments {
    FeatureMatrix features;                // of signal_features.h, one row a customer and moment
    std::vector<std::uint32_t> customers;  // one a row: the place in the log
    std::vector<TimePoint> moments;        // likewise
};

// Moments: every 30 days from 90 days after the log's beginning up to its end; at each, the customers whose
// life is known (of `labels`) and who have done something. Fails with bad_training when nobody of the log is
// among the labels, or the log is shorter than 120 days.
Result<CustomerMoments> customer_moments(const EventLog& log, const LifeLabels& labels);

// Which rows tell about one event within one horizon, and what happened: rows whose horizon ends by the log's
// end, of customers who have not met the event before. The label is whether they meet it within the horizon.
struct HazardRows {
    LabelledMatrix rows;
    std::vector<std::size_t> places;  // among the moments' rows
};
HazardRows hazard_rows(const CustomerMoments& all, const EventLog& log, const LifeLabels& labels,
                       LifeEvent event, std::chrono::days horizon);

// What the hand-set rules of LifeEventPredictor say of the same rows: their chance of the event within a
// year, from the same past and the age.
std::vector<double> rules_chance(const HazardRows& rows, const CustomerMoments& all, const EventLog& log,
                                 const LifeLabels& labels, LifeEvent event);

}  // namespace parlance::personalization
