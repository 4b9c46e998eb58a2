#include "personalization/learning/column_schema.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "nlu/score_measures.h"

namespace parlance::personalization {

namespace {

constexpr double leaking_auc = 0.99;
constexpr std::size_t fewest_for_identifier = 20;
constexpr double identifier_share = 0.1;
constexpr std::size_t most_levels_measured = 50;

constexpr std::array<std::string_view, 7> missing_words = {"", "na", "n/a", "nan", "null", "none", "?"};

constexpr std::array<std::string_view, 5> model_words = {"naive_bayes", "naive bayes", "probability",
                                                         "predicted", "prediction"};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return result;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// One column's cells, read as numbers where all of them are.
struct ColumnValues {
    std::set<std::string> distinct;
    std::size_t missing = 0;
    bool all_numbers = true;
    bool all_whole = true;
    std::set<double> distinct_numbers;
};

ColumnValues values_of(const DataTable& table, std::size_t column) {
    ColumnValues values;
    for (const auto& row : table.rows) {
        const std::string& cell = row[column];
        if (is_missing(cell)) {
            ++values.missing;
            continue;
        }
        values.distinct.insert(cell);
        const auto number = values.all_numbers ? number_of(cell) : std::nullopt;
        if (!number) {
            values.all_numbers = false;
            continue;
        }
        values.distinct_numbers.insert(*number);
        if (*number != std::floor(*number)) values.all_whole = false;
    }
    return values;
}

ColumnKind kind_of(const ColumnValues& values, std::size_t rows) {
    if (values.distinct.size() + (values.missing > 0 ? 1 : 0) <= 1) return ColumnKind::constant;
    const bool is_large = rows >= fewest_for_identifier;
    if (values.all_numbers) {
        const bool is_unique = values.distinct_numbers.size() == rows;
        return is_large && values.all_whole && is_unique ? ColumnKind::identifier : ColumnKind::numeric;
    }
    const double share = static_cast<double>(values.distinct.size()) / static_cast<double>(rows);
    return is_large && share > identifier_share ? ColumnKind::identifier : ColumnKind::categorical;
}

// How well the column alone ranks the rows: by its numbers, or by its values' shares of positives.
std::optional<double> auc_alone(const DataTable& table, std::size_t column, const ColumnSchema& schema,
                                const TargetColumn& target) {
    const bool numeric = schema.kind == ColumnKind::numeric;
    if (!numeric && (schema.kind != ColumnKind::categorical || schema.distinct > most_levels_measured))
        return std::nullopt;
    std::map<std::string, std::pair<double, double>> levels;  // positives, rows
    if (!numeric) {
        for (std::size_t i = 0; i < table.size(); ++i) {
            auto& [positives, rows] = levels[table.rows[i][column]];
            positives += target.labels[i];
            rows += 1;
        }
    }
    std::array<std::vector<float>, 2> scores;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::string& cell = table.rows[i][column];
        double score = 0;
        if (numeric) {
            if (is_missing(cell)) continue;
            score = number_of(cell).value_or(0);
        } else {
            const auto& [positives, rows] = levels[cell];
            score = positives / rows;
        }
        scores[target.labels[i]].push_back(static_cast<float>(score));
    }
    const auto area = nlu::area_under_roc(std::move(scores[0]), std::move(scores[1]));
    if (!area) return std::nullopt;
    return std::max(*area, 1 - *area);
}

std::string reason_to_drop(const ColumnSchema& column, const TargetColumn& target,
                           const ColumnWishes& wishes) {
    if (has(wishes.keep, column.name)) return {};
    if (has(wishes.drop, column.name)) return "dropped by --drop";
    if (column.kind == ColumnKind::constant) return "constant: the same in every row";
    const std::string name = lower(column.name);
    for (const std::string_view word : model_words) {
        if (name.find(word) != std::string::npos) return "leaks: by its name it is a model's output";
    }
    const std::string answer = lower(target.name);
    if (answer.size() >= 5 && name.find(answer) != std::string::npos)
        return "leaks: it is named after the target";
    if (column.alone_auc && *column.alone_auc >= leaking_auc)
        return "leaks: alone it ranks the rows almost perfectly";
    if (column.kind == ColumnKind::identifier) return "identifier: nearly every row has a value of its own";
    return {};
}

}  // namespace

std::string_view to_text(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::numeric: return "numeric";
        case ColumnKind::categorical: return "categorical";
        case ColumnKind::identifier: return "identifier";
        case ColumnKind::constant: return "constant";
    }
    return "unknown";
}

bool is_missing(std::string_view cell) {
    if (cell.size() > 4) return false;
    return std::find(missing_words.begin(), missing_words.end(), lower(cell)) != missing_words.end();
}

std::optional<double> number_of(std::string_view cell) {
    if (cell.starts_with('+')) cell.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty() || error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::vector<ColumnSchema> infer_schema(const DataTable& table, const TargetColumn& target,
                                       const ColumnWishes& wishes) {
    std::vector<ColumnSchema> schema;
    for (std::size_t i = 0; i < table.width(); ++i) {
        if (table.columns[i] == target.name) continue;
        const ColumnValues values = values_of(table, i);
        ColumnSchema column{table.columns[i], kind_of(values, table.size()),
                            values.missing,   values.distinct.size(),
                            std::nullopt,     {}};
        // An identifier that is to be kept has to be read somehow.
        if (has(wishes.keep, column.name) && column.kind == ColumnKind::identifier)
            column.kind = values.all_numbers ? ColumnKind::numeric : ColumnKind::categorical;
        if (!target.labels.empty()) column.alone_auc = auc_alone(table, i, column, target);
        column.dropped = reason_to_drop(column, target, wishes);
        schema.push_back(std::move(column));
    }
    return schema;
}

}  // namespace parlance::personalization
