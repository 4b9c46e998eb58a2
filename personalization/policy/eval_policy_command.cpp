#include <algorithm>
#include <ostream>

#include "nlu/command_inputs.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/policy/policy_commands.h"
#include "personalization/policy/policy_report.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

std::optional<DecisionLog> decisions_from(const CommandArguments& arguments, const CommandStreams& streams,
                                          ExitCode& exit) {
    const auto table = table_from(arguments.get("log"), streams, exit);
    if (!table) return std::nullopt;
    DecisionColumns columns;
    columns.action = arguments.get("action", columns.action);
    columns.propensity = arguments.get("propensity", columns.propensity);
    columns.reward = arguments.get("reward", columns.reward);
    columns.target_prefix = arguments.get("target-prefix", columns.target_prefix);
    columns.drop = names_in(arguments.get("drop"));
    Findings findings;
    DecisionLog log = decision_log(*table, columns, findings);
    const std::string control = arguments.get("control");
    const bool unknown =
        !control.empty() && std::find(log.actions.begin(), log.actions.end(), control) == log.actions.end();
    if (unknown && !findings.has_errors())
        findings.error("E1014", table->file, {}, "the log has no action \"" + control + "\"",
                       did_you_mean(control, log.actions));
    nlu::print(findings, {}, streams.notes);
    if (!findings.has_errors()) return log;
    exit = ExitCode::findings;
    return std::nullopt;
}

ExitCode run_eval_policy(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto resamples = number_from(arguments, {"resamples", 1000, 100, 100000}, streams, exit);
    if (!seed || !resamples) return exit;
    const auto log = decisions_from(arguments, streams, exit);
    if (!log) return exit;
    const EstimateOptions options{static_cast<std::size_t>(*resamples), static_cast<std::uint32_t>(*seed)};
    PolicyReport report = compare_policies(*log, arguments.get("control"), options);
    report.data = arguments.get("log");
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand eval_policy_command() {
    using Kind = CommandOption::Kind;
    return {"policy",
            "Judge a policy by logged decisions: IPS, SNIPS and doubly robust, beside every fixed action",
            {{"--log", "a table of decisions (CSV)", Kind::text, true, ""},
             {"--action", "the column of what was done", Kind::text, false, "action"},
             {"--propensity", "the column of its probability", Kind::text, false, "propensity"},
             {"--reward", "the column of what came of it", Kind::text, false, "reward"},
             {"--target-prefix", "columns of the new policy's probabilities: this and the action", Kind::text,
              false, "target_"},
             {"--drop", "columns not to foretell rewards from, parted by commas", Kind::text, false, ""},
             {"--control", "an action to compare with", Kind::text, false, ""},
             {"--resamples", "of the bootstrap", Kind::integer, false, "1000"},
             {"--seed", "of folds and bootstrap", Kind::integer, false, "42"}},
            run_eval_policy};
}

}  // namespace parlance::personalization
