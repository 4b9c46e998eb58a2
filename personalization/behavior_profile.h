#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "personalization/evidence.h"

namespace parlance::personalization {

enum class EngagementLevel { low, medium, high };
enum class InvestmentStyle { none, cautious, balanced, growth };
enum class RiskTolerance { low, moderate, high };
enum class LifeStage { student, starter, family, established, pre_retirement, retired };

std::string_view to_text(EngagementLevel level);
std::string_view to_text(InvestmentStyle style);
std::string_view to_text(RiskTolerance risk);
std::string_view to_text(LifeStage stage);

// A judgement with how sure it is and what moved it.
template <typename T>
struct Judged {
    T value{};
    double confidence = 0;  // 0..1
    std::vector<Evidence> evidence;
};

// Probability that the customer leaves within 90 days.
struct ChurnRisk {
    double probability = 0;
    std::vector<Evidence> drivers;  // strongest first
};

// A habit worth knowing: "reads about savings in the evening".
struct BehaviorPattern {
    std::string name;
    std::string words;
    double strength = 0;  // 0..1
};

struct BehaviorProfile {
    Judged<EngagementLevel> engagement;
    Judged<InvestmentStyle> style;
    Judged<RiskTolerance> risk;
    Judged<LifeStage> stage;
    Judged<std::string> segment;  // "young_saver", "wealth_builder", ...
    std::vector<BehaviorPattern> patterns;
    ChurnRisk churn;
};

}  // namespace parlance::personalization
