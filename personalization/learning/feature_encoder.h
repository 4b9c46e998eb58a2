#pragma once

#include <string>
#include <vector>

#include "intents/result.h"
#include "nlu/encoder/section_bytes.h"
#include "personalization/learning/column_schema.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// Turns a table's cells into features: a numeric column is one, a categorical one has a feature for each of
// its commoner values (at most 50; a column of two values needs one). Immutable; safe to call from several
// threads.
class FeatureEncoder {
public:
    static FeatureEncoder fit(const DataTable& table, const std::vector<ColumnSchema>& schema);

    // Fails with bad_training when the table lacks a column, or a numeric column has a cell that is no
    // number; all of them are named. A value of a category that was not seen in fitting counts as none.
    Result<FeatureMatrix> encode(const DataTable& table) const;

    // "Contract = One year", "tenure".
    std::vector<std::string> names() const;

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader);

private:
    struct Column {
        std::string name;
        std::vector<std::string> levels;  // empty for numbers
    };
    std::vector<Column> columns_;
};

}  // namespace parlance::personalization
