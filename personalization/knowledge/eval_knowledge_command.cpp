#include <fstream>
#include <ostream>

#include "intents/shipped_folder.h"
#include "nlu/command_inputs.h"
#include "personalization/knowledge/knowledge_commands.h"
#include "personalization/knowledge/knowledge_evaluation.h"
#include "personalization/knowledge/opened_knowledge.h"
#include "personalization/learning/learning_inputs.h"

namespace parlance::personalization {
namespace {

std::string describe(const KnowledgeEvaluation& evaluation) {
    const auto of_answerable = [&](std::size_t count) {
        return std::to_string(count) + " of " + std::to_string(evaluation.answerable);
    };
    std::string text = "right page first       " + of_answerable(evaluation.hits_at_1) +
                       "\nright page in three    " + of_answerable(evaluation.hits_at_3) +
                       "\ncoverage  right  wrong page  answered though nothing does (of " +
                       std::to_string(evaluation.unanswerable) + ")\n";
    for (const CoverageLimit& limit : evaluation.limits) {
        text += "  " + std::to_string(limit.least).substr(0, 3) + "     " + std::to_string(limit.right) +
                "     " + std::to_string(limit.wrong) + "           " + std::to_string(limit.made_up) + "\n";
    }
    return text;
}

ExitCode run_eval_knowledge(const CommandArguments& arguments, const CommandStreams& streams) {
    const std::string file = arguments.get("data");
    std::ifstream in(file);
    if (!in) return told({ErrorCode::io_failed, "cannot read " + file}, streams);
    Findings findings;
    const auto cases = read_knowledge_cases(in, file, findings);
    nlu::print(findings, {}, streams.notes);
    if (findings.has_errors()) return ExitCode::findings;
    ExitCode exit = ExitCode::ok;
    const auto knowledge = open_knowledge(arguments, streams, exit);
    if (!knowledge) return exit;
    const auto evaluation = evaluate_knowledge(knowledge->index, cases, date_of(system_clock()()));
    if (!evaluation) return told(evaluation.error(), streams);
    streams.out << (arguments.has("json") ? to_json_text(*evaluation) + "\n" : describe(*evaluation));
    return ExitCode::ok;
}

}  // namespace

ProgramCommand eval_knowledge_command() {
    using Kind = CommandOption::Kind;
    return {"knowledge",
            "Measure on questions how often a pack's knowledge has the right page",
            {{"--data", "lines of language, page (\"-\" for none) and question, parted by tabs", Kind::text,
              true, ""},
             {"--pack", "the pack's folder", Kind::text, false, default_pack()}},
            run_eval_knowledge};
}

}  // namespace parlance::personalization
