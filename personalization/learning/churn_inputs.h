#pragma once

#include <chrono>
#include <optional>

#include "personalization/learning/churn_data.h"
#include "personalization/learning/learning_inputs.h"

namespace parlance::personalization {

// --horizon-days or --horizon-weeks; none for tables. False, with `exit` set, when they are wrong.
bool read_horizon(const CommandArguments& arguments, const CommandStreams& streams, ExitCode& exit,
                  std::optional<std::chrono::days>& horizon);

// The file's rows: of an event log with --events, of a transaction log when there is a horizon, else of a
// table.
std::optional<ChurnData> churn_data_from(const std::string& file, const CommandArguments& arguments,
                                         const CommandStreams& streams, ExitCode& exit);

// The file's rows as the model wants them.
std::optional<ChurnData> churn_data_from(const std::string& file, const ChurnModel& model,
                                         const CommandStreams& streams, ExitCode& exit);

// The options that say how a file is read.
std::vector<CommandOption> churn_data_options();

}  // namespace parlance::personalization
