#include "personalization/investor_judgement.h"

#include <algorithm>
#include <optional>

#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

// Hand-set weights in log odds.
constexpr double style_base = -0.6;
constexpr double share_points = 2.5;
constexpr double trade_talk_points = 0.4;
constexpr double worry_points = -0.6;
constexpr double growth_above = 0.65;
constexpr double cautious_below = 0.4;
constexpr double risk_base = 0.0;
constexpr double age_points_per_decade = -0.35;  // from 40 on, either way
constexpr double reserve_points_per_month = 0.1;
constexpr double most_reserve_months = 8;
constexpr double thin_reserve_points = -0.8;
constexpr double high_above = 0.72;
constexpr double low_below = 0.42;
constexpr double most_inferred_confidence = 0.6;
constexpr double enough_observations = 6;

double asked(const Activity& activity, const std::string& intent) {
    const auto found = activity.chat_intents_quarter.find(intent);
    return found == activity.chat_intents_quarter.end() ? 0.0 : std::min(found->second, 3);
}

// Share of investments in savings and investments together; nothing when neither is known or there is no
// money.
std::optional<double> investment_share(const CustomerView& view) {
    const double invested = std::max(view.number("investments_value"), 0.0);
    const double saved = std::max(view.number("savings_balance"), 0.0);
    if (invested + saved <= 0) return std::nullopt;
    return invested / (invested + saved);
}

void add_share(const CustomerView& view, PointScore& score) {
    if (const auto share = investment_share(view)) {
        score.add("investment_share", in_words(*share * 100) + " % of savings and investments is invested",
                  share_points * (*share - 0.3));
    }
}

void add_worry(const Activity& activity, PointScore& score) {
    score.add("market_worry", "spoke of worry about the markets",
              worry_points * asked(activity, "market_worry"));
}

std::optional<RiskTolerance> questionnaire_answer(const CustomerView& view) {
    const auto found = view.attributes.find("risk_tolerance");
    if (found == view.attributes.end()) return std::nullopt;
    const auto* text = std::get_if<std::string>(&found->second);
    if (text == nullptr) return std::nullopt;
    for (const auto risk : {RiskTolerance::low, RiskTolerance::moderate, RiskTolerance::high}) {
        if (*text == to_text(risk)) return risk;
    }
    return std::nullopt;
}

std::size_t observations(const CustomerView& view, const Activity& activity) {
    std::size_t count = activity.chat_intents_quarter.size();
    for (const char* name : {"age", "savings_balance", "investments_value", "reserve_months"}) {
        count += view.attributes.contains(name) ? 1U : 0U;
    }
    return count;
}

}  // namespace

Judged<InvestmentStyle> judge_investment_style(const CustomerView& view, const Activity& activity) {
    const double confidence = confidence_after(observations(view, activity), enough_observations);
    if (view.number("investments_value") <= 0 && !view.is("has_investments")) {
        return {InvestmentStyle::none, confidence, {{"investments_value", "holds no investments", -1.0}}};
    }
    PointScore score(style_base);
    add_share(view, score);
    score.add("buying_talk", "asked about buying investments",
              trade_talk_points * asked(activity, "buy_investment"));
    add_worry(activity, score);
    const double tendency = score.probability();
    const InvestmentStyle style = tendency > growth_above     ? InvestmentStyle::growth
                                  : tendency < cautious_below ? InvestmentStyle::cautious
                                                              : InvestmentStyle::balanced;
    return {style, confidence, score.evidence()};
}

Judged<RiskTolerance> judge_risk_tolerance(const CustomerView& view, const Activity& activity) {
    if (const auto answer = questionnaire_answer(view)) {
        return {*answer, 1.0, {{"questionnaire", "answered the risk questionnaire", 1.0}}};
    }
    PointScore score(risk_base);
    if (const double age = view.number("age", -1); age >= 0) {
        score.add("age", "is " + in_words(age),
                  age_points_per_decade * (std::clamp(age, 18.0, 80.0) - 40) / 10);
    }
    if (view.attributes.contains("reserve_months")) {
        const double months = std::clamp(view.number("reserve_months"), 0.0, most_reserve_months);
        const double points = months < 2 ? thin_reserve_points : reserve_points_per_month * months;
        score.add("reserve", "the reserve covers " + in_words(months) + " months", points);
    }
    add_share(view, score);
    add_worry(activity, score);
    const double tendency = score.probability();
    const RiskTolerance risk = tendency > high_above  ? RiskTolerance::high
                               : tendency < low_below ? RiskTolerance::low
                                                      : RiskTolerance::moderate;
    const double confidence = confidence_after(observations(view, activity), enough_observations);
    return {risk, most_inferred_confidence * confidence, score.evidence()};
}

}  // namespace parlance::personalization
