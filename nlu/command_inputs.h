#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intents/pack.h"
#include "intents/pack_source.h"
#include "intents/program_command.h"
#include "nlu/labelled_text.h"
#include "nlu/trained_models.h"

namespace parlance::nlu {

// What the commands of this folder read before they start. Each tells `notes` what is wrong and then gives
// nothing, with `exit` set to how the command is to end.

struct PackRead {
    Pack pack;
    PackSource source;
};

std::optional<PackRead> read_pack(const std::string& folder, const CommandStreams& streams, ExitCode& exit);

// At least one line, all of them good.
std::optional<std::vector<LabelledText>> read_texts(const std::string& file, const CommandStreams& streams,
                                                    ExitCode& exit);

// A missing model names the command that makes one.
std::optional<TrainedModels> read_models(const std::filesystem::path& file, const CommandStreams& streams,
                                         ExitCode& exit);

// What a pack's sentiment is trained on; empty when it has no such lines.
std::optional<std::vector<LabelledText>> read_sentiment_texts(const PackSource& source, const Pack& pack,
                                                              const CommandStreams& streams, ExitCode& exit);

// Where `train` puts the model of a pack or a data file, and the others look for it.
std::filesystem::path model_path_for(const std::string& name);

// Prints findings for people.
void print(const Findings& findings, const std::filesystem::path& root, std::ostream& notes);

}  // namespace parlance::nlu
