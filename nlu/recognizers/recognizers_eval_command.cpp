#include "nlu/recognizers/recognizers_eval_command.h"

#include <ostream>

#include "nlu/command_inputs.h"
#include "nlu/recognizers/measures_text.h"
#include "nlu/recognizers/recognizer_table.h"

namespace parlance::nlu {

namespace {

ExitCode run_eval(const CommandArguments& arguments, const CommandStreams& streams) {
    const std::filesystem::path root = arguments.get("specs");
    Findings findings;
    const std::vector<ModelSpec> specs = read_model_specs(root, findings);
    print(findings, {}, streams.notes);
    if (specs.empty()) return ExitCode::io;
    if (findings.has_errors()) return ExitCode::findings;
    std::vector<RecognitionMeasure> measures;
    for (const ModelSpec& spec : specs) {
        if (const Recognizer* recognize = recognizer_of(spec.model)) {
            measures.push_back(measure_recognizer(*recognize, spec));
        } else {
            streams.notes << "not offered: " << spec.model << " (" << spec.cases.size() << " cases)\n";
        }
    }
    const auto beside = arguments.has("reference") ? BesideReference::yes : BesideReference::no;
    streams.out << (arguments.has("json") ? to_json_text(measures) + "\n" : describe(measures, beside));
    return ExitCode::ok;
}

}  // namespace

ProgramCommand recognizers_eval_command() {
    using Kind = CommandOption::Kind;
    return {"recognizers",
            "Measure the recognisers of numbers, money, dates and contacts on spec files of Recognizers-Text",
            {{"--specs", "the folder of the spec files", Kind::text, true, ""},
             {"--reference", "print what Microsoft's JavaScript recognisers reach beside", Kind::flag, false,
              ""}},
            run_eval};
}

}  // namespace parlance::nlu
