#include "personalization/opportunities/opportunity.h"

#include <array>
#include <utility>

namespace parlance::personalization {

namespace {

struct Kind {
    OpportunityKind kind;
    std::string_view name;
    OpportunityMoney money;
};

constexpr std::array<Kind, 11> kinds{{
    {OpportunityKind::idle_cash, "idle_cash", OpportunityMoney::gained_a_year},
    {OpportunityKind::emergency_fund, "emergency_fund", OpportunityMoney::missing},
    {OpportunityKind::allocation_drift, "allocation_drift", OpportunityMoney::to_be_moved},
    {OpportunityKind::tax_loss_harvesting, "tax_loss_harvesting", OpportunityMoney::saved_once},
    {OpportunityKind::fund_costs, "fund_costs", OpportunityMoney::saved_a_year},
    {OpportunityKind::account_fees, "account_fees", OpportunityMoney::saved_a_year},
    {OpportunityKind::card_debt, "card_debt", OpportunityMoney::saved_a_year},
    {OpportunityKind::pension_gap, "pension_gap", OpportunityMoney::to_set_aside_a_month},
    {OpportunityKind::insurance_gap, "insurance_gap", OpportunityMoney::missing},
    {OpportunityKind::mortgage_refinancing, "mortgage_refinancing", OpportunityMoney::saved_a_year},
    {OpportunityKind::goal_shortfall, "goal_shortfall", OpportunityMoney::to_set_aside_a_month},
}};

const Kind& entry_of(OpportunityKind kind) {
    return kinds.at(static_cast<std::size_t>(kind));
}

}  // namespace

std::string_view to_text(OpportunityKind kind) {
    return entry_of(kind).name;
}

const std::vector<OpportunityKind>& all_opportunity_kinds() {
    static const std::vector<OpportunityKind> all = [] {
        std::vector<OpportunityKind> list;
        for (const Kind& each : kinds) list.push_back(each.kind);
        return list;
    }();
    return all;
}

std::string_view to_text(OpportunityMoney money) {
    switch (money) {
        case OpportunityMoney::gained_a_year: return "gained_a_year";
        case OpportunityMoney::saved_a_year: return "saved_a_year";
        case OpportunityMoney::saved_once: return "saved_once";
        case OpportunityMoney::missing: return "missing";
        case OpportunityMoney::to_be_moved: return "to_be_moved";
        case OpportunityMoney::to_set_aside_a_month: return "to_set_aside_a_month";
    }
    return "unknown";
}

OpportunityMoney money_of(OpportunityKind kind) {
    return entry_of(kind).money;
}

std::string attribute_of(OpportunityKind kind) {
    return std::string(entry_of(kind).name) + "_euros";
}

}  // namespace parlance::personalization
