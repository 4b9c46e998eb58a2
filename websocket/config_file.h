#pragma once

#include <filesystem>

#include "intents/findings.h"
#include "websocket/config.h"

namespace parlance::websocket {

// Reads parlance.json over the defaults in `config`; docs/protocol.md and docs/operations.md show every
// member. Relative paths in the file are relative to the folder that the program runs in.
void read_config_file(const std::filesystem::path& file, ServerConfig& config, Findings& findings);

}  // namespace parlance::websocket
