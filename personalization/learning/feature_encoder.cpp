#include "personalization/learning/feature_encoder.h"

#include <algorithm>
#include <limits>
#include <map>

#include "intents/findings.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_levels = 50;
constexpr std::size_t most_problems = 20;
constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

// A missing value is a level of its own: that nobody knows it may tell something.
std::string level_of(const std::string& cell) {
    return is_missing(cell) ? "(not known)" : cell;
}

// The values of a column, the commonest first; equally common ones by spelling.
std::vector<std::string> levels_of(const DataTable& table, std::size_t column) {
    std::map<std::string, std::size_t> counts;
    for (const auto& row : table.rows) {
        ++counts[level_of(row[column])];
    }
    std::vector<std::pair<std::string, std::size_t>> list(counts.begin(), counts.end());
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    if (list.size() > most_levels) list.resize(most_levels);
    if (list.size() == 2 && counts.size() == 2) list.resize(1);
    std::vector<std::string> levels;
    for (auto& [level, count] : list) levels.push_back(level);
    return levels;
}

}  // namespace

FeatureEncoder FeatureEncoder::fit(const DataTable& table, const std::vector<ColumnSchema>& schema) {
    FeatureEncoder encoder;
    for (const ColumnSchema& column : schema) {
        if (!column.dropped.empty()) continue;
        const auto place = std::find(table.columns.begin(), table.columns.end(), column.name);
        const auto index = static_cast<std::size_t>(place - table.columns.begin());
        const bool is_text = column.kind == ColumnKind::categorical;
        encoder.columns_.push_back(
            {column.name, is_text ? levels_of(table, index) : std::vector<std::string>{}});
    }
    return encoder;
}

std::vector<std::string> FeatureEncoder::names() const {
    std::vector<std::string> names;
    for (const Column& column : columns_) {
        if (column.levels.empty()) names.push_back(column.name);
        for (const std::string& level : column.levels) names.push_back(column.name + " = " + level);
    }
    return names;
}

Result<FeatureMatrix> FeatureEncoder::encode(const DataTable& table) const {
    std::vector<std::size_t> places;
    std::string problems;
    for (const Column& column : columns_) {
        const auto found = std::find(table.columns.begin(), table.columns.end(), column.name);
        places.push_back(static_cast<std::size_t>(found - table.columns.begin()));
        if (found != table.columns.end()) continue;
        const std::string hint = did_you_mean(column.name, table.columns);
        problems += table.file + ": there is no column \"" + column.name + "\"" +
                    (hint.empty() ? "" : "; " + hint) + "\n";
    }
    if (!problems.empty()) return Error{ErrorCode::bad_training, problems};
    FeatureMatrix matrix{names(), {}};
    matrix.values.reserve(table.size() * matrix.width());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            const std::string& cell = table.rows[i][places[k]];
            for (const std::string& level : columns_[k].levels) {
                matrix.values.push_back(level_of(cell) == level ? 1.0F : 0.0F);
            }
            if (!columns_[k].levels.empty()) continue;
            const auto number = number_of(cell);
            matrix.values.push_back(number ? static_cast<float>(*number) : unknown);
            if (number || is_missing(cell) || ++wrong > most_problems) continue;
            problems += table.file + ":" + std::to_string(table.lines[i]) + ": \"" + cell +
                        "\" in column \"" + columns_[k].name + "\" is no number\n";
        }
    }
    if (!problems.empty()) return Error{ErrorCode::bad_training, problems};
    return matrix;
}

void FeatureEncoder::write(nlu::SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(columns_.size()));
    for (const Column& column : columns_) {
        writer.text(column.name);
        writer.number(static_cast<std::uint32_t>(column.levels.size()));
        for (const std::string& level : column.levels) writer.text(level);
    }
}

bool FeatureEncoder::read(nlu::SectionReader& reader) {
    const auto columns = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < columns && reader.ok(); ++i) {
        Column column{std::string(reader.text()), {}};
        const auto levels = reader.number<std::uint32_t>();
        for (std::uint32_t k = 0; k < levels && reader.ok(); ++k) column.levels.emplace_back(reader.text());
        columns_.push_back(std::move(column));
    }
    return reader.ok() && !columns_.empty();
}

}  // namespace parlance::personalization
