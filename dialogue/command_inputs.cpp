#include "dialogue/command_inputs.h"

#include <ostream>
#include <utility>

#include "intents/shipped_folder.h"
#include "nlu/command_inputs.h"

namespace parlance::dialogue {
namespace {

// No classifiers stand for keywords. False when the model that was asked for cannot be read.
bool choose_classifiers(const CommandArguments& arguments, const PackSource& source,
                        const CommandStreams& streams, nlu::Classifiers& classifiers, ExitCode& exit) {
    Findings ignored;  // load_assistant reports them
    const auto usual = nlu::model_path_for(load_pack(source, ignored).name);
    std::error_code unreadable;
    if (!arguments.has("model") && !std::filesystem::exists(usual, unreadable)) {
        streams.notes << "no model " << usual.string() << ": going by keywords; `parlance train` makes one\n";
        return true;
    }
    const auto models = nlu::read_models(arguments.get("model", usual.string()), streams, exit);
    if (models) classifiers = {models->intents, models->sentiment};
    return models.has_value();
}

}  // namespace

void print(const Findings& findings, const std::filesystem::path& root, std::ostream& out) {
    out << describe(findings, root);
}

std::optional<AssistantRead> read_assistant(const CommandArguments& arguments, const CommandStreams& streams,
                                            ExitCode& exit) {
    const std::filesystem::path folder = arguments.get("pack", default_pack());
    Findings findings;
    auto source = std::make_shared<const PackSource>(PackSource::read(folder, findings));
    nlu::Classifiers classifiers;
    if (!findings.has_errors() && !choose_classifiers(arguments, *source, streams, classifiers, exit))
        return std::nullopt;
    auto assistant =
        findings.has_errors() ? nullptr : load_assistant(*source, std::move(classifiers), findings);
    if (assistant != nullptr) return AssistantRead{std::move(source), std::move(assistant)};
    print(findings, folder, streams.notes);
    std::error_code unreadable;
    exit = std::filesystem::is_directory(folder, unreadable) ? ExitCode::findings : ExitCode::io;
    return std::nullopt;
}

}  // namespace parlance::dialogue
