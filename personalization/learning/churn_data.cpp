#include "personalization/learning/churn_data.h"

#include <algorithm>
#include <numeric>

#include "intents/findings.h"
#include "personalization/learning/event_rows.h"

namespace parlance::personalization {

namespace {

using Days = std::chrono::days;

// Rows by the column's numbers, or by its texts where it has others; equals stay in the file's order.
Result<std::vector<std::size_t>> order_of(const DataTable& table, const std::string& column) {
    std::vector<std::size_t> order(table.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (column.empty()) return order;
    const auto found = std::find(table.columns.begin(), table.columns.end(), column);
    if (found == table.columns.end())
        return Error{ErrorCode::bad_training, table.file + ": there is no column \"" + column + "\"; " +
                                                  did_you_mean(column, table.columns)};
    const auto place = static_cast<std::size_t>(found - table.columns.begin());
    const bool numbers = std::all_of(table.rows.begin(), table.rows.end(),
                                     [&](const auto& row) { return number_of(row[place]).has_value(); });
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        const std::string& one = table.rows[left][place];
        const std::string& other = table.rows[right][place];
        return numbers ? *number_of(one) < *number_of(other) : one < other;
    });
    return order;
}

std::vector<std::string> names_of(const DataTable& table) {
    std::vector<std::string> names;
    for (const int line : table.lines) names.push_back("line " + std::to_string(line));
    return names;
}

std::string target_of(Days horizon) {
    return "no transaction within " + std::to_string(horizon.count()) + " days";
}

PurchaseForecast forecast_of(const ActivityRows& rows, const ActivityMoment& moment) {
    PurchaseForecast forecast{moment.day, moment.horizon, rows.model, 0, 0, 0};
    forecast.log_likelihood = rows.model.log_likelihood(rows.histories);
    const double weeks = static_cast<double>(moment.horizon.count()) / 7;
    for (const PurchaseHistory& history : rows.histories)
        forecast.expected += rows.model.expected_purchases(history, weeks);
    forecast.actual = std::accumulate(rows.later_purchases.begin(), rows.later_purchases.end(), 0.0);
    return forecast;
}

Result<ChurnData> log_data(const TransactionLog& log, Days horizon, const std::optional<BgNbd>& model) {
    const ActivityMoment moment{log.last_day - horizon, horizon};
    auto rows = activity_rows(log, moment, model);
    if (!rows) return rows.error();
    ChurnData result;
    result.target = target_of(horizon);
    result.positive = "yes";
    result.purchases = forecast_of(*rows, moment);
    result.names = std::move(rows->customers);
    result.rows = std::move(rows->rows);
    result.order.resize(result.rows.size());
    std::iota(result.order.begin(), result.order.end(), std::size_t{0});
    // A log that is too short for an earlier day simply has none.
    auto earlier = activity_rows(log, {moment.day - horizon, horizon}, model);
    if (earlier && earlier->rows.positives() > 0) result.earlier = std::move(earlier->rows);
    return result;
}

// Learns from the moments whose horizon was over by the last one, and is measured on that. moments:
// ascending.
std::optional<Split> later_split(const std::vector<TimePoint>& moments, Days horizon) {
    Split split;
    for (std::size_t row = 0; row < moments.size(); ++row) {
        if (moments[row] + horizon <= moments.back()) split.training.push_back(row);
        if (moments[row] == moments.back()) split.test.push_back(row);
    }
    return split.training.empty() ? std::nullopt : std::optional(std::move(split));
}

}  // namespace

Result<ChurnData> churn_data(const DataTable& table, const TableReading& reading) {
    auto target = choose_target(table, reading.target, reading.positive);
    if (!target) return target.error();
    auto order = order_of(table, reading.time);
    if (!order) return order.error();
    ColumnWishes wishes = reading.wishes;
    if (!reading.time.empty()) wishes.drop.push_back(reading.time);
    for (const auto* names : {&wishes.drop, &wishes.keep}) {
        for (const std::string& name : *names) {
            if (std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end()) continue;
            return Error{ErrorCode::bad_training, table.file + ": there is no column \"" + name + "\"; " +
                                                      did_you_mean(name, table.columns)};
        }
    }
    ChurnData result;
    result.target = target->name;
    result.positive = target->positive;
    result.schema = infer_schema(table, *target, wishes);
    result.encoder = FeatureEncoder::fit(table, result.schema);
    auto features = result.encoder.encode(table);
    if (!features) return features.error();
    result.rows = {std::move(*features), std::move(target->labels), {}};
    result.names = names_of(table);
    result.order = std::move(*order);
    return result;
}

Result<ChurnData> churn_data(const TransactionLog& log, Days horizon) {
    return log_data(log, horizon, std::nullopt);
}

Result<ChurnData> churn_data(const EventLog& log, Days horizon) {
    auto rows = event_rows(log, horizon);
    if (!rows) return rows.error();
    ChurnData result;
    result.target = "account closed or nothing done within " + std::to_string(horizon.count()) + " days";
    result.positive = "yes";
    result.events = horizon;
    result.order.resize(rows->rows.size());
    std::iota(result.order.begin(), result.order.end(), std::size_t{0});
    result.later = later_split(rows->moments, horizon);
    result.rows = std::move(rows->rows);
    result.names = std::move(rows->names);
    return result;
}

Result<ChurnData> churn_data_for(const ChurnModel& model, const DataTable& table) {
    if (model.log || model.events)
        return Error{ErrorCode::bad_model, "the model is one of logs, not of tables"};
    auto target = choose_target(table, model.target, model.positive);
    if (!target) return target.error();
    auto features = model.encoder.encode(table);
    if (!features) return features.error();
    ChurnData result;
    result.target = model.target;
    result.positive = model.positive;
    result.encoder = model.encoder;
    result.rows = {std::move(*features), std::move(target->labels), {}};
    result.names = names_of(table);
    result.order.resize(table.size());
    std::iota(result.order.begin(), result.order.end(), std::size_t{0});
    return result;
}

Result<ChurnData> churn_data_for(const ChurnModel& model, const TransactionLog& log) {
    if (!model.log) return Error{ErrorCode::bad_model, "the model is not one of transaction logs"};
    return log_data(log, model.log->horizon, model.log->model);
}

Result<ChurnData> churn_data_for(const ChurnModel& model, const EventLog& log) {
    if (!model.events) return Error{ErrorCode::bad_model, "the model is not one of behaviour events"};
    return churn_data(log, *model.events);
}

Result<ChurnTraining> train_churn(const ChurnData& rows, const BinaryTrainingOptions& options,
                                  const LearningProgress& progress) {
    auto trained = train_binary(rows.rows, options, progress);
    if (!trained) return trained.error();
    std::optional<LogReading> log;
    if (rows.purchases) log = LogReading{rows.purchases->horizon, rows.purchases->model};
    const double base_rate =
        static_cast<double>(rows.rows.positives()) / static_cast<double>(rows.rows.size());
    ChurnModel model{rows.target,
                     rows.positive,
                     base_rate,
                     rows.encoder,
                     log,
                     rows.events,
                     std::move(trained->model),
                     FeatureBins::fit(rows.rows.features)};
    return ChurnTraining{std::move(model), std::move(trained->candidates), std::move(trained->chosen),
                         trained->log_loss};
}

}  // namespace parlance::personalization
