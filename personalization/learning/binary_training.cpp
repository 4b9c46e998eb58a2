#include "personalization/learning/binary_training.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "nlu/decimal_text.h"
#include "nlu/logistic_regression.h"
#include "nlu/score_measures.h"
#include "personalization/learning/folds.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t fewest_a_part = 4;
constexpr int mix_steps = 20;

// One candidate and the log odds it gave to rows kept back.
struct Candidate {
    CandidateResult result;
    std::vector<double> margins;
    double penalty = 0;
    TreeOptions trees;
};

double log_loss_of(std::span<const double> margins, std::span<const std::uint8_t> labels) {
    std::vector<double> chances;
    for (const double margin : margins) chances.push_back(nlu::sigmoid(margin));
    return log_loss(chances, labels);
}

double roc_auc_of(std::span<const double> margins, std::span<const std::uint8_t> labels) {
    std::array<std::vector<float>, 2> scores;
    for (std::size_t i = 0; i < labels.size(); ++i)
        scores[labels[i]].push_back(static_cast<float>(margins[i]));
    return nlu::area_under_roc(std::move(scores[0]), std::move(scores[1])).value_or(0.5);
}

std::string name_of(const TreeOptions& trees) {
    std::string name = "trees of depth " + std::to_string(trees.depth) + ", rate " +
                       nlu::decimal_text(trees.learning_rate, 3);
    if (trees.row_share < 1) name += ", " + nlu::decimal_text(trees.row_share, 2) + " of the rows";
    if (trees.column_share < 1) name += ", " + nlu::decimal_text(trees.column_share, 2) + " of the features";
    return name;
}

void judge(Candidate& candidate, std::span<const std::uint8_t> labels) {
    candidate.result.log_loss = log_loss_of(candidate.margins, labels);
    candidate.result.roc_auc = roc_auc_of(candidate.margins, labels);
}

Candidate try_logistic(const LabelledMatrix& rows, const std::vector<Split>& splits, double penalty) {
    Candidate candidate{{"logistic, penalty " + nlu::decimal_text(penalty, 0), 0, 0, 0}, {}, penalty, {}};
    candidate.margins.resize(rows.size());
    for (const Split& split : splits) {
        const LogisticModel model = LogisticModel::train(rows.rows(split.training), penalty);
        const std::vector<double> margins = model.margins(rows.features.rows(split.test));
        for (std::size_t i = 0; i < split.test.size(); ++i) candidate.margins[split.test[i]] = margins[i];
    }
    judge(candidate, rows.labels);
    return candidate;
}

Result<Candidate> try_trees(const LabelledMatrix& rows, const std::vector<Split>& splits,
                            const TreeOptions& trees) {
    Candidate candidate{{name_of(trees), 0, 0, 0}, {}, 0, trees};
    candidate.margins.resize(rows.size());
    double rounds = 0;
    for (const Split& split : splits) {
        const auto trial = BoostedTrees::try_out(rows.rows(split.training), rows.rows(split.test), trees);
        if (!trial) return trial.error();
        for (std::size_t i = 0; i < split.test.size(); ++i)
            candidate.margins[split.test[i]] = trial->margins[i];
        rounds += trial->rounds;
    }
    candidate.result.rounds = static_cast<int>(std::lround(rounds / static_cast<double>(splits.size())));
    judge(candidate, rows.labels);
    return candidate;
}

// Tree candidates that answer together, by the mean of their log odds.
struct Committee {
    std::vector<const Candidate*> members;
    std::vector<double> margins;
};

std::vector<double> mixed(const Committee& trees, const Candidate& logistic, double share) {
    std::vector<double> margins;
    for (std::size_t i = 0; i < trees.margins.size(); ++i)
        margins.push_back(share * trees.margins[i] + (1 - share) * logistic.margins[i]);
    return margins;
}

// The best candidate alone, or as many of the next ones beside it as lower the log loss.
Committee best_committee(std::span<const Candidate> candidates, std::span<const std::uint8_t> labels) {
    std::vector<const Candidate*> order;
    for (const Candidate& candidate : candidates) order.push_back(&candidate);
    std::stable_sort(order.begin(), order.end(), [](const Candidate* left, const Candidate* right) {
        return left->result.log_loss < right->result.log_loss;
    });
    Committee best;
    double lowest = std::numeric_limits<double>::infinity();
    Committee growing{{}, std::vector<double>(labels.size(), 0)};
    for (const Candidate* candidate : order) {
        const auto count = static_cast<double>(growing.members.size());
        growing.members.push_back(candidate);
        for (std::size_t i = 0; i < labels.size(); ++i)
            growing.margins[i] = (growing.margins[i] * count + candidate->margins[i]) / (count + 1);
        const double loss = log_loss_of(growing.margins, labels);
        if (loss >= lowest) continue;
        lowest = loss;
        best = growing;
    }
    return best;
}

