#include "personalization/learning/life_labels.h"

#include <algorithm>
#include <string>

#include "intents/calendar_date.h"
#include "intents/findings.h"
#include "personalization/learning/column_schema.h"
#include "personalization/problem_list.h"

namespace parlance::personalization {

namespace {

// Where the columns are; `width` for one that the table lacks.
struct LabelColumns {
    std::size_t customer = 0;
    std::size_t event = 0;
    std::size_t on = 0;
    std::size_t age = 0;
};

std::size_t place_of(const DataTable& table, const std::string& name) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::string with_hint(const std::string& problem, const std::string& hint) {
    return hint.empty() ? problem : problem + "; " + hint;
}

LabelColumns find_columns(const DataTable& table, ProblemList& problems) {
    const auto required = [&](const std::string& name) {
        const auto place = place_of(table, name);
        if (place == table.width())
            problems.add(
                {ErrorCode::bad_training, with_hint(table.file + ": there is no column \"" + name + "\"",
                                                    did_you_mean(name, table.columns))});
        return place;
    };
    return {required("customer"), required("life_event"), required("life_event_on"), place_of(table, "age")};
}

void read_row(const DataTable& table, std::size_t row, const LabelColumns& columns, LifeLabels& labels,
              ProblemList& problems) {
    const auto& cells = table.rows[row];
    const auto wrong = [&](const std::string& what, const std::string& hint = {}) {
        problems.add({ErrorCode::bad_training,
                      with_hint(table.file + ":" + std::to_string(table.lines[row]) + ": " + what, hint)});
    };
    if (cells[columns.customer].empty()) return wrong("a row without a customer");
    KnownLife& life = labels[{cells[columns.customer]}];
    if (columns.age < table.width()) life.age = number_of(cells[columns.age]);
    const std::string& name = cells[columns.event];
    if (is_missing(name)) return;
    const auto event = life_event(name);
    const auto on = parse_date(cells[columns.on]);
    if (!event) wrong("unknown life event \"" + name + "\"", did_you_mean(name, life_event_names()));
    if (!on) wrong("\"" + cells[columns.on] + "\" is no date such as 2025-03-01");
    if (event && on) life.events.push_back({*event, std::chrono::sys_days{on->day}});
}

}  // namespace

Result<LifeLabels> read_life_labels(const DataTable& table) {
    ProblemList problems;
    const LabelColumns columns = find_columns(table, problems);
    if (!problems.empty()) return problems.error();
    LifeLabels labels;
    for (std::size_t row = 0; row < table.size(); ++row) read_row(table, row, columns, labels, problems);
    if (!problems.empty()) return problems.error();
    return labels;
}

}  // namespace parlance::personalization
