#include "personalization/learning/target_column.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>

#include "intents/findings.h"

namespace parlance::personalization {

namespace {

constexpr std::array<std::string_view, 12> usual_names = {
    "churn",    "churned",    "exited",      "attrition_flag", "attrition", "is_churn",
    "attrited", "churn_flag", "churn label", "left",           "closed",    "y"};

constexpr std::array<std::string_view, 13> usual_positives = {
    "1",    "1.0",   "yes", "true", "y", "t", "churned", "churn", "exited", "attrited", "attrited customer",
    "left", "closed"};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return result;
}

template <typename List>
bool lists(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), lower(word)) != list.end();
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "\"" : ", \"") + name + "\"";
    return text.empty() ? "none" : text;
}

// The values of a column in order, or nothing when there are more than `most`.
std::optional<std::vector<std::string>> values_of(const DataTable& table, std::size_t column,
                                                  std::size_t most) {
    std::set<std::string> values;
    for (const auto& row : table.rows) {
        values.insert(row[column]);
        if (values.size() > most) return std::nullopt;
    }
    return std::vector<std::string>(values.begin(), values.end());
}

Error unclear(const DataTable& table, const std::string& detail) {
    return {ErrorCode::bad_training, table.file + ": " + detail};
}

Result<std::size_t> column_of(const DataTable& table, const std::string& name) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found != table.columns.end()) return static_cast<std::size_t>(found - table.columns.begin());
    const std::string hint = did_you_mean(name, table.columns);
    return unclear(table, "there is no column \"" + name + "\"; " +
                              (hint.empty() ? "the columns are " + joined(table.columns) : hint));
}

Result<std::size_t> usual_column(const DataTable& table) {
    std::vector<std::string> binary;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < table.width(); ++i) {
        const auto values = values_of(table, i, 2);
        if (!values || values->size() != 2) continue;
        binary.push_back(table.columns[i]);
        if (lists(usual_names, table.columns[i])) found.push_back(i);
    }
    if (found.size() == 1) return found.front();
    return unclear(table, std::string(found.empty() ? "no column" : "more than one column") +
                              " looks like the target; name it with --target. Columns with two values: " +
                              joined(binary));
}

Result<std::string> usual_positive(const DataTable& table, std::size_t column) {
    const auto values = values_of(table, column, 2);
    const std::string& name = table.columns[column];
    if (!values)
        return unclear(table, "column \"" + name +
                                  "\" has more than two values; say with --positive which "
                                  "one is the event");
    std::vector<std::string> found;
    std::copy_if(values->begin(), values->end(), std::back_inserter(found),
                 [](const std::string& value) { return lists(usual_positives, value); });
    if (found.size() == 1) return found.front();
    return unclear(table,
                   "say with --positive which value of \"" + name + "\" is the event: " + joined(*values));
}

}  // namespace

std::size_t TargetColumn::positives() const {
    return std::accumulate(labels.begin(), labels.end(), std::size_t{0});
}

Result<TargetColumn> choose_target(const DataTable& table, const std::string& name,
                                   const std::string& positive) {
    const Result<std::size_t> column = name.empty() ? usual_column(table) : column_of(table, name);
    if (!column) return column.error();
    Result<std::string> value =
        positive.empty() ? usual_positive(table, *column) : Result<std::string>(positive);
    if (!value) return value.error();
    TargetColumn target{table.columns[*column], *value};
    for (const auto& row : table.rows) target.labels.push_back(row[*column] == *value ? 1 : 0);
    const std::size_t positives = target.positives();
    if (positives > 0 && positives < table.size()) return target;
    const auto values = values_of(table, *column, 20);
    const std::string hint = values ? did_you_mean(*value, *values) : std::string();
    return unclear(table,
                   (positives == 0 ? "no row" : "every row") + std::string(" has \"") + *value + "\" in \"" +
                       target.name + "\"; " +
                       (!hint.empty() ? hint : "its values are " + (values ? joined(*values) : "many")));
}

}  // namespace parlance::personalization
