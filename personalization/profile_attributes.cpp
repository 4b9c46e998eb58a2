#include "personalization/profile_attributes.h"

#include <algorithm>

#include "personalization/catalogue.h"
#include "personalization/opportunities/opportunity.h"

namespace parlance::personalization {
namespace {

void add_all(std::vector<AttributeSpec>& specs, AttributeKind kind, const std::vector<std::string>& names) {
    for (const std::string& name : names) specs.push_back({name, kind});
}

}  // namespace

const std::vector<AttributeSpec>& attribute_specs() {
    static const std::vector<AttributeSpec> specs = [] {
        std::vector<AttributeSpec> list;
        add_all(list, AttributeKind::number,
                {"age",
                 "children",
                 "tenure_years",
                 "products_count",
                 "monthly_income",
                 "monthly_spending",
                 "current_balance",
                 "savings_balance",
                 "investments_value",
                 "pension_value",
                 "loan_balance",
                 "mortgage_balance",
                 "card_balance",
                 "goal_gap",
                 "reserve_months",
                 "equity_share_percent",
                 "fees_90_days",
                 "logins_30_days",
                 "preferred_hour",
                 "deposit_ends_in_days",
                 "expected_pension",
                 "unrealised_losses",
                 "realised_gains",
                 "fund_cost_percent",
                 "mortgage_rate_percent",
                 "mortgage_fixed_months",
                 "goal_months_left",
                 "goal_monthly_saving"});
        add_all(list, AttributeKind::boolean,
                {"has_savings_account", "has_investments", "has_pension", "has_mortgage", "has_loan",
                 "has_credit_card", "has_children", "is_homeowner", "is_student", "is_retired", "in_arrears",
                 "marketing_consent", "profiling_consent", "has_life_insurance"});
        add_all(list, AttributeKind::text, {"employment", "marital", "tier", "language", "risk_tolerance"});
        add_all(list, AttributeKind::judged_text,
                {"life_stage", "engagement", "investment_style", "segment"});
        add_all(list, AttributeKind::judged_number, {"churn_risk"});
        for (const LifeEvent event : all_life_events()) {
            list.push_back({"event_" + std::string(to_text(event)), AttributeKind::judged_number});
        }
        for (const OpportunityKind kind : all_opportunity_kinds())
            list.push_back({attribute_of(kind), AttributeKind::estimate});
        return list;
    }();
    return specs;
}

const AttributeSpec* find_attribute(std::string_view name) {
    const auto& specs = attribute_specs();
    const auto found = std::find_if(specs.begin(), specs.end(),
                                    [&](const AttributeSpec& spec) { return spec.name == name; });
    return found == specs.end() ? nullptr : &*found;
}

const std::vector<std::string>& profile_attribute_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const AttributeSpec& spec : attribute_specs()) list.push_back(spec.name);
        return list;
    }();
    return names;
}

Attributes judged_attributes(const CustomerView& view, const Foresight& foresight) {
    const BehaviorProfile& profile = foresight.profile;
    Attributes merged = view.attributes;
    const auto judge = [&](const std::string& name, SlotValue value) {
        merged.emplace(name, std::move(value));
    };
    judge("life_stage", std::string(to_text(profile.stage.value)));
    judge("engagement", std::string(to_text(profile.engagement.value)));
    judge("investment_style", std::string(to_text(profile.style.value)));
    judge("risk_tolerance", std::string(to_text(profile.risk.value)));
    judge("segment", profile.segment.value);
    judge("churn_risk", profile.churn.probability);
    for (const LifeEventForecast& forecast : foresight.life_events) {
        judge("event_" + std::string(to_text(forecast.event)), static_cast<double>(forecast.probability));
    }
    for (const Opportunity& each : foresight.opportunities) judge(attribute_of(each.kind), each.euros);
    return merged;
}

ValueLookup lookup_in(const Attributes& attributes) {
    return [&attributes](const ScopedName& name) -> std::optional<SlotValue> {
        if (name.scope != "profile") return std::nullopt;
        const auto found = attributes.find(name.name);
        if (found == attributes.end()) return std::nullopt;
        return found->second;
    };
}

}  // namespace parlance::personalization
