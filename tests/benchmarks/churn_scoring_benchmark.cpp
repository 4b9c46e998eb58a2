// What judging one customer costs, by models that are trained here on simulated customers.
#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include <sstream>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/behavioral_analyzer.h"
#include "personalization/learning/churn_data.h"
#include "personalization/learning/segment_table.h"
#include "personalization/learning/segment_training.h"
#include "personalization/models/churn_forecast.h"
#include "personalization/simulation/simulate_command.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

EventLog simulated_log() {
    const auto folder = dialogue::TemporaryFolder::make().value();
    const auto file = (folder.path() / "events.ndjson").string();
    std::ostringstream out;
    CommandArguments arguments;
    arguments.values = {{"customers", "600"}, {"days", "450"}, {"seed", "42"}, {"output", file}};
    std::istringstream none;
    simulate_command().run(arguments, {none, out, out});
    return read_event_log(file).value();
}

}  // namespace

TEST_CASE("judging one customer", "[personalization][!benchmark]") {
    const EventLog log = simulated_log();
    const auto data = churn_data(log, std::chrono::days{90}).value();
    const auto churn = std::make_shared<const ChurnModel>(std::move(train_churn(data, {}).value().model));
    auto segments = train_segments(segment_table(log).features, {}).value();
    REQUIRE(segments.fitted.has_value());
    const auto segment_model = std::make_shared<const SegmentModel>(std::move(segments.fitted->model));
    CustomerView view;
    for (const auto& packed : log.customers[17].events) {
        view.events.push_back(packed.unpacked());
        view.state.apply(view.events.back());
    }
    INFO("events of the customer: " << view.events.size());
    BENCHMARK("churn probability") {
        return churn_probability(*churn, view.state, log.last).value();
    };
    BENCHMARK("churn probability and what drives it") {
        return forecast_churn(*churn, view.state, log.last).value();
    };
    BENCHMARK("place among the segments") {
        return place_in_segments(*segment_model, view.state, log.last).value();
    };
    const BehavioralAnalyzer analyzer({churn, segment_model});
    BENCHMARK("whole profile of a customer with " + std::to_string(view.events.size()) + " events") {
        return analyzer.analyze(view, log.last);
    };
}
