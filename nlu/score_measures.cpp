#include "nlu/score_measures.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace parlance::nlu {

namespace {

constexpr std::size_t bin_count = 15;

// How many of `count` things make this share of them, rounded up; at least one.
// The small constant keeps 0.95 * 20 at 19 although its product is a little more.
std::size_t rank_of(double share, std::size_t count) {
    const double wanted = std::ceil(share * static_cast<double>(count) - 1e-9);
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::max(wanted, 1.0)), 1, count);
}

double share_of(std::ptrdiff_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::vector<ReliabilityBin> reliability_bins(std::span<const JudgedAnswer> answers) {
    std::vector<ReliabilityBin> bins(bin_count);
    for (std::size_t i = 0; i < bin_count; ++i) {
        bins[i].from = static_cast<double>(i) / bin_count;
        bins[i].to = static_cast<double>(i + 1) / bin_count;
    }
    for (const JudgedAnswer& answer : answers) {
        const auto place = static_cast<std::size_t>(std::max(answer.confidence, 0.0F) * bin_count);
        ReliabilityBin& bin = bins[std::min(place, bin_count - 1)];
        ++bin.count;
        bin.confidence += answer.confidence;
        bin.accuracy += answer.right ? 1 : 0;
    }
    for (ReliabilityBin& bin : bins) {
        if (bin.count == 0) continue;
        bin.confidence /= static_cast<double>(bin.count);
        bin.accuracy /= static_cast<double>(bin.count);
    }
    return bins;
}

double expected_calibration_error(std::span<const ReliabilityBin> bins) {
    double sum = 0;
    double count = 0;
    for (const ReliabilityBin& bin : bins) {
        sum += std::abs(bin.confidence - bin.accuracy) * static_cast<double>(bin.count);
        count += static_cast<double>(bin.count);
    }
    return count > 0 ? sum / count : 0;
}

double accuracy_at_coverage(std::vector<JudgedAnswer> answers, double coverage) {
    if (answers.empty()) return 0;
    std::sort(answers.begin(), answers.end(), [](const JudgedAnswer& left, const JudgedAnswer& right) {
        return left.confidence > right.confidence;
    });
    const std::size_t kept = rank_of(coverage, answers.size());
    double right = 0;
    for (std::size_t begin = 0; begin < kept;) {
        std::size_t end = begin;
        double hits = 0;
        while (end < answers.size() && answers[end].confidence == answers[begin].confidence) {
            hits += answers[end].right ? 1 : 0;
            ++end;
        }
        right += hits * static_cast<double>(std::min(end, kept) - begin) / static_cast<double>(end - begin);
        begin = end;
    }
    return right / static_cast<double>(kept);
}

std::optional<double> area_under_roc(std::vector<float> negatives, std::vector<float> positives) {
    if (negatives.empty() || positives.empty()) return std::nullopt;
    std::sort(negatives.begin(), negatives.end());
    double below = 0;
    for (const float score : positives) {
        const auto [low, high] = std::equal_range(negatives.begin(), negatives.end(), score);
        below += static_cast<double>(low - negatives.begin()) + 0.5 * static_cast<double>(high - low);
    }
    return below / (static_cast<double>(negatives.size()) * static_cast<double>(positives.size()));
}

std::optional<double> recall_when_kept(double kept, std::vector<float> negatives,
                                       const std::vector<float>& positives) {
    if (negatives.empty() || positives.empty()) return std::nullopt;
    std::sort(negatives.begin(), negatives.end());
    const float border = negatives[rank_of(kept, negatives.size()) - 1];
    const auto refused =
        std::count_if(positives.begin(), positives.end(), [&](float score) { return score > border; });
    return share_of(refused, positives.size());
}

std::optional<double> false_positives_at_recall(double recall, const std::vector<float>& negatives,
                                                std::vector<float> positives) {
    if (negatives.empty() || positives.empty()) return std::nullopt;
    std::sort(positives.begin(), positives.end(), std::greater<>());
    const float border = positives[rank_of(recall, positives.size()) - 1];
    const auto refused =
        std::count_if(negatives.begin(), negatives.end(), [&](float score) { return score >= border; });
    return share_of(refused, negatives.size());
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank_of(share, values.size()) - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace parlance::nlu
