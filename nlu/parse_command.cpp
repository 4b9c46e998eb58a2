#include <algorithm>
#include <ostream>

#include "intents/shipped_folder.h"
#include "nlu/command_inputs.h"
#include "nlu/keyword_classifier.h"
#include "nlu/normaliser.h"
#include "nlu/train_command.h"
#include "nlu/understander.h"
#include "nlu/understanding_json.h"

namespace parlance::nlu {

namespace {

std::optional<Classifiers> choose_classifiers(const CommandArguments& arguments, const Pack& pack,
                                              const CommandStreams& streams, ExitCode& exit) {
    const Classifiers keywords{std::make_shared<KeywordClassifier>(pack)};
    const std::filesystem::path usual = model_path_for(pack.name);
    std::error_code ignored;
    if (!arguments.has("model") && !std::filesystem::exists(usual, ignored)) {
        streams.notes << "no model " << usual.string() << ": going by keywords; `parlance train` makes one\n";
        return keywords;
    }
    const auto models = read_models(arguments.get("model", usual.string()), streams, exit);
    if (!models) return std::nullopt;
    return Classifiers{models->intents ? models->intents : keywords.intents, models->sentiment};
}

constexpr std::size_t examples_shown = 3;

std::string describe(const Understanding& understanding, const std::vector<SimilarExample>& similar) {
    std::string text = "intents\n";
    for (std::size_t i = 0; i < std::min<std::size_t>(understanding.intents.size(), 5); ++i) {
        const IntentScore& score = understanding.intents[i];
        text += "  " + std::to_string(score.confidence).substr(0, 5) + "  " + score.intent.text + "\n";
    }
    if (!similar.empty()) text += "looks like\n";
    for (const SimilarExample& example : similar) {
        text += "  " + std::to_string(example.similarity).substr(0, 5) + "  \"" + example.text + "\" (" +
                example.intent.text + ")\n";
    }
    text += "entities\n";
    for (const Entity& entity : understanding.entities) {
        text += "  " + entity.kind.text + " = " + to_text(entity.value) + "  \"" +
                understanding.utterance.text.substr(entity.span.begin, entity.span.length()) + "\"\n";
    }
    const Sentiment& sentiment = understanding.sentiment;
    text += "sentiment\n  " + std::string(to_text(sentiment.label)) + " " +
            std::to_string(sentiment.polarity).substr(0, 5) + ", " + std::string(to_text(sentiment.emotion)) +
            "\ntopics\n";
    for (const TopicScore& score : understanding.topics) {
        text += "  " + std::to_string(score.confidence).substr(0, 5) + "  " + score.topic.text + "\n";
    }
    for (const Clause& clause : understanding.clauses) {
        text += "clause\n  " + std::to_string(clause.best().confidence).substr(0, 5) + "  " +
                clause.best().intent.text + "  \"" +
                understanding.utterance.text.substr(clause.span.begin, clause.span.length()) + "\"\n";
    }
    text += "key phrases\n";
    for (const KeyPhrase& phrase : understanding.key_phrases)
        text += "  " + std::to_string(phrase.score).substr(0, 5) + "  " + phrase.phrase + "\n";
    return text;
}

ExitCode run_parse(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const std::string folder = arguments.get("pack", default_pack());
    const auto read = read_pack(folder, streams, exit);
    if (!read) return exit;
    const auto locale = read->pack.language(arguments.get("lang"));
    if (!locale) {
        streams.notes << locale.error().detail << "\n";
        return ExitCode::usage;
    }
    const auto utterance = make_utterance(arguments.get("text"), *locale, system_clock()());
    if (!utterance) {
        streams.notes << utterance.error().detail << "\n";
        return ExitCode::usage;
    }
    const auto classifiers = choose_classifiers(arguments, read->pack, streams, exit);
    if (!classifiers) return exit;
    Findings findings;
    const Understander understander = make_understander(read->pack, read->source, *classifiers, findings);
    if (findings.has_errors()) {
        print(findings, folder, streams.notes);
        return ExitCode::findings;
    }
    const Understanding understanding = understander.understand(*utterance, {});
    const auto similar = classifiers->intents->similar_examples(utterance->text, examples_shown);
    streams.out << (arguments.has("json") ? to_json_text(understanding, similar)
                                          : describe(understanding, similar))
                << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand parse_command() {
    using Kind = CommandOption::Kind;
    return {
        "parse",
        "Print everything understood of one message",
        {{"text", "the message", Kind::positional, true, ""},
         {"--pack", "the pack's folder", Kind::text, false, default_pack()},
         {"--model", "the model file (default var/<pack name>.model, or keywords)", Kind::text, false, ""},
         {"--lang", "the message's language (default the pack's first)", Kind::text, false, ""}},
        run_parse};
}

}  // namespace parlance::nlu
