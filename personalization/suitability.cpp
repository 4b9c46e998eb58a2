#include "personalization/suitability.h"

#include <algorithm>

#include "personalization/activity.h"

namespace parlance::personalization {
namespace {

constexpr double thin_confidence = 0.3;
constexpr double least_reserve_months_for_credit = 1;
constexpr double least_reserve_months_for_mortgage = 2;
constexpr double complaint_counts_for_days = 7;

int risk_rank(std::string_view risk) {
    if (risk == "none") return 0;
    if (risk == "low") return 1;
    return risk == "moderate" ? 2 : 3;
}

int borne_risk(const Judged<RiskTolerance>& tolerance) {
    const int rank = risk_rank(to_text(tolerance.value));
    if (tolerance.confidence >= 1.0) return rank;
    return std::min(rank, tolerance.confidence < thin_confidence ? 1 : 2);
}

bool can_carry_debt(const CustomerView& view, double least_reserve_months) {
    return view.number("monthly_income") > 0 && view.number("reserve_months", -1) >= least_reserve_months &&
           !view.is("in_arrears");
}

bool is_in_distress(const Moment& moment) {
    if (moment.intent.text == "complaint") return true;
    if (moment.sentiment.label != nlu::SentimentLabel::negative) return false;
    return moment.sentiment.emotion == nlu::Emotion::anger || moment.sentiment.emotion == nlu::Emotion::worry;
}

}  // namespace

bool is_eligible(const Offer& offer, const Attributes& attributes, const CalendarDate& today) {
    return offer.eligible_if.holds(lookup_in(attributes), today);
}

bool is_suitable(const Offer& offer, const CustomerView& view, const BehaviorProfile& profile) {
    if (risk_rank(offer.risk) > borne_risk(profile.risk)) return false;
    switch (offer.kind) {
        case RecommendationKind::credit: return can_carry_debt(view, least_reserve_months_for_credit);
        case RecommendationKind::mortgage: return can_carry_debt(view, least_reserve_months_for_mortgage);
        case RecommendationKind::card: return view.number("monthly_income") > 0 && !view.is("in_arrears");
        case RecommendationKind::savings:
        case RecommendationKind::investment:
        case RecommendationKind::retirement:
        case RecommendationKind::tax:
        case RecommendationKind::insurance:
        case RecommendationKind::service:
        case RecommendationKind::advice: return true;
    }
    return false;
}

bool may_be_sold_to(const CustomerView& view, const Moment& moment) {
    if (is_in_distress(moment)) return false;
    const auto consent = view.attributes.find("marketing_consent");
    if (consent != view.attributes.end() && consent->second == SlotValue{false}) return false;
    return std::none_of(view.events.begin(), view.events.end(), [&](const BehaviorEvent& event) {
        return event.kind == BehaviorKind::complaint && event.at <= moment.now &&
               days_from(event.at, moment.now) <= complaint_counts_for_days;
    });
}

bool is_help(const Offer& offer) {
    return offer.kind == RecommendationKind::service || offer.kind == RecommendationKind::advice;
}

}  // namespace parlance::personalization
