#include "personalization/recommender/content_evaluation.h"

#include <chrono>
#include <cstdio>
#include <functional>

#include "personalization/recommender/implicit_factors.h"
#include "personalization/recommender/item_neighbours.h"
#include "personalization/recommender/item_regression.h"
#include "personalization/recommender/score_blend.h"

namespace parlance::personalization {

namespace {

constexpr double validation_share = 0.2;

// A setting of one kind of scorer, to be fitted on any likes.
struct Candidate {
    std::string name;
    std::function<ItemScorer(const Interactions&)> fit;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string short_number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

std::vector<Candidate> regressions() {
    std::vector<Candidate> candidates;
    for (const float penalty : {100.0F, 300.0F, 800.0F, 2000.0F})
        candidates.push_back(
            {"EASE^R, penalty " + short_number(penalty),
             [penalty](const Interactions& likes) { return train_item_regression(likes, penalty); }});
    return candidates;
}

std::vector<Candidate> neighbourhoods() {
    std::vector<Candidate> candidates;
    for (const std::size_t neighbours : {50U, 100U, 200U})
        candidates.push_back({"item-kNN, " + std::to_string(neighbours) + " neighbours",
                              [neighbours](const Interactions& likes) {
                                  return train_item_neighbours(likes, {neighbours, 10});
                              }});
    return candidates;
}

std::vector<Candidate> factorisations(const ContentEvaluationOptions& options) {
    struct Setting {
        float penalty;
        float unseen_weight;
    };
    std::vector<Candidate> candidates;
    for (const auto& [penalty, unseen] :
         {Setting{0.003F, 0.1F}, {0.005F, 0.01F}, {0.005F, 0.05F}, {0.01F, 0.3F}, {0.02F, 0.3F}}) {
        FactorOptions tried;
        tried.factors = options.factors;
        tried.penalty = penalty;
        tried.unseen_weight = unseen;
        tried.seed = options.seed;
        candidates.push_back(
            {"iALS, " + std::to_string(options.factors) + " factors, penalty " + short_number(penalty) +
                 ", unseen " + short_number(unseen),
             [tried](const Interactions& likes) { return train_implicit_factors(likes, tried); }});
    }
    return candidates;
}

// The kinds to choose a setting of, each.
std::vector<std::vector<Candidate>> kinds_for(const LikeSplit& split, const std::vector<ItemContent>& content,
                                              const ContentEvaluationOptions& options) {
    std::vector<std::vector<Candidate>> kinds = {neighbourhoods(), factorisations(options)};
    if (split.training.items() <= options.most_regressed_items) kinds.push_back(regressions());
    for (const ItemContent& one : content) {
        kinds.push_back({{"content: " + one.name, [&one](const Interactions& likes) {
                              return train_term_likeness(one.terms, likes.items(), one.links);
                          }}});
    }
    return kinds;
}

struct Chosen {
    Candidate candidate;
    NamedScorer scorer;  // fitted on the validation's training part
};

Chosen choose(const std::vector<Candidate>& kind, const LikeSplit& validation,
              const LearningProgress& progress) {
    Chosen best;
    double best_ndcg = -1;
    for (const Candidate& candidate : kind) {
        if (progress) progress("choosing: " + candidate.name, 0.2);
        const ItemScorer scorer = candidate.fit(validation.training);
        const double reached = kind.size() == 1 ? 0 : measure_ranking(scorer, validation).ndcg_at_10;
        if (reached <= best_ndcg) continue;
        best_ndcg = reached;
        best = {candidate, {candidate.name, scorer, 0}};
    }
    return best;
}

NamedScorer fitted(const Candidate& candidate, const Interactions& likes) {
    const auto start = std::chrono::steady_clock::now();
    NamedScorer result{candidate.name, candidate.fit(likes), 0};
    result.fit_seconds = seconds_since(start);
    return result;
}

std::string blend_name(const std::vector<NamedScorer>& scorers, const std::vector<double>& weights) {
    std::string name = "blend:";
    for (std::size_t k = 0; k < scorers.size(); ++k) {
        if (weights[k] == 0) continue;
        name += (name.ends_with(':') ? " " : " + ") + short_number(weights[k]) + " " + scorers[k].name;
    }
    return name;
}

}  // namespace

ContentEvaluation evaluate_content(const LikeSplit& split, const std::vector<ItemContent>& content,
                                   const ContentEvaluationOptions& options,
                                   const LearningProgress& progress) {
    const auto start = std::chrono::steady_clock::now();
    const LikeSplit validation = hold_out(split.training, validation_share, options.seed + 1);
    std::vector<Candidate> candidates;
    std::vector<NamedScorer> tried;
    for (const auto& kind : kinds_for(split, content, options)) {
        Chosen chosen = choose(kind, validation, progress);
        candidates.push_back(std::move(chosen.candidate));
        tried.push_back(std::move(chosen.scorer));
    }
    const std::vector<double> weights = find_blend_weights(tried, validation);
    tried.clear();
    ContentEvaluation evaluation;
    evaluation.search_seconds = seconds_since(start);

    std::vector<NamedScorer> scorers;
    for (const Candidate& candidate : candidates) {
        if (progress) progress("fitting: " + candidate.name, 0.6);
        scorers.push_back(fitted(candidate, split.training));
    }
    std::vector<NamedScorer> all = {{"random", random_scorer(options.seed), 0},
                                    {"popularity", popularity_scorer(split.training), 0}};
    all.insert(all.end(), scorers.begin(), scorers.end());
    NamedScorer blend{blend_name(scorers, weights), blend_of(scorers, weights), 0};
    for (std::size_t k = 0; k < scorers.size(); ++k)
        blend.fit_seconds += weights[k] > 0 ? scorers[k].fit_seconds : 0;
    all.push_back(std::move(blend));
    for (const NamedScorer& scorer : all) {
        if (progress) progress("measuring: " + scorer.name, 0.8);
        evaluation.results.push_back({scorer.name, measure_ranking(scorer.score, split), scorer.fit_seconds});
    }
    return evaluation;
}

}  // namespace parlance::personalization
