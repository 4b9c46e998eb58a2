#include "personalization/knowledge/knowledge_evaluation.h"

#include <algorithm>

namespace parlance::personalization {
namespace {

constexpr std::size_t looked_at = 3;

void count(const KnowledgeCase& asked, const std::vector<KnowledgePassage>& found,
           KnowledgeEvaluation& evaluation) {
    const bool has_page = !asked.page.empty();
    ++(has_page ? evaluation.answerable : evaluation.unanswerable);
    const auto is_right = [&](const KnowledgePassage& passage) { return passage.page == asked.page; };
    if (found.empty()) return;
    const bool first_is_right = is_right(found.front());
    if (first_is_right) ++evaluation.hits_at_1;
    if (std::any_of(found.begin(), found.end(), is_right)) ++evaluation.hits_at_3;
    for (CoverageLimit& limit : evaluation.limits) {
        if (found.front().coverage < limit.least) continue;
        ++(!has_page ? limit.made_up : first_is_right ? limit.right : limit.wrong);
    }
}

}  // namespace

std::vector<KnowledgeCase> read_knowledge_cases(std::istream& in, const std::string& file,
                                                Findings& findings) {
    std::vector<KnowledgeCase> cases;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (second == std::string::npos || second + 1 == line.size()) {
            findings.error("E0429", file, {number, 1}, "the line is not a language, a page and a question",
                           "part them by tabs; \"-\" stands for no page");
            continue;
        }
        const std::string page = line.substr(first + 1, second - first - 1);
        cases.push_back({line.substr(0, first), page == "-" ? "" : page, line.substr(second + 1)});
    }
    return cases;
}

Result<KnowledgeEvaluation> evaluate_knowledge(const KnowledgeIndex& index,
                                               const std::vector<KnowledgeCase>& cases,
                                               const CalendarDate& day) {
    KnowledgeEvaluation evaluation;
    for (int tenths = 3; tenths <= 9; ++tenths) evaluation.limits.push_back({tenths / 10.0, 0, 0, 0});
    for (const KnowledgeCase& asked : cases) {
        const auto found = index.search({asked.question, asked.language, day, looked_at});
        if (!found) return found.error();
        count(asked, *found, evaluation);
    }
    return evaluation;
}

}  // namespace parlance::personalization