// The trees' share of the log odds that gives the lowest log loss.
double best_share(const Committee& trees, const Candidate& logistic, std::span<const std::uint8_t> labels) {
    double best = 0;
    double lowest = std::numeric_limits<double>::infinity();
    for (int step = 0; step <= mix_steps; ++step) {
        const double share = static_cast<double>(step) / mix_steps;
        const double loss = log_loss_of(mixed(trees, logistic, share), labels);
        if (loss >= lowest) continue;
        lowest = loss;
        best = share;
    }
    return best;
}

Result<std::vector<ModelMember>> train_members(const LabelledMatrix& rows, const Candidate& logistic,
                                               const Committee& trees, double share, int all_bags) {
    std::vector<ModelMember> members;
    if (share < 1) members.push_back({LogisticModel::train(rows, logistic.penalty), 1 - share});
    if (share <= 0) return members;
    const auto count = static_cast<int>(trees.members.size());
    const int bags = std::max(1, (all_bags + count - 1) / count);
    for (const Candidate* candidate : trees.members) {
        for (int bag = 0; bag < bags; ++bag) {
            TreeOptions options = candidate->trees;
            options.seed += static_cast<std::uint32_t>(bag);
            auto grown = BoostedTrees::train(rows, options, std::max(candidate->result.rounds, 1));
            if (!grown) return grown.error();
            members.push_back({std::move(*grown), share / (bags * count)});
        }
    }
    return members;
}

std::string describe_mix(const Candidate& logistic, const Committee& trees, double share) {
    if (share <= 0) return logistic.result.name;
    std::string text;
    for (const Candidate* candidate : trees.members)
        text += (text.empty() ? "" : " with ") + candidate->result.name;
    if (share >= 1) return text;
    return nlu::decimal_text(share, 2) + " of " + text + " + " + nlu::decimal_text(1 - share, 2) + " of " +
           logistic.result.name;
}

const Candidate& best_of(std::span<const Candidate> candidates) {
    return *std::min_element(candidates.begin(), candidates.end(),
                             [](const Candidate& left, const Candidate& right) {
                                 return left.result.log_loss < right.result.log_loss;
                             });
}

Result<std::vector<Candidate>> try_all(const LabelledMatrix& rows, const BinaryTrainingOptions& options,
                                       const LearningProgress& progress) {
    const std::vector<Split> splits = folds_of(rows, options.inner_parts, options.seed + 1);
    const auto all = static_cast<double>(options.penalties.size() + options.trees.size() + 1);
    std::vector<Candidate> candidates;
    const auto tell = [&](const std::string& what) {
        if (progress) progress(what, static_cast<double>(candidates.size()) / all);
    };
    for (const double penalty : options.penalties) {
        tell("trying logistic models");
        candidates.push_back(try_logistic(rows, splits, penalty));
    }
    for (TreeOptions trees : options.trees) {
        trees.seed = options.seed;
        tell("trying " + name_of(trees));
        auto candidate = try_trees(rows, splits, trees);
        if (!candidate) return candidate.error();
        candidates.push_back(std::move(*candidate));
    }
    tell("training the chosen one");
    return candidates;
}

}  // namespace

std::vector<TreeOptions> usual_trees() {
    TreeOptions deep;
    deep.learning_rate = 0.03;
    deep.row_share = 0.8;
    deep.column_share = 0.4;
    deep.most_rounds = 3000;
    TreeOptions middling = deep;
    middling.depth = 4;
    middling.least_child_weight = 3;
    middling.column_share = 0.6;
    TreeOptions shallow = middling;
    shallow.depth = 2;
    shallow.learning_rate = 0.05;
    return {deep, middling, shallow};
}

Result<BinaryTraining> train_binary(const LabelledMatrix& rows, const BinaryTrainingOptions& options,
                                    const LearningProgress& progress) {
    const std::size_t fewest = fewest_a_part * options.inner_parts;
    if (rows.features.width() == 0 || options.penalties.empty() || options.trees.empty())
        return Error{ErrorCode::bad_training, "there are no columns to learn from, or no candidates"};
    if (rows.positives() < fewest || rows.size() - rows.positives() < fewest) {
        return Error{ErrorCode::bad_training,
                     "there are " + std::to_string(rows.positives()) + " rows with the event and " +
                         std::to_string(rows.size() - rows.positives()) + " without; at least " +
                         std::to_string(fewest) + " of each are needed"};
    }
    const auto candidates = try_all(rows, options, progress);
    if (!candidates) return candidates.error();
    const std::span<const Candidate> all(*candidates);
    const Candidate& logistic = best_of(all.first(options.penalties.size()));
    const Committee trees = best_committee(all.subspan(options.penalties.size()), rows.labels);
    const double share = best_share(trees, logistic, rows.labels);
    const std::vector<double> margins = mixed(trees, logistic, share);
    auto members = train_members(rows, logistic, trees, share, options.bags);
    if (!members) return members.error();
    BinaryTraining training{
        BinaryModel(rows.features.names, std::move(*members),
                    ProbabilityCalibration::choose(margins, rows.labels, options.seed + 2)),
        {},
        describe_mix(logistic, trees, share),
        log_loss_of(margins, rows.labels)};
    for (const Candidate& candidate : *candidates) training.candidates.push_back(candidate.result);
    return training;
}

}  // namespace parlance::personalization
