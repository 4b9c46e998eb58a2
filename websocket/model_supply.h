#pragma once

#include <optional>

#include "intents/pack.h"
#include "intents/program_command.h"
#include "nlu/trained_models.h"
#include "websocket/config.h"

namespace parlance::websocket {

// The pack's trained models. The file one that config.nlu.model names is taken as it is; the usual one
// (<data_dir>/<pack>.model) is trained first when it is missing, damaged or does not fit the pack's examples.
// Problems go to streams.notes; then nothing is returned and `exit` is set.
std::optional<nlu::TrainedModels> supply_models(const ServerConfig& config, const PackSource& source,
                                                const Pack& pack, const CommandStreams& streams,
                                                ExitCode& exit);

}  // namespace parlance::websocket
