#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intents/error.h"
#include "intents/program_command.h"
#include "personalization/learning/binary_training.h"
#include "personalization/learning/csv_reader.h"
#include "personalization/learning/transaction_log.h"

namespace parlance::personalization {

// What the learning commands read before they start. Each tells `notes` what is wrong and then gives nothing,
// with `exit` set to how the command is to end.

std::optional<DataTable> table_from(const std::string& file, const CommandStreams& streams, ExitCode& exit);
std::optional<TransactionLog> log_from(const std::string& file, const CommandStreams& streams,
                                       ExitCode& exit);

// The file that the command is about: of --data or --events. Nothing, and told, when not just one is given.
std::optional<std::string> input_file(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit);

// A whole number of the option, between two bounds.
struct NumberOption {
    std::string name;  // "folds"
    long otherwise = 0;
    long least = 0;
    long most = 0;
};
std::optional<long> number_from(const CommandArguments& arguments, const NumberOption& option,
                                const CommandStreams& streams, ExitCode& exit);

// "a,b" as two names.
std::vector<std::string> names_in(const std::string& list);

// Tells the error and gives the exit code for it: io for files, findings for what they hold.
ExitCode told(const Error& error, const CommandStreams& streams);

// A line that is written over on a terminal; nothing elsewhere.
LearningProgress progress_on(const CommandStreams& streams);

// False, and told, when the file cannot be written.
bool write_text(const std::string& file, const std::string& content, const CommandStreams& streams);

}  // namespace parlance::personalization
