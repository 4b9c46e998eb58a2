#define CATCH_CONFIG_MAIN
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <iterator>

#include "personalization/knowledge/knowledge_reader.h"
#include "personalization/storage/knowledge_index.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

constexpr std::size_t wanted_passages = 20000;
constexpr std::size_t searches = 4000;

// The banking pack's pages and articles again and again under new ids, each with a word of its own.
std::vector<KnowledgePage> many_pages() {
    Findings findings;
    const PackSource source = PackSource::read(tests::pack_root(), findings);
    const Pack pack = load_pack(source, findings);
    std::vector<KnowledgePage> real = read_knowledge(source, pack, findings);
    auto articles = knowledge_of(load_catalogue(source, pack, findings));
    std::move(articles.begin(), articles.end(), std::back_inserter(real));
    std::vector<KnowledgePage> pages;
    for (std::size_t count = 0; count < wanted_passages;) {
        KnowledgePage page = real[pages.size() % real.size()];
        page.id += "." + std::to_string(pages.size());
        page.paragraphs.front() += " copy" + std::to_string(pages.size());
        count += page.paragraphs.size();
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace

TEST_CASE("searching twenty thousand passages", "[personalization][!benchmark]") {
    const KnowledgeIndex index = KnowledgeIndex::build(many_pages()).value();
    REQUIRE(index.passages() >= wanted_passages);
    const std::vector<std::string> questions = {
        "How are capital gains taxed?",
        "what is the difference between a standing order and a direct debit?",
        "Do I have to apply for compensation when a bank fails?",
        "What is a TAN?",
        "copy77 of the account",
        "can i send money within seconds on a holiday"};
    const CalendarDate day = parse_date("2026-11-20").value();
    std::vector<double> spent_ms;
    for (std::size_t i = 0; i < searches; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const auto found = index.search({questions[i % questions.size()], "en", day, 3});
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
        REQUIRE(found.has_value());
        spent_ms.push_back(spent.count());
    }
    std::sort(spent_ms.begin(), spent_ms.end());
    std::cout << index.passages() << " passages: p50 " << spent_ms[searches / 2] << " ms, p99 "
              << spent_ms[searches * 99 / 100] << " ms\n";
}
