#pragma once

#include <optional>

#include "intents/pack.h"
#include "intents/program_command.h"
#include "personalization/storage/knowledge_index.h"

namespace parlance::personalization {

// A pack and the index of its pages and articles.
struct OpenedKnowledge {
    Pack pack;
    KnowledgeIndex index;
};

// Reads what --pack names. Tells `notes` everything wrong and then gives nothing, with `exit` set.
std::optional<OpenedKnowledge> open_knowledge(const CommandArguments& arguments,
                                              const CommandStreams& streams, ExitCode& exit);

}  // namespace parlance::personalization
