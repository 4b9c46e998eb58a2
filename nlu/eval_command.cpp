#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "nlu/command_inputs.h"
#include "nlu/evaluation.h"
#include "nlu/train_command.h"

namespace parlance::nlu {

namespace {

// A number in [0, 1], or -1.
double share_from(const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return !text.empty() && *end == '\0' && value >= 0 && value <= 1 ? value : -1;
}

// Share of the texts that the lexical stage answers alone.
std::optional<double> early_exits(const TrainedClassifier& model, const std::vector<LabelledText>& texts) {
    if (!model.parts().neural) return std::nullopt;
    const auto early = std::count_if(texts.begin(), texts.end(),
                                     [&](const LabelledText& text) { return model.exits_early(text.text); });
    return static_cast<double>(early) / static_cast<double>(texts.size());
}

// The model named, or the one that `train` makes of the pack.
std::optional<std::filesystem::path> model_file(const CommandArguments& arguments,
                                                const CommandStreams& streams, ExitCode& exit) {
    if (arguments.has("model")) return arguments.get("model");
    const auto read = read_pack(arguments.get("pack", default_pack), streams, exit);
    if (!read) return std::nullopt;
    return model_path_for(read->pack.name);
}

ExitCode run_eval(const CommandArguments& arguments, const CommandStreams& streams) {
    const double least = share_from(arguments.get("min-accuracy", "0"));
    if (!arguments.has("data") || least < 0) {
        streams.notes << (least < 0 ? "--min-accuracy must be between 0 and 1\n"
                                    : "give the lines to measure on with --data FILE.tsv\n");
        return ExitCode::usage;
    }
    ExitCode exit = ExitCode::ok;
    const auto texts = read_texts(arguments.get("data"), streams, exit);
    if (!texts) return exit;
    std::vector<LabelledText> out_of_scope;
    if (arguments.has("oos")) {
        auto more = read_texts(arguments.get("oos"), streams, exit);
        if (!more) return exit;
        out_of_scope = std::move(*more);
    }
    const auto file = model_file(arguments, streams, exit);
    if (!file) return exit;
    const auto model = read_model(*file, streams, exit);
    if (!model) return exit;
    Evaluation evaluation = evaluate(*model, *texts, out_of_scope);
    evaluation.early_exit_share = early_exits(*model, *texts);
    streams.out << (arguments.has("json") ? to_json_text(evaluation, model->method()) : describe(evaluation))
                << "\n";
    if (evaluation.accuracy >= least) return ExitCode::ok;
    streams.notes << "accuracy " << evaluation.accuracy << " is below the wanted " << least << "\n";
    return ExitCode::findings;
}

}  // namespace

ProgramCommand eval_command() {
    using Kind = CommandOption::Kind;
    return {
        "eval",
        "Measure a model on lines `label<TAB>text`. `accuracy` lets out_of_scope compete only when the data "
        "has lines labelled oos or out_of_scope; `accuracy_with_refusals` always does",
        {{"--data", "the lines to measure on", Kind::text, true, ""},
         {"--oos", "more lines, all out of scope, for the out-of-scope measures", Kind::text, false, ""},
         {"--model", "the model file (default var/<pack name>.model)", Kind::text, false, ""},
         {"--pack", "the pack whose model is meant", Kind::text, false, default_pack},
         {"--min-accuracy", "exit with 1 when the accuracy is lower", Kind::text, false, "0"}},
        run_eval};
}

}  // namespace parlance::nlu
