#include "nlu/held_out.h"

#include <ostream>

namespace parlance::nlu {

namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(file, ignored);
}

}  // namespace

std::optional<std::vector<TestSet>> read_held_out(const PackRead& read, const CommandStreams& streams,
                                                  ExitCode& exit) {
    const fs::path folder = read.source.root() / "held_out";
    std::vector<TestSet> sets;
    for (const Locale& locale : read.pack.languages) {
        const fs::path intents = folder / ("intents_" + locale.tag + ".tsv");
        if (!is_there(intents)) continue;
        auto texts = read_texts(intents.string(), streams, exit);
        if (!texts) return std::nullopt;
        TestSet set{locale, std::move(*texts), {}};
        const fs::path outside = folder / ("out_of_scope_" + locale.tag + ".tsv");
        if (is_there(outside)) {
            auto more = read_texts(outside.string(), streams, exit);
            if (!more) return std::nullopt;
            set.out_of_scope = std::move(*more);
        }
        sets.push_back(std::move(set));
    }
    if (!sets.empty()) return sets;
    streams.notes << "the pack has no messages to measure on: put lines `label<TAB>text` into "
                  << (folder / "intents_<language>.tsv").string() << ", or give a file with --data\n";
    exit = ExitCode::io;
    return std::nullopt;
}

std::optional<std::vector<SentimentLine>> read_held_out_sentiment(const PackRead& read,
                                                                  const CommandStreams& streams,
                                                                  ExitCode& exit) {
    Findings findings;
    auto lines = read_held_out_sentiment(read.source, read.pack.languages, findings);
    if (!findings.has_errors()) return lines;
    print(findings, read.source.root(), streams.notes);
    exit = ExitCode::findings;
    return std::nullopt;
}

}  // namespace parlance::nlu
