#include "personalization/recommender/term_likeness.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace parlance::personalization {

namespace {

struct Weighted {
    std::uint32_t number = 0;  // of a term, or of an item
    float weight = 0;
};

struct TermIndex {
    std::vector<std::vector<Weighted>> terms_of;  // one an item, each of length 1 as a vector
    std::vector<std::vector<Weighted>> items_of;  // one a term
};

std::vector<std::vector<std::uint32_t>> numbered_terms(const ItemTerms& terms, std::size_t items, bool links,
                                                       std::size_t& count) {
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::vector<std::uint32_t>> result(items);
    const auto add = [&](std::size_t item, const std::string& term) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        result[item].push_back(numbers.emplace(term, next).first->second);
    };
    for (std::size_t item = 0; item < items; ++item) {
        if (links) add(item, std::to_string(item));
        if (item >= terms.of_item.size()) continue;
        for (const std::string& term : terms.of_item[item]) add(item, term);
        std::sort(result[item].begin(), result[item].end());
        result[item].erase(std::unique(result[item].begin(), result[item].end()), result[item].end());
    }
    count = numbers.size();
    return result;
}

TermIndex index_of(const ItemTerms& terms, std::size_t items, bool links) {
    std::size_t count = 0;
    const auto numbered = numbered_terms(terms, items, links, count);
    std::vector<float> rarity(count);
    for (const auto& one : numbered) {
        for (const std::uint32_t term : one) rarity[term] += 1;
    }
    for (float& one : rarity) one = one < 2 ? 0.0F : std::log(static_cast<float>(items) / one);
    TermIndex index{std::vector<std::vector<Weighted>>(items), std::vector<std::vector<Weighted>>(count)};
    for (ItemNumber item = 0; item < items; ++item) {
        float squares = 0;
        for (const std::uint32_t term : numbered[item]) squares += rarity[term] * rarity[term];
        for (const std::uint32_t term : numbered[item]) {
            if (rarity[term] == 0) continue;
            const float weight = rarity[term] / std::sqrt(squares);
            index.terms_of[item].push_back({term, weight});
            index.items_of[term].push_back({item, weight});
        }
    }
    return index;
}

}  // namespace

ItemScorer train_term_likeness(const ItemTerms& terms, std::size_t items, bool links) {
    const auto index = std::make_shared<const TermIndex>(index_of(terms, items, links));
    return [index](std::span<const ItemNumber> history, std::span<float> scores) {
        std::map<std::uint32_t, float> interests;
        for (const ItemNumber item : history) {
            for (const Weighted& term : index->terms_of[item]) interests[term.number] += term.weight;
        }
        std::fill(scores.begin(), scores.end(), 0.0F);
        for (const auto& [term, interest] : interests) {
            for (const Weighted& item : index->items_of[term]) scores[item.number] += interest * item.weight;
        }
    };
}

}  // namespace parlance::personalization
