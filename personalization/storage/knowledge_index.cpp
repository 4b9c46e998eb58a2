#include "personalization/storage/knowledge_index.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

#include "personalization/knowledge/knowledge_stems.h"

namespace parlance::personalization {
namespace {

struct StoredPassage {
    KnowledgePassage passage;
    std::set<std::string> stems;  // of the paragraph and its title
    Validity validity;
    std::size_t page_begin = 0;  // place of the page's first paragraph; the others follow it
};

// The passages of a language; a passage's rowid in `table` is its place in `passages` plus one.
struct LanguageTable {
    std::string table;
    std::vector<StoredPassage> passages;
    std::unordered_map<std::string, std::size_t> held_by;  // how many passages hold a stem

    double rarity(const std::string& stem) const {
        const auto found = held_by.find(stem);
        const double holders = found == held_by.end() ? 0.5 : static_cast<double>(found->second);
        return std::log(1 + static_cast<double>(passages.size()) / holders);
    }

    double coverage(const std::set<std::string>& question, const StoredPassage& stored) const {
        double held = 0;
        double all = 0;
        for (const std::string& stem : question) {
            const double weight = rarity(stem);
            all += weight;
            if (stored.stems.contains(stem)) held += weight;
        }
        return all > 0 ? held / all : 0;
    }

    // The paragraph of a page that holds most of the question; the earliest of equals, as pages begin with
    // what a thing is.
    KnowledgePassage fullest(std::size_t page_begin, const std::set<std::string>& question) const {
        KnowledgePassage best = passages[page_begin].passage;
        best.coverage = coverage(question, passages[page_begin]);
        for (std::size_t at = page_begin + 1; at < passages.size() && passages[at].page_begin == page_begin;
             ++at) {
            const double held = coverage(question, passages[at]);
            if (held <= best.coverage) continue;
            best = passages[at].passage;
            best.coverage = held;
        }
        return best;
    }
};

std::string joined(const std::vector<std::string>& stems) {
    std::string text;
    for (const std::string& stem : stems) text += (text.empty() ? "" : " ") + stem;
    return text;
}

// Stems have letters and digits only, so that quotes around them need no escape.
std::string any_of(const std::set<std::string>& stems) {
    std::string expression;
    for (const std::string& stem : stems) expression += (expression.empty() ? "\"" : " OR \"") + stem + "\"";
    return expression;
}

Error failed(const SQLite::Exception& problem) {
    return Error{ErrorCode::storage_failed, std::string("knowledge index: ") + problem.what()};
}

}  // namespace

struct KnowledgeIndex::Tables {
    mutable std::mutex mutex;
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    std::map<std::string, LanguageTable, std::less<>> by_language;

    LanguageTable& table_of(const std::string& language) {
        const auto found = by_language.find(language);
        if (found != by_language.end()) return found->second;
        const std::string name = "passage_" + std::to_string(by_language.size());
        database.exec("CREATE VIRTUAL TABLE " + name +
                      " USING fts5(title, body, content = '', tokenize = 'unicode61 remove_diacritics 2')");
        return by_language.emplace(language, LanguageTable{name, {}, {}}).first->second;
    }

    void add(const KnowledgePage& page) {
        LanguageTable& table = table_of(page.language);
        const std::vector<std::string> title = knowledge_stems(page.title, page.language);
        SQLite::Statement insert(database,
                                 "INSERT INTO " + table.table + " (rowid, title, body) VALUES (?, ?, ?)");
        const std::size_t page_begin = table.passages.size();
        for (const std::string& paragraph : page.paragraphs) {
            const std::vector<std::string> body = knowledge_stems(paragraph, page.language);
            StoredPassage stored{{paragraph, page.id, page.title, page.source, page.url, 0, 0},
                                 {body.begin(), body.end()},
                                 page.validity,
                                 page_begin};
            stored.stems.insert(title.begin(), title.end());
            for (const std::string& stem : stored.stems) ++table.held_by[stem];
            table.passages.push_back(std::move(stored));
            insert.bind(1, static_cast<std::int64_t>(table.passages.size()));
            insert.bind(2, joined(title));
            insert.bind(3, joined(body));
            insert.exec();
            insert.reset();
        }
    }

    // Validity is looked at here and not in SQL: FTS5 then ranks without reading a row.
    std::vector<KnowledgePassage> best(const LanguageTable& table, const std::set<std::string>& stems,
                                       const KnowledgeQuestion& question) const {
        SQLite::Statement rows(database, "SELECT rowid, rank FROM " + table.table + " WHERE " + table.table +
                                             " MATCH ? AND rank MATCH 'bm25(3.0, 1.0)' ORDER BY rank");
        rows.bind(1, any_of(stems));
        std::vector<KnowledgePassage> found;
        std::set<std::size_t> pages;
        while (found.size() < question.count && rows.executeStep()) {
            const auto& stored = table.passages[static_cast<std::size_t>(rows.getColumn(0).getInt64() - 1)];
            if (!stored.validity.covers(question.day) || !pages.insert(stored.page_begin).second) continue;
            found.push_back(table.fullest(stored.page_begin, stems));
            found.back().score = -rows.getColumn(1).getDouble();  // FTS5 has better ones lower
        }
        return found;
    }
};

KnowledgeIndex::KnowledgeIndex(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
KnowledgeIndex::KnowledgeIndex(KnowledgeIndex&&) noexcept = default;
KnowledgeIndex::~KnowledgeIndex() = default;

Result<KnowledgeIndex> KnowledgeIndex::build(std::span<const KnowledgePage> pages) {
    try {
        auto tables = std::make_unique<Tables>();
        SQLite::Transaction transaction(tables->database);
        for (const KnowledgePage& page : pages) tables->add(page);
        transaction.commit();
        return KnowledgeIndex(std::move(tables));
    } catch (const SQLite::Exception& problem) {
        return failed(problem);
    }
}

Result<std::vector<KnowledgePassage>> KnowledgeIndex::search(const KnowledgeQuestion& question) const {
    const auto table = tables_->by_language.find(question.language);
    if (table == tables_->by_language.end()) return std::vector<KnowledgePassage>{};
    const std::vector<std::string> words = knowledge_stems(question.text, question.language);
    const std::set<std::string> stems(words.begin(), words.end());
    if (stems.empty()) return std::vector<KnowledgePassage>{};
    try {
        const std::lock_guard turn(tables_->mutex);
        return tables_->best(table->second, stems, question);
    } catch (const SQLite::Exception& problem) {
        return failed(problem);
    }
}

std::size_t KnowledgeIndex::passages() const {
    std::size_t count = 0;
    for (const auto& [language, table] : tables_->by_language) count += table.passages.size();
    return count;
}

}  // namespace parlance::personalization
