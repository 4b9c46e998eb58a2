#include "personalization/learning/segment_table.h"

#include <algorithm>

#include "intents/findings.h"
#include "personalization/learning/feature_encoder.h"
#include "personalization/models/state_features.h"

namespace parlance::personalization {

namespace {

// What is wrong with columns that are asked for by name.
std::string unknown_columns(const DataTable& table, const std::vector<std::string>& names) {
    std::string problems;
    for (const std::string& name : names) {
        if (std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end()) continue;
        const std::string hint = did_you_mean(name, table.columns);
        problems +=
            table.file + ": there is no column \"" + name + "\"" + (hint.empty() ? "" : "; " + hint) + "\n";
    }
    return problems;
}

std::vector<std::string> used_columns(const std::vector<ColumnSchema>& schema) {
    std::vector<std::string> names;
    for (const ColumnSchema& column : schema) {
        if (column.dropped.empty()) names.push_back(column.name);
    }
    return names;
}

}  // namespace

Result<std::vector<std::string>> row_names(const DataTable& table, const std::string& id) {
    std::vector<std::string> names;
    if (id.empty()) {
        for (const int line : table.lines) names.push_back("line " + std::to_string(line));
        return names;
    }
    if (const std::string problems = unknown_columns(table, {id}); !problems.empty())
        return Error{ErrorCode::bad_training, problems};
    const auto found = std::find(table.columns.begin(), table.columns.end(), id);
    const auto place = static_cast<std::size_t>(found - table.columns.begin());
    for (const auto& row : table.rows) names.push_back(row[place]);
    return names;
}

Result<FeatureMatrix> numbers_of(const DataTable& table, const std::vector<std::string>& names) {
    std::vector<ColumnSchema> numeric;
    for (const std::string& name : names) numeric.push_back({name, ColumnKind::numeric, 0, 0, {}, {}});
    return FeatureEncoder::fit(table, numeric).encode(table);
}

Result<SegmentTable> segment_table(const DataTable& table, const std::string& id,
                                   const ColumnWishes& wishes) {
    std::vector<std::string> asked = wishes.drop;
    asked.insert(asked.end(), wishes.keep.begin(), wishes.keep.end());
    if (!id.empty()) asked.push_back(id);
    if (const std::string problems = unknown_columns(table, asked); !problems.empty())
        return Error{ErrorCode::bad_training, problems};
    auto names = row_names(table, id);
    if (!names) return names.error();
    SegmentTable result{{}, std::move(*names), infer_schema(table, {id, {}, {}}, wishes)};
    for (ColumnSchema& column : result.schema) {
        if (column.dropped.empty() && column.kind == ColumnKind::categorical)
            column.dropped = "text: segments are found in numbers";
    }
    auto features = numbers_of(table, used_columns(result.schema));
    if (!features) return features.error();
    result.features = std::move(*features);
    return result;
}

SegmentTable segment_table(const EventLog& log) {
    SegmentTable result;
    for (const CustomerEvents& customer : log.customers) {
        CustomerState state;
        for (const auto& packed : customer.events) state.apply(packed.unpacked());
        FeatureMatrix row = state_features(state, log.last);
        result.features.names = std::move(row.names);
        result.features.values.insert(result.features.values.end(), row.values.begin(), row.values.end());
        result.names.push_back(customer.customer.text);
    }
    return result;
}

}  // namespace parlance::personalization
