#include "nlu/duckling/duckling_eval_command.h"

#include <algorithm>
#include <ostream>

#include "nlu/command_inputs.h"
#include "nlu/duckling/corpus.h"
#include "nlu/duckling/sections.h"
#include "nlu/recognizers/measures_text.h"

namespace parlance::nlu {

namespace {

// One measure a section that has cases, in duckling_sections' order, and one of all, called "all".
std::vector<RecognitionMeasure> measure_cases(const std::vector<DucklingCase>& cases) {
    std::vector<RecognitionMeasure> measures;
    RecognitionMeasure all;
    all.model = "all";
    for (const DucklingSection& section : duckling_sections()) {
        RecognitionMeasure measure;
        measure.model = section.name;
        for (const DucklingCase& one : cases) {
            if (one.section != section.name) continue;
            const auto found = section.recognize(one.text, duckling_reference());
            count_case(measure, one.expected, found);
            count_case(all, one.expected, found);
        }
        if (measure.cases > 0) measures.push_back(std::move(measure));
    }
    measures.push_back(std::move(all));
    return measures;
}

ExitCode run_eval(const CommandArguments& arguments, const CommandStreams& streams) {
    Findings findings;
    const auto cases = read_duckling_corpus(arguments.get("file"), findings);
    if (!cases) {
        streams.notes << cases.error().detail << "\n";
        return ExitCode::io;
    }
    print(findings, {}, streams.notes);
    if (!cases->empty()) {
        const auto measures = measure_cases(*cases);
        streams.out << (arguments.has("json") ? to_json_text(measures) + "\n"
                                              : describe(measures, BesideReference::no));
    }
    return findings.has_errors() || cases->empty() ? ExitCode::findings : ExitCode::ok;
}

}  // namespace

ProgramCommand duckling_eval_command() {
    return {"duckling",
            "Measure the recognisers on corpora of duckling: lines {\"text\", \"expect\", \"section\"}",
            {{"file", "the corpus, JSON lines", CommandOption::Kind::positional, true, ""}},
            run_eval};
}

}  // namespace parlance::nlu
