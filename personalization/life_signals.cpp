#include "personalization/life_signals.h"

#include <array>

namespace parlance::personalization {
namespace {

// Adults of all ages taken together; hand-set in the order of magnitude of published yearly rates.
struct YearlyRate {
    LifeEvent event;
    double rate;
};

constexpr std::array<YearlyRate, 9> yearly_rates{{
    {LifeEvent::career_change, 0.10},
    {LifeEvent::job_loss, 0.04},
    {LifeEvent::marriage, 0.03},
    {LifeEvent::first_child, 0.03},
    {LifeEvent::leaving_home, 0.03},
    {LifeEvent::home_purchase, 0.04},
    {LifeEvent::retirement, 0.02},
    {LifeEvent::inheritance, 0.02},
    {LifeEvent::big_purchase, 0.12},
}};

// From `from` up to, not including, `to` years.
struct AgeBand {
    LifeEvent event;
    double from;
    double to;
    double points;
};

constexpr std::array<AgeBand, 22> age_bands{{
    {LifeEvent::career_change, 18, 35, 0.5}, {LifeEvent::career_change, 50, 63, -0.7},
    {LifeEvent::career_change, 63, 130, -3}, {LifeEvent::job_loss, 63, 130, -3},
    {LifeEvent::marriage, 18, 24, -0.3},     {LifeEvent::marriage, 24, 36, 0.9},
    {LifeEvent::marriage, 45, 130, -1.3},    {LifeEvent::first_child, 18, 23, -0.6},
    {LifeEvent::first_child, 23, 36, 0.9},   {LifeEvent::first_child, 42, 50, -2},
    {LifeEvent::first_child, 50, 130, -5},   {LifeEvent::leaving_home, 18, 25, 1.6},
    {LifeEvent::leaving_home, 25, 31, 0.2},  {LifeEvent::leaving_home, 31, 130, -3},
    {LifeEvent::home_purchase, 28, 42, 0.8}, {LifeEvent::home_purchase, 60, 130, -1.5},
    {LifeEvent::retirement, 18, 55, -4},     {LifeEvent::retirement, 60, 63, 1.5},
    {LifeEvent::retirement, 63, 68, 2.6},    {LifeEvent::retirement, 68, 130, -1},
    {LifeEvent::inheritance, 45, 70, 0.6},   {LifeEvent::big_purchase, 75, 130, -0.8},
}};

constexpr BehaviorKind chat = BehaviorKind::chat_turn;
constexpr BehaviorKind paid = BehaviorKind::transaction;
constexpr BehaviorKind read = BehaviorKind::article_read;

}  // namespace

const std::vector<LifeSignal>& life_signals() {
    static const std::vector<LifeSignal> table{
        {LifeEvent::career_change, chat, "life_job_change", 3.5, "told us about a new job"},
        {LifeEvent::career_change, chat, "pension_transfer", 0.9, "asked about moving a pension"},
        {LifeEvent::career_change, paid, "business", 0.5, "business expenses"},
        {LifeEvent::career_change, read, "career", 0.5, "read about work and careers"},
        {LifeEvent::job_loss, chat, "life_job_loss", 4.5, "told us about losing the job"},
        {LifeEvent::job_loss, chat, "debt_help", 0.9, "asked for help with payments"},
        {LifeEvent::job_loss, paid, "severance", 3.0, "a severance payment came in"},
        {LifeEvent::job_loss, paid, "unemployment_benefit", 3.5, "unemployment benefit came in"},
        {LifeEvent::marriage, chat, "life_getting_married", 4.5, "told us about getting married"},
        {LifeEvent::marriage, chat, "joint_account", 0.9, "asked about a joint account"},
        {LifeEvent::marriage, paid, "wedding", 1.4, "paid for a wedding"},
        {LifeEvent::first_child, chat, "life_having_baby", 4.5, "told us about a baby"},
        {LifeEvent::first_child, paid, "childcare", 1.6, "first purchases for a child"},
        {LifeEvent::first_child, paid, "baby", 2.0, "bought baby equipment"},
        {LifeEvent::first_child, read, "family", 0.6, "read about money and family"},
        {LifeEvent::leaving_home, chat, "life_moving", 1.2, "told us about moving"},
        {LifeEvent::leaving_home, paid, "furniture", 0.6, "bought furniture"},
        {LifeEvent::home_purchase, chat, "life_buying_home", 4.0, "told us about buying a home"},
        {LifeEvent::home_purchase, chat, "apply_mortgage", 2.5, "asked for a mortgage"},
        {LifeEvent::home_purchase, chat, "mortgage_affordability", 1.8, "asked how much a home may cost"},
        {LifeEvent::home_purchase, chat, "mortgage_rates", 1.2, "asked about mortgage rates"},
        {LifeEvent::home_purchase, paid, "housing", 1.3, "paid an estate agent, notary or surveyor"},
        {LifeEvent::home_purchase, read, "mortgage", 0.6, "read about mortgages"},
        {LifeEvent::retirement, chat, "retirement_income", 1.5, "asked about income in retirement"},
        {LifeEvent::retirement, chat, "retirement_goal", 0.6, "asked about the retirement plan"},
        {LifeEvent::retirement, paid, "retirement", 1.2, "paid for pension advice"},
        {LifeEvent::retirement, read, "retirement", 0.4, "read about retirement"},
        {LifeEvent::inheritance, chat, "life_inheritance", 4.5, "told us about an inheritance"},
        {LifeEvent::inheritance, chat, "life_bereavement", 2.5, "told us about a death in the family"},
        {LifeEvent::inheritance, paid, "inheritance", 2.5, "payments from an estate"},
        {LifeEvent::big_purchase, chat, "apply_loan", 1.5, "asked for a loan"},
        {LifeEvent::big_purchase, chat, "savings_goal", 0.7, "saves towards a goal"},
        {LifeEvent::big_purchase, paid, "car_dealer", 1.5, "paid a car dealer"},
    };
    return table;
}

double yearly_rate(LifeEvent event) {
    for (const YearlyRate& entry : yearly_rates) {
        if (entry.event == event) return entry.rate;
    }
    return 0.0;
}

double age_points(LifeEvent event, double age) {
    for (const AgeBand& band : age_bands) {
        if (band.event == event && age >= band.from && age < band.to) return band.points;
    }
    return 0.0;
}

}  // namespace parlance::personalization
