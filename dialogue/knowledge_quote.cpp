#include "dialogue/knowledge_quote.h"

#include <algorithm>

namespace parlance::dialogue {

namespace {

constexpr double least_coverage = 0.6;
constexpr std::ptrdiff_t least_blanks = 1;  // one word alone is no question

}  // namespace

std::optional<KnowledgeQuote> quote_for(const Assistant& assistant, const nlu::Utterance& utterance,
                                        TimePoint now) {
    const auto& text = utterance.text;
    if (assistant.knowledge == nullptr || std::count(text.begin(), text.end(), ' ') < least_blanks)
        return std::nullopt;
    const auto found = assistant.knowledge->search({text, utterance.locale.tag, date_of(now), 1});
    if (!found || found->empty() || found->front().coverage < least_coverage) return std::nullopt;
    const auto& passage = found->front();
    return KnowledgeQuote{{{{{"knowledge.text"}, passage.text, passage.source, now},
                            {{"knowledge.title"}, passage.title, passage.source, now},
                            {{"knowledge.source"}, passage.source, passage.source, now}}},
                          {passage.page, passage.title, passage.url, passage.text}};
}

}  // namespace parlance::dialogue
