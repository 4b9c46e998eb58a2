#pragma once

#include <optional>
#include <vector>

#include "nlu/command_inputs.h"
#include "nlu/evaluation_run.h"
#include "nlu/sentiment_lines.h"

namespace parlance::nlu {

// The messages that a pack keeps for measuring, never for training: in its folder `held_out`, for each of its
// languages, intents_<tag>.tsv and, if there is one, out_of_scope_<tag>.tsv; lines `label<TAB>text`.
//
// One set a language that has messages, in the pack's order. A pack without any, and files that cannot be
// read, are told to `notes`; then there is nothing, and `exit` is set.
std::optional<std::vector<TestSet>> read_held_out(const PackRead& read, const CommandStreams& streams,
                                                  ExitCode& exit);

// The lines of feeling that a pack keeps for measuring; empty when it has none. Files with errors are told to
// `notes`; then there is nothing, and `exit` is set.
std::optional<std::vector<SentimentLine>> read_held_out_sentiment(const PackRead& read,
                                                                  const CommandStreams& streams,
                                                                  ExitCode& exit);

}  // namespace parlance::nlu
