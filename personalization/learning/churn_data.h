#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "personalization/learning/activity_rows.h"
#include "personalization/learning/binary_training.h"
#include "personalization/learning/churn_model.h"
#include "personalization/learning/column_schema.h"
#include "personalization/learning/event_log.h"
#include "personalization/learning/folds.h"

namespace parlance::personalization {

// How a labelled table is to be read.
struct TableReading {
    std::string target;    // empty: inferred
    std::string positive;  // likewise
    ColumnWishes wishes;
    std::string time;  // the column that orders the rows; empty: the file's order. It is not learned from.
};

// What BG/NBD says of a log as a whole.
struct PurchaseForecast {
    std::chrono::sys_days day;
    std::chrono::days horizon{};
    BgNbd model;
    double log_likelihood = 0;
    double expected = 0;  // purchases within the horizon
    double actual = 0;
};

// Rows to learn churn from, and how they were come by.
struct ChurnData {
    std::string target;
    std::string positive;
    LabelledMatrix rows;
    std::vector<std::string> names;             // one a row: "line 17", or the customer
    std::vector<std::size_t> order;             // the rows in time
    std::vector<ColumnSchema> schema;           // of a table
    FeatureEncoder encoder;                     // of a table
    std::optional<PurchaseForecast> purchases;  // of a log
    // Of a log for a temporal split: the customers as they were a horizon earlier; nothing where the log is
    // too short.
    std::optional<LabelledMatrix> earlier;
    std::optional<std::chrono::days> events;  // the horizon, of an event log
    std::optional<Split> later;               // likewise: what was known at the last moment, and that moment
};

// Fails with bad_training, naming the cause, when the target or the time column is not to be found or a cell
// is wrong.
Result<ChurnData> churn_data(const DataTable& table, const TableReading& reading);

// The customers of a log as they were `horizon` before its end, and what they did since.
Result<ChurnData> churn_data(const TransactionLog& log, std::chrono::days horizon);

// The customers of an event log at several moments (event_rows.h), and what they did then.
Result<ChurnData> churn_data(const EventLog& log, std::chrono::days horizon);

// The same, read as a model wants it: its columns, its target, its BG/NBD.
Result<ChurnData> churn_data_for(const ChurnModel& model, const DataTable& table);
Result<ChurnData> churn_data_for(const ChurnModel& model, const TransactionLog& log);
Result<ChurnData> churn_data_for(const ChurnModel& model, const EventLog& log);

struct ChurnTraining {
    ChurnModel model;
    std::vector<CandidateResult> candidates;
    std::string chosen;
    double log_loss = 0;
};

// Fails like train_binary.
Result<ChurnTraining> train_churn(const ChurnData& rows, const BinaryTrainingOptions& options,
                                  const LearningProgress& progress = {});

}  // namespace parlance::personalization
