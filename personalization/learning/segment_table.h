#pragma once

#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/column_schema.h"
#include "personalization/learning/event_log.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// A table as segments are found in it: its numbers, and what each row is called.
struct SegmentTable {
    FeatureMatrix features;
    std::vector<std::string> names;    // one a row: the cell of the id column, or "line 17"
    std::vector<ColumnSchema> schema;  // every column, with why it is left out
};

// Takes every numeric column but `id` (empty: none), which the schema's rules do not leave out and the wishes
// do not drop. Texts are left out: distances between them mean nothing. Fails with bad_training, all of them
// named, when the id or a wished column is not there, or a kept column has a cell that is no number.
Result<SegmentTable> segment_table(const DataTable& table, const std::string& id, const ColumnWishes& wishes);

// The customers of an event log as they were at its end: everything that is remembered of them.
SegmentTable segment_table(const EventLog& log);

// The table's columns of these names, for a trained model. Fails with bad_training, as above.
Result<FeatureMatrix> numbers_of(const DataTable& table, const std::vector<std::string>& names);

// What each row is called.
Result<std::vector<std::string>> row_names(const DataTable& table, const std::string& id);

}  // namespace parlance::personalization
