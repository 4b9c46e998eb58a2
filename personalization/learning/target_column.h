#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/data_table.h"

namespace parlance::personalization {

// Which column is to be foretold, and which of its values counts as the event.
struct TargetColumn {
    std::string name;
    std::string positive;
    std::vector<std::uint8_t> labels = {};  // one a row: 1 where the column has the positive value

    std::size_t positives() const;
};

// Finds the target. Empty names are inferred: the column among those with a usual name (Churn, Exited,
// Attrition_Flag, ...) that has two values; the value among 1, yes, true, churned, attrited, exited, ...
// Fails with bad_training, naming what the table has instead, when the choice is not clear, the column or the
// value is not there, or all rows have the same answer.
Result<TargetColumn> choose_target(const DataTable& table, const std::string& name,
                                   const std::string& positive);

}  // namespace parlance::personalization
