#include <optional>
#include <string>

#include "intents/object_reader.h"
#include "nlu/feeling.h"
#include "nlu/normaliser.h"
#include "nlu/sentiment_analyzer.h"

namespace parlance::nlu {

namespace {

const std::string lexicon_file = "sentiment.json";

// An object of numbers between `least` and `most`, with folded keys. Codes: E0320, E0321.
void read_weights(const JsonNode* node, double least, double most,
                  std::map<std::string, double, std::less<>>& weights, Findings& findings) {
    if (node == nullptr) return;
    for (const JsonMember& member : *node->object()) {
        const double value = member.value.number_or(most + 1);
        if (value < least || value > most) {
            findings.error("E0320", lexicon_file, member.value.position,
                           "\"" + member.key + "\" needs a number from " + std::to_string(least) + " to " +
                               std::to_string(most));
        } else if (!weights.emplace(fold(member.key), value).second) {
            findings.error("E0321", lexicon_file, member.key_position,
                           "\"" + member.key + "\" is given twice");
        }
    }
}

void read_emotions(const JsonNode* node, SentimentLexicon& lexicon, Findings& findings) {
    if (node == nullptr) return;
    ObjectReader reader(*node, lexicon_file, findings);
    for (const JsonMember& member : *node->object()) {
        const std::optional<Emotion> emotion = emotion_named(member.key);
        if (!emotion) {
            findings.error("E0322", lexicon_file, member.key_position,
                           "no emotion is called \"" + member.key + "\"");
        }
        for (const std::string& phrase : reader.texts(member.key)) {
            if (emotion && *emotion != Emotion::neutral) lexicon.emotions.emplace(fold(phrase), *emotion);
        }
    }
}

SentimentLexicon read_lexicon(const JsonNode& node, Findings& findings) {
    SentimentLexicon lexicon;
    ObjectReader reader(node, lexicon_file, findings);
    read_weights(reader.required_object("words"), -1, 1, lexicon.words, findings);
    for (const std::string& word : reader.texts("negations")) lexicon.negations.push_back(fold(word));
    read_weights(reader.object("intensifiers"), 0, 4, lexicon.intensifiers, findings);
    read_weights(reader.object("diminishers"), 0, 1, lexicon.intensifiers, findings);
    read_emotions(reader.object("emotions"), lexicon, findings);
    reader.finish();
    return lexicon;
}

}  // namespace

SentimentAnalyzer SentimentAnalyzer::load(const PackSource& source, Findings& findings) {
    const PackFile* file = source.file(lexicon_file);
    if (file == nullptr) return {};
    ObjectReader reader(file->root, lexicon_file, findings);
    std::map<Locale, SentimentLexicon> lexicons;
    if (const JsonNode* languages = reader.required_object("languages")) {
        for (const JsonMember& member : *languages->object()) {
            lexicons.emplace(Locale{member.key}, read_lexicon(member.value, findings));
        }
    }
    std::map<std::string, double, std::less<>> emoji;
    read_weights(reader.object("emoji"), -1, 1, emoji, findings);
    reader.finish();
    return {std::move(lexicons), std::map<std::string, double>(emoji.begin(), emoji.end())};
}

}  // namespace parlance::nlu
