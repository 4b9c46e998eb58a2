#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "personalization/learning/data_table.h"
#include "personalization/learning/target_column.h"

namespace parlance::personalization {

enum class ColumnKind { numeric, categorical, identifier, constant };

// What was found about one column.
struct ColumnSchema {
    std::string name;
    ColumnKind kind = ColumnKind::numeric;
    std::size_t missing = 0;
    std::size_t distinct = 0;
    std::optional<double> alone_auc;  // how well the column alone tells the target, in [.5, 1]
    std::string dropped;              // why it is not learned from; empty when it is
};

// Columns that the caller has decided on, by name; a kept one is used whatever speaks against it.
struct ColumnWishes {
    std::vector<std::string> drop;
    std::vector<std::string> keep;
};

std::string_view to_text(ColumnKind kind);

// "", "NA", "N/A", "NaN", "null", "none" and "?" stand for a value that nobody knows.
bool is_missing(std::string_view cell);

// The number a cell spells, or nothing.
std::optional<double> number_of(std::string_view cell);

// The kind of every column but the target's, in the table's order. Left out of learning are:
// constant columns; identifiers (whole numbers or texts that are different in every row, texts with a value
// of their own in every tenth row); columns that leak the answer: one that alone ranks the rows with an area
// under the ROC curve of .99 or more, one with a model's output by its name (Naive_Bayes_...,
// ..._probability, predicted_...), and one named after the target ("Churn Reason"). A target without labels
// is none: then nothing can leak it but what a model's name gives away.
std::vector<ColumnSchema> infer_schema(const DataTable& table, const TargetColumn& target,
                                       const ColumnWishes& wishes);

}  // namespace parlance::personalization
