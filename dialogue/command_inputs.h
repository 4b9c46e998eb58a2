#pragma once

#include <memory>
#include <optional>

#include "dialogue/assistant.h"
#include "intents/pack_source.h"
#include "intents/program_command.h"

namespace parlance::dialogue {

// A pack made ready for a command.
struct AssistantRead {
    std::shared_ptr<const PackSource> source;
    std::shared_ptr<const Assistant> assistant;
};

// Reads the pack of the argument "pack" with the model of "model", or else the trained one of the usual place
// (nlu::model_path_for), or else keywords. Tells `notes` what is wrong or which fallback is at work; gives
// nothing and sets `exit` when the command cannot go on.
std::optional<AssistantRead> read_assistant(const CommandArguments& arguments, const CommandStreams& streams,
                                            ExitCode& exit);

// Prints findings for people, errors and warnings in the order of files.
void print(const Findings& findings, const std::filesystem::path& root, std::ostream& out);

}  // namespace parlance::dialogue
