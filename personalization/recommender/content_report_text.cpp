#include <iomanip>
#include <sstream>

#include "personalization/recommender/content_report.h"

namespace parlance::personalization {

std::string describe(const ContentReport& report) {
    std::ostringstream out;
    out << report.data << ": " << report.users << " users, " << report.items << " items, "
        << report.training_likes << " likes to learn from\n"
        << "measured on " << report.measured_on << ": " << report.test_likes
        << " likes; every item ranked but those of the training\n\n"
        << "NDCG@10 NDCG@20   R@20    P@5  HR@10  cover novelty  p99 ms   fit s  scorer\n"
        << std::fixed;
    for (const ScorerResult& result : report.evaluation.results) {
        const RankingMeasures& measured = result.measures;
        out << std::setprecision(4) << std::setw(7) << measured.ndcg_at_10 << std::setw(8)
            << measured.ndcg_at_20 << std::setprecision(3) << std::setw(7) << measured.recall_at_20
            << std::setw(7) << measured.precision_at_5 << std::setw(7) << measured.hit_rate_at_10
            << std::setw(7) << measured.coverage_at_10 << std::setprecision(1) << std::setw(8)
            << measured.novelty_at_10 << std::setprecision(2) << std::setw(8) << measured.p99_ms
            << std::setprecision(1) << std::setw(8) << result.fit_seconds << "  " << result.name << "\n";
    }
    out << "\nsettings and weights were chosen on a fifth of the training's likes in "
        << report.evaluation.search_seconds << " s";
    return out.str();
}

}  // namespace parlance::personalization
