#include "personalization/learning/life_labels.h"

#include <algorithm>
#include <string>

#include "intents/calendar_date.h"
#include "intents/findings.h"
#include "personalization/learning/column_schema.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_problems = 20;

// What is wrong with a table.
class Problems {
public:
    void add(const std::string& problem, const std::string& hint = {}) {
        if (++count_ > most_problems) return;
        text_ += (text_.empty() ? "" : "\n") + problem + (hint.empty() ? "" : "; " + hint);
    }
    bool empty() const { return count_ == 0; }
    Error error() const {
        const auto more = count_ > most_problems ? "\nand " + std::to_string(count_ - most_problems) + " more"
                                                 : std::string();
        return {ErrorCode::bad_training, text_ + more};
    }

private:
    std::string text_;
    std::size_t count_ = 0;
};

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

LabelColumns find_columns(const DataTable& table, Problems& problems) {
    const auto required = [&](const std::string& name) {
        const auto place = place_of(table, name);
        if (place == table.width())
            problems.add(table.file + ": there is no column \"" + name + "\"",
                         did_you_mean(name, table.columns));
        return place;
    };
    return {required("customer"), required("life_event"), required("life_event_on"), place_of(table, "age")};
}

std::vector<std::string> event_names() {
    std::vector<std::string> names;
    for (const LifeEvent event : all_life_events()) names.emplace_back(to_text(event));
    return names;
}

void read_row(const DataTable& table, std::size_t row, const LabelColumns& columns, LifeLabels& labels,
              Problems& problems) {
    const auto& cells = table.rows[row];
    const auto wrong = [&](const std::string& what, const std::string& hint = {}) {
        problems.add(table.file + ":" + std::to_string(table.lines[row]) + ": " + what, hint);
    };
    if (cells[columns.customer].empty()) return wrong("a row without a customer");
    KnownLife& life = labels[{cells[columns.customer]}];
    if (columns.age < table.width()) life.age = number_of(cells[columns.age]);
    const std::string& name = cells[columns.event];
    if (is_missing(name)) return;
    const auto event = life_event(name);
    const auto on = parse_date(cells[columns.on]);
    if (!event) wrong("unknown life event \"" + name + "\"", did_you_mean(name, event_names()));
    if (!on) wrong("\"" + cells[columns.on] + "\" is no date such as 2025-03-01");
    if (event && on) life.events.push_back({*event, std::chrono::sys_days{on->day}});
}

}  // namespace

Result<LifeLabels> read_life_labels(const DataTable& table) {
    Problems problems;
    const LabelColumns columns = find_columns(table, problems);
    if (!problems.empty()) return problems.error();
    LifeLabels labels;
    for (std::size_t row = 0; row < table.size(); ++row) read_row(table, row, columns, labels, problems);
    if (!problems.empty()) return problems.error();
    return labels;
}

}  // namespace parlance::personalization
