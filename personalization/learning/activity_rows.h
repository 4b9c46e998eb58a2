#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/bg_nbd.h"
#include "personalization/learning/feature_matrix.h"
#include "personalization/learning/transaction_log.h"

namespace parlance::personalization {

// The customers of a log as they were on one day: only what had happened by its end is looked at, so what is
// learned from them holds for a day on which the future is not known.
struct ActivityRows {
    LabelledMatrix rows;  // label 1: no transaction within the horizon, churn without a contract
    std::vector<std::string> customers;      // one a row
    std::vector<PurchaseHistory> histories;  // one a row, in weeks
    std::vector<double> later_purchases;     // one a row: days with transactions within the horizon
    BgNbd model;                             // fitted on the histories
};

// Histories of the customers who had come by the end of `day`, in weeks.
std::vector<PurchaseHistory> purchase_histories(const TransactionLog& log, std::chrono::sys_days day);

// A day to foretell from, and how far.
struct ActivityMoment {
    std::chrono::sys_days day;
    std::chrono::days horizon;
};

// Features: recency, frequency and monetary value; counts and amounts that halve every 7, 30 and 90 days;
// mean and deviation of the gaps, and how overdue the next purchase is; BG/NBD's chance of being alive and
// expected purchases. Without a model BG/NBD is fitted on the histories, which know nothing of the labels.
// Fails with bad_training when the log ends before the horizon does, when nobody had come by the day, or when
// BG/NBD cannot be fitted.
Result<ActivityRows> activity_rows(const TransactionLog& log, const ActivityMoment& moment,
                                   const std::optional<BgNbd>& model = {});

}  // namespace parlance::personalization
