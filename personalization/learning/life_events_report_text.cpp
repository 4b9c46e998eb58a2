#include <algorithm>

#include "nlu/decimal_text.h"
#include "personalization/learning/life_event_model.h"
#include "personalization/learning/life_events_report.h"

namespace parlance::personalization {

namespace {

std::string number(double value) {
    return nlu::decimal_text(value, 4);
}

std::string within(std::size_t horizon, const std::string& unit) {
    return " within " + std::to_string(horizon) + " " + unit + (horizon == 1 ? "" : "s");
}

std::string likeliest_lines(const LifeEventResult& one, const std::string& unit) {
    std::string text;
    for (const ExplainedCase& likely : one.likeliest) {
        text += "  " + number(likely.probability) + "  " + likely.name + "; as likely as not within " +
                nlu::decimal_text(median_periods(likely.probability, one.horizon), 1) + " " + unit + "s\n";
        for (const Evidence& driver : likely.drivers)
            text +=
                "            " + driver.words + " (log odds " + nlu::decimal_text(driver.weight, 2) + ")\n";
    }
    return text;
}

std::string event_lines(const LifeEventResult& one, const std::string& unit) {
    const BinaryMeasures& all = one.overall;
    std::string text = "\n" + one.event + within(one.horizon, unit) + ": " + std::to_string(all.rows) +
                       " person-periods, base rate " + number(all.base_rate) + "\n";
    const auto spread = one.folds ? spread_of(one.folds->parts) : std::vector<SpreadMeasure>{};
    const auto measures = named_measures(all);
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const std::string margin(20 - std::min<std::size_t>(20, measures[i].key.size()), ' ');
        text += "  " + measures[i].key + margin + (measures[i].value ? number(*measures[i].value) : "-");
        if (!spread.empty())
            text += "   folds " + number(spread[i].mean) + " +- " + number(spread[i].deviation);
        text += "\n";
    }
    if (one.rules_roc_auc) text += "  hand-set rules      roc_auc " + number(*one.rules_roc_auc) + "\n";
    if (one.folds) {
        for (const std::string& model : one.folds->chosen) text += "  " + model + "\n";
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(5, one.drift.size()); ++i)
        text += "  drift (PSI) " + number(one.drift[i].psi) + "  " + one.drift[i].feature + "\n";
    return text + likeliest_lines(one, unit);
}

}  // namespace

std::string describe(const LifeEventsReport& report) {
    std::string text = report.data + ": " + std::to_string(report.people) + " people, measured on " +
                       report.measured_on + "\n";
    for (const LifeEventResult& one : report.events) text += event_lines(one, report.unit);
    text.pop_back();
    return text;
}

std::string describe(const LifeEventsTrainingReport& report) {
    std::string text = report.data + ": " + std::to_string(report.people) + " people\n";
    for (const LifeEventTrainingResult& one : report.events) {
        text += "\n" + one.event + within(one.horizon, report.unit) + ": " + std::to_string(one.rows) +
                " person-periods, " + std::to_string(one.positives) +
                " with the event\n  chosen: " + one.chosen + "; log loss " + number(one.log_loss) +
                "; calibration " + one.calibration + "\n";
    }
    return text + "\nwrote " + report.file + " (" + std::to_string(report.bytes) + " bytes) in " +
           nlu::decimal_text(report.seconds, 1) + " s";
}

}  // namespace parlance::personalization
