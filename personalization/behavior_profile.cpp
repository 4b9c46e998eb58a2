#include "personalization/behavior_profile.h"

namespace parlance::personalization {

std::string_view to_text(EngagementLevel level) {
    switch (level) {
        case EngagementLevel::low: return "low";
        case EngagementLevel::medium: return "medium";
        case EngagementLevel::high: return "high";
    }
    return "unknown";
}

std::string_view to_text(InvestmentStyle style) {
    switch (style) {
        case InvestmentStyle::none: return "none";
        case InvestmentStyle::cautious: return "cautious";
        case InvestmentStyle::balanced: return "balanced";
        case InvestmentStyle::growth: return "growth";
    }
    return "unknown";
}

std::string_view to_text(RiskTolerance risk) {
    switch (risk) {
        case RiskTolerance::low: return "low";
        case RiskTolerance::moderate: return "moderate";
        case RiskTolerance::high: return "high";
    }
    return "unknown";
}

std::string_view to_text(LifeStage stage) {
    switch (stage) {
        case LifeStage::student: return "student";
        case LifeStage::starter: return "starter";
        case LifeStage::family: return "family";
        case LifeStage::established: return "established";
        case LifeStage::pre_retirement: return "pre_retirement";
        case LifeStage::retired: return "retired";
    }
    return "unknown";
}

}  // namespace parlance::personalization
