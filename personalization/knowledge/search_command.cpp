#include <ostream>

#include "intents/shipped_folder.h"
#include "nlu/normaliser.h"
#include "personalization/knowledge/knowledge_commands.h"
#include "personalization/knowledge/opened_knowledge.h"
#include "personalization/learning/learning_inputs.h"

namespace parlance::personalization {
namespace {

std::string describe(const std::vector<KnowledgePassage>& passages) {
    std::string text;
    for (const KnowledgePassage& passage : passages) {
        text += std::to_string(passage.coverage).substr(0, 5) + "  " + passage.title + " (" + passage.page +
                ")\n       " + passage.text + "\n       " + passage.source +
                (passage.url.empty() ? "" : ", " + passage.url) + "\n";
    }
    return text.empty() ? "nothing is found\n" : text;
}

ExitCode run_search(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto count = number_from(arguments, {"count", 3, 1, 20}, streams, exit);
    if (!count) return exit;
    const auto knowledge = open_knowledge(arguments, streams, exit);
    if (!knowledge) return exit;
    const auto locale = knowledge->pack.language(arguments.get("language"));
    if (!locale) {
        streams.notes << locale.error().detail << "\n";
        return ExitCode::usage;
    }
    const TimePoint now = system_clock()();
    const auto question = nlu::make_utterance(arguments.get("question"), *locale, now);
    if (!question) {
        streams.notes << question.error().detail << "\n";
        return ExitCode::usage;
    }
    const auto found = knowledge->index.search(
        {question->text, locale->tag, date_of(now), static_cast<std::size_t>(*count)});
    if (!found) return told(found.error(), streams);
    streams.out << (arguments.has("json") ? to_json_text(*found) + "\n" : describe(*found));
    return found->empty() ? ExitCode::findings : ExitCode::ok;
}

}  // namespace

ProgramCommand search_command() {
    using Kind = CommandOption::Kind;
    return {"search",
            "Find the passages of a pack's knowledge that answer a question",
            {{"question", "in the customer's words", Kind::positional, true, ""},
             {"--pack", "the pack's folder", Kind::text, false, default_pack()},
             {"--language", "of the question (default the pack's first)", Kind::text, false, ""},
             {"-n,--count", "how many passages at most", Kind::integer, false, "3"}},
            run_search};
}

}  // namespace parlance::personalization
