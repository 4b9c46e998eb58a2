#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "personalization/evidence.h"
#include "personalization/models/behavior_segment.h"

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

// Probability that the customer leaves within the horizon.
struct ChurnRisk {
    double probability = 0;
    std::vector<Evidence> drivers;  // strongest first
    double confidence = 0;          // 0..1, growing with how much was seen of him
    std::chrono::days horizon{90};
    bool is_learned = false;  // from the bank's events, and calibrated; else by hand-set points
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
    Judged<std::string> segment;                      // by rules: "young_saver", "wealth_builder", ...
    std::optional<BehaviorSegment> behavior_segment;  // found in behaviour, when there is a model of it
    std::vector<BehaviorPattern> patterns;
    ChurnRisk churn;
};

}  // namespace parlance::personalization
