#pragma once

#include <istream>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "personalization/storage/knowledge_index.h"

namespace parlance::personalization {

// A question and the page that answers it; no page when nothing does.
struct KnowledgeCase {
    std::string language;
    std::string page;
    std::string question;
};

// What would be answered if a passage's coverage had to be at least `least`.
struct CoverageLimit {
    double least = 0;
    std::size_t right = 0;    // of the questions with a page: the first passage is of it
    std::size_t wrong = 0;    // of the same: of another page
    std::size_t made_up = 0;  // of the questions without a page: answered all the same
};

struct KnowledgeEvaluation {
    std::size_t answerable = 0;
    std::size_t unanswerable = 0;
    std::size_t hits_at_1 = 0;
    std::size_t hits_at_3 = 0;
    std::vector<CoverageLimit> limits;  // from 0.3 to 0.9
};

// Reads lines of language, page ("-" for none) and question, parted by tabs; "#" begins a comment.
// E0429: a line of another form.
std::vector<KnowledgeCase> read_knowledge_cases(std::istream& in, const std::string& file,
                                                Findings& findings);

// Asks every question as of `day`. Fails with storage_failed.
Result<KnowledgeEvaluation> evaluate_knowledge(const KnowledgeIndex& index,
                                               const std::vector<KnowledgeCase>& cases,
                                               const CalendarDate& day);

// One object: answerable, unanswerable, hits_at_1, hits_at_3, and `limits` with the members above.
std::string to_json_text(const KnowledgeEvaluation& evaluation);

}  // namespace parlance::personalization
