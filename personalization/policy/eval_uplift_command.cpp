#include <ostream>

#include "nlu/command_inputs.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/policy/policy_commands.h"
#include "personalization/policy/uplift_report.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

ExitCode run_eval_uplift(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto folds = number_from(arguments, {"folds", 5, 2, 100}, streams, exit);
    if (!seed || !folds) return exit;
    const auto table = table_from(arguments.get("data"), streams, exit);
    if (!table) return exit;
    const TrialColumns columns{arguments.get("treatment"), arguments.get("treated"), arguments.get("control"),
                               arguments.get("outcome"), names_in(arguments.get("drop"))};
    Findings findings;
    const Trial trial = trial_from(*table, columns, findings);
    nlu::print(findings, {}, streams.notes);
    if (findings.has_errors()) return ExitCode::findings;
    UpliftReport report;
    report.data = arguments.get("data");
    report.question =
        columns.outcome + " by " + columns.treatment + ": " + columns.treated + " against " + columns.control;
    report.seed = static_cast<std::uint32_t>(*seed);
    report.measures =
        measure_uplift(trial, foretell_effects(trial, static_cast<std::size_t>(*folds), report.seed));
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand eval_uplift_command() {
    using Kind = CommandOption::Kind;
    return {"uplift",
            "Measure in a randomised trial what choosing whom to treat gains",
            {{"--data", "a table of the trial (CSV)", Kind::text, true, ""},
             {"--treatment", "the column that says who was treated", Kind::text, true, ""},
             {"--treated", "its value of the treated", Kind::text, false, "1"},
             {"--control", "its value of the others", Kind::text, false, "0"},
             {"--outcome", "the column of what came of it; above 0 is the event", Kind::text, true, ""},
             {"--drop", "columns not to learn from, parted by commas", Kind::text, false, ""},
             {"--folds", "parts of the cross-fitting", Kind::integer, false, "5"},
             {"--seed", "of the folds", Kind::integer, false, "42"}},
            run_eval_uplift};
}

}  // namespace parlance::personalization
