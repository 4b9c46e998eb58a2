#pragma once

#include <memory>
#include <span>
#include <vector>

#include "intents/result.h"
#include "personalization/knowledge/knowledge_page.h"
#include "personalization/knowledge/knowledge_passage.h"

namespace parlance::personalization {

// Finds the paragraphs that answer a question: an SQLite FTS5 table a language, in memory.
//
// Titles, paragraphs and questions go in as stems of their content words, so that "transfers" finds
// "transfer"; a question reaches FTS5 as quoted words only. Ranked by BM25 (Robertson and Walker 1994) with
// a title's word counting as much as three of the paragraph's. Coverage weighs a question's word by
// log(1 + passages / passages that hold it); a word that no passage holds weighs the most.
//
// It stands here, not in nlg/, because pages are found like offers and articles are; nlg only words them.
// Safe to call from several threads; they take turns.
class KnowledgeIndex {
public:
    // Fails with storage_failed, giving SQLite's reason.
    static Result<KnowledgeIndex> build(std::span<const KnowledgePage> pages);
    KnowledgeIndex(KnowledgeIndex&&) noexcept;
    ~KnowledgeIndex();

    // The best pages, each by the paragraph that holds most of the question, best first; none for a question
    // without content words or a language without pages. Fails with storage_failed.
    Result<std::vector<KnowledgePassage>> search(const KnowledgeQuestion& question) const;

    std::size_t passages() const;

private:
    struct Tables;
    explicit KnowledgeIndex(std::unique_ptr<Tables> tables);
    std::unique_ptr<Tables> tables_;
};

}  // namespace parlance::personalization
