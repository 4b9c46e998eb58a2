#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "nlu/training_report.h"

namespace parlance::nlu {

std::string to_json_text(const TrainingReport& report) {
    using nlohmann::ordered_json;
    ordered_json result{{"model", report.model},
                        {"method", report.method},
                        {"examples", report.examples},
                        {"intents", report.intents},
                        {"held_out", report.trial.held_out},
                        {"held_out_accuracy", report.trial.accuracy},
                        {"held_out_refused", report.trial.refused},
                        {"held_out_oos_recall", report.trial.out_of_scope_recall},
                        {"held_out_answered_early", report.trial.answered_early},
                        {"bytes", report.bytes},
                        {"seconds", report.seconds}};
    if (report.sentiment) {
        result["sentiment"] = {{"examples", report.sentiment->examples},
                               {"held_out", report.sentiment->trial.held_out},
                               {"held_out_accuracy", report.sentiment->trial.accuracy}};
    }
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

std::string describe(const TrainingReport& report) {
    std::array<char, 200> numbers{};
    std::snprintf(numbers.data(), numbers.size(),
                  "%zu intents, %zu examples, %.3f right on %zu held out, %.1f MB, %.1f s", report.intents,
                  report.examples, report.trial.accuracy, report.trial.held_out,
                  static_cast<double>(report.bytes) / 1e6, report.seconds);
    std::array<char, 200> point{};
    std::snprintf(
        point.data(), point.size(),
        "\noperating point on them: %.1f %% refused, %.1f %% of out-of-scope texts refused, %.1f %% "
        "answered early",
        100 * report.trial.refused, 100 * report.trial.out_of_scope_recall,
        100 * report.trial.answered_early);
    std::array<char, 120> sentiment{};
    if (report.sentiment) {
        std::snprintf(sentiment.data(), sentiment.size(),
                      "\nsentiment: %zu examples, %.3f right on %zu held out", report.sentiment->examples,
                      report.sentiment->trial.accuracy, report.sentiment->trial.held_out);
    }
    return "wrote " + report.model + " (" + report.method + "): " + numbers.data() + point.data() +
           sentiment.data();
}

}  // namespace parlance::nlu
