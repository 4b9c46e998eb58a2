#include "personalization/knowledge/opened_knowledge.h"

#include <algorithm>
#include <iterator>
#include <ostream>

#include "intents/shipped_folder.h"
#include "nlu/command_inputs.h"
#include "personalization/knowledge/knowledge_reader.h"

namespace parlance::personalization {

std::optional<OpenedKnowledge> open_knowledge(const CommandArguments& arguments,
                                              const CommandStreams& streams, ExitCode& exit) {
    const std::string folder = arguments.get("pack", default_pack());
    auto read = nlu::read_pack(folder, streams, exit);
    if (!read) return std::nullopt;
    Findings findings;
    auto pages = read_knowledge(read->source, read->pack, findings);
    auto articles = knowledge_of(load_catalogue(read->source, read->pack, findings));
    nlu::print(findings, folder, streams.notes);
    if (findings.has_errors()) {
        exit = ExitCode::findings;
        return std::nullopt;
    }
    std::move(articles.begin(), articles.end(), std::back_inserter(pages));
    auto index = KnowledgeIndex::build(pages);
    if (index) return OpenedKnowledge{std::move(read->pack), std::move(*index)};
    streams.notes << index.error().detail << "\n";
    exit = ExitCode::io;
    return std::nullopt;
}

}  // namespace parlance::personalization
