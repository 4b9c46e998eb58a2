#include "personalization/policy/uplift.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "personalization/learning/column_schema.h"
#include "personalization/learning/feature_encoder.h"
#include "personalization/learning/folds.h"
#include "personalization/learning/logistic_model.h"

namespace parlance::personalization {

namespace {

constexpr double critical = 1.959964;
constexpr double penalty = 30;  // of the logistic models, in rows

// Rows of one side of the trial: how many, and how many events.
struct Side {
    double rows = 0;
    double events = 0;

    void add(std::uint8_t event) {
        rows += 1;
        events += event;
    }
    double rate() const { return rows > 0 ? events / rows : 0; }
    double variance() const { return rows > 0 ? rate() * (1 - rate()) / rows : 0; }
};

Estimate gain_of(const Side& treated, const Side& control) {
    const double gain = treated.rate() - control.rate();
    const double reach = critical * std::sqrt(treated.variance() + control.variance());
    return {gain, gain - reach, gain + reach};
}

std::vector<std::size_t> rows_of(const Trial& trial, const std::vector<std::size_t>& rows,
                                 std::uint8_t treated) {
    std::vector<std::size_t> chosen;
    for (const std::size_t row : rows) {
        if (trial.treated[row] == treated) chosen.push_back(row);
    }
    return chosen;
}

std::vector<double> margins_by(const Trial& trial, const Split& split, std::uint8_t treated) {
    const auto rows = rows_of(trial, split.training, treated);
    return LogisticModel::train(trial.rows.rows(rows), penalty).margins(trial.rows.features.rows(split.test));
}

double probability(double margin) {
    return 1 / (1 + std::exp(-margin));
}

std::size_t place_of(const DataTable& table, const std::string& name, Findings& findings) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found == table.columns.end())
        findings.error("E1009", table.file, {}, "there is no column \"" + name + "\"",
                       did_you_mean(name, table.columns));
    return static_cast<std::size_t>(found - table.columns.begin());
}

void expect_value(const DataTable& table, std::size_t column, const std::string& value, Findings& findings) {
    std::vector<std::string> values;
    for (const auto& row : table.rows) values.push_back(row[column]);
    if (std::find(values.begin(), values.end(), value) == values.end())
        findings.error("E1014", table.file, {},
                       "no row has \"" + value + "\" in \"" + table.columns[column] + "\"",
                       did_you_mean(value, values));
}

}  // namespace

Trial trial_from(const DataTable& table, const TrialColumns& columns, Findings& findings) {
    const std::size_t treatment = place_of(table, columns.treatment, findings);
    const std::size_t outcome = place_of(table, columns.outcome, findings);
    for (const std::string& name : columns.drop) place_of(table, name, findings);
    if (findings.has_errors()) return {};
    for (const std::string& value : {columns.treated, columns.control})
        expect_value(table, treatment, value, findings);
    Trial trial;
    TargetColumn target{columns.outcome, "above 0", {}};
    DataTable kept{table.file, table.columns, {}, {}};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::vector<std::string>& cells = table.rows[row];
        const bool treated = cells[treatment] == columns.treated;
        if (!treated && cells[treatment] != columns.control) continue;
        const auto event = number_of(cells[outcome]);
        if (!event)
            findings.error("E1008", table.file, {table.lines[row], 1},
                           "\"" + cells[outcome] + "\" is no number");
        target.labels.push_back(event.value_or(0) > 0 ? 1 : 0);
        trial.treated.push_back(treated ? 1 : 0);
        kept.rows.push_back(cells);
        kept.lines.push_back(table.lines[row]);
    }
    if (findings.has_errors()) return {};
    ColumnWishes wishes{columns.drop, {}};
    wishes.drop.push_back(columns.treatment);
    auto features = FeatureEncoder::fit(kept, infer_schema(kept, target, wishes)).encode(kept);
    if (!features) {
        findings.error("E1008", table.file, {}, features.error().detail);
        return {};
    }
    trial.rows = {std::move(*features), std::move(target.labels), {}};
    return trial;
}

std::vector<double> foretell_effects(const Trial& trial, std::size_t folds, std::uint32_t seed) {
    std::vector<double> effects(trial.treated.size());
    for (const Split& split : stratified_folds(trial.rows.labels, folds, seed)) {
        const std::vector<double> with = margins_by(trial, split, 1);
        const std::vector<double> without = margins_by(trial, split, 0);
        for (std::size_t i = 0; i < split.test.size(); ++i)
            effects[split.test[i]] = probability(with[i]) - probability(without[i]);
    }
    return effects;
}

UpliftMeasures measure_uplift(const Trial& trial, const std::vector<double>& effects) {
    std::vector<std::size_t> order(effects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return effects[left] > effects[right]; });
    UpliftMeasures measures;
    measures.rows = order.size();
    const auto all = static_cast<double>(order.size());
    for (const double share : {0.1, 0.2, 0.3, 0.5, 1.0})
        measures.at.push_back({share, static_cast<std::size_t>(std::lround(share * all)), {}});
    Side treated;
    Side control;
    double area = 0;
    double last = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        Side& side = trial.treated[order[i]] != 0 ? treated : control;
        side.add(trial.rows.labels[order[i]]);
        last = treated.events - control.rate() * treated.rows;
        area += last;
        for (UpliftAt& at : measures.at) {
            if (at.rows == i + 1) at.gain = gain_of(treated, control);
        }
    }
    measures.treated = static_cast<std::size_t>(treated.rows);
    if (all > 0) measures.qini = (area / all - last / 2) / all;
    return measures;
}

}  // namespace parlance::personalization
