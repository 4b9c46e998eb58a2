#include "personalization/learning/measure_intervals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "personalization/learning/percentile_interval.h"
#include "personalization/seeded_random.h"

namespace parlance::personalization {

namespace {

constexpr std::array<double, 3> shares = {0.05, 0.1, 0.2};
constexpr std::array<const char*, 4> keys = {"roc_auc", "precision_at_5", "precision_at_10",
                                             "precision_at_20"};
using Measured = std::array<double, keys.size()>;

// Rows by falling probability, so that a resample is measured in one walk over how often each was drawn.
struct RankedRow {
    double probability = 0;
    bool is_event = false;
    std::size_t unit = 0;  // that is drawn with it
};

std::vector<RankedRow> ranked(std::span<const double> probabilities, std::span<const std::uint8_t> labels,
                              std::span<const std::uint32_t> groups) {
    std::vector<std::uint32_t> units(groups.begin(), groups.end());
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    std::vector<RankedRow> rows;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto unit = groups.empty()
                              ? i
                              : static_cast<std::size_t>(
                                    std::lower_bound(units.begin(), units.end(), groups[i]) - units.begin());
        rows.push_back({probabilities[i], labels[i] != 0, unit});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RankedRow& left, const RankedRow& right) {
        return left.probability > right.probability;
    });
    return rows;
}

// The rows and events of one probability, each as often as it was drawn.
struct Tie {
    double rows = 0;
    double events = 0;
};

// Nothing when all that was drawn has the same answer. Of equals at the border of a share each counts in
// part, and half in the area.
std::optional<Measured> measured(const std::vector<RankedRow>& rows, const std::vector<double>& drawn) {
    Tie all;
    for (const RankedRow& row : rows) {
        all.rows += drawn[row.unit];
        all.events += row.is_event ? drawn[row.unit] : 0;
    }
    if (all.events == 0 || all.events == all.rows) return std::nullopt;
    std::array<double, shares.size()> kept{};
    for (std::size_t i = 0; i < shares.size(); ++i) kept[i] = std::ceil(all.rows * shares[i] - 1e-9);
    Measured result{};
    Tie before;
    for (std::size_t begin = 0; begin < rows.size();) {
        Tie tie;
        std::size_t end = begin;
        for (; end < rows.size() && rows[end].probability == rows[begin].probability; ++end) {
            tie.rows += drawn[rows[end].unit];
            tie.events += rows[end].is_event ? drawn[rows[end].unit] : 0;
        }
        begin = end;
        if (tie.rows == 0) continue;
        result[0] += (tie.rows - tie.events) * (before.events + tie.events / 2);
        for (std::size_t i = 0; i < kept.size(); ++i)
            result[i + 1] += tie.events * std::clamp((kept[i] - before.rows) / tie.rows, 0.0, 1.0) / kept[i];
        before.rows += tie.rows;
        before.events += tie.events;
    }
    result[0] /= all.events * (all.rows - all.events);
    return result;
}

}  // namespace

std::vector<MeasureInterval> measure_intervals(std::span<const double> probabilities,
                                               std::span<const std::uint8_t> labels,
                                               std::span<const std::uint32_t> groups,
                                               const IntervalOptions& options) {
    const std::vector<RankedRow> rows = ranked(probabilities, labels, groups);
    std::size_t units = 0;
    for (const RankedRow& row : rows) units = std::max(units, row.unit + 1);
    std::array<std::vector<double>, keys.size()> values;
    SeededRandom random(options.seed);
    for (std::size_t i = 0; i < options.resamples && units > 0; ++i) {
        std::vector<double> drawn(units, 0);
        for (std::size_t draw = 0; draw < units; ++draw) drawn[random.below(units)] += 1;
        const auto result = measured(rows, drawn);
        for (std::size_t key = 0; result && key < keys.size(); ++key) values[key].push_back((*result)[key]);
    }
    std::vector<MeasureInterval> intervals;
    for (std::size_t key = 0; key < keys.size() && !values[key].empty(); ++key) {
        const auto [low, high] = percentile_interval(std::move(values[key]));
        intervals.push_back({keys[key], low, high});
    }
    return intervals;
}

}  // namespace parlance::personalization
