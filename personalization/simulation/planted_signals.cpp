#include "personalization/simulation/planted_signals.h"

#include <array>

namespace parlance::personalization {

namespace {

constexpr BehaviorKind chat = BehaviorKind::chat_turn;
constexpr BehaviorKind paid = BehaviorKind::transaction;
constexpr BehaviorKind read = BehaviorKind::article_read;

constexpr auto signals = std::to_array<PlantedSignal>({
    {LifeEvent::career_change, read, "career", -60, -10, 2, 600'000},
    {LifeEvent::career_change, chat, "life_job_change", -30, 10, 1, 400'000},
    {LifeEvent::career_change, chat, "pension_transfer", -30, 20, 1, 300'000},
    {LifeEvent::job_loss, paid, "severance", 0, 10, 1, 600'000, 650'000},
    {LifeEvent::job_loss, chat, "life_job_loss", 0, 15, 1, 300'000},
    {LifeEvent::job_loss, chat, "debt_help", 5, 40, 1, 400'000},
    {LifeEvent::job_loss, paid, "unemployment_benefit", 20, 50, 1, 700'000, 120'000},
    {LifeEvent::marriage, paid, "wedding", -90, -5, 3, 800'000, -180'000},
    {LifeEvent::marriage, chat, "joint_account", -30, 30, 1, 500'000},
    {LifeEvent::marriage, chat, "life_getting_married", -60, 5, 1, 300'000},
    {LifeEvent::first_child, read, "family", -150, -20, 2, 600'000},
    {LifeEvent::first_child, paid, "baby", -90, 10, 3, 800'000, -22'000},
    {LifeEvent::first_child, chat, "life_having_baby", -90, 10, 1, 300'000},
    {LifeEvent::first_child, paid, "childcare", 60, 120, 2, 800'000, -45'000},
    {LifeEvent::leaving_home, chat, "life_moving", -40, 0, 1, 500'000},
    {LifeEvent::leaving_home, paid, "furniture", -20, 30, 3, 700'000, -40'000},
    {LifeEvent::home_purchase, chat, "mortgage_rates", -120, -60, 1, 600'000},
    {LifeEvent::home_purchase, chat, "mortgage_affordability", -90, -40, 1, 600'000},
    {LifeEvent::home_purchase, chat, "apply_mortgage", -60, -20, 1, 700'000},
    {LifeEvent::home_purchase, read, "mortgage", -120, -20, 2, 600'000},
    {LifeEvent::home_purchase, paid, "housing", -15, 0, 1, 950'000, -800'000},
    {LifeEvent::retirement, chat, "retirement_income", -180, -20, 2, 600'000},
    {LifeEvent::retirement, read, "retirement", -180, -10, 2, 600'000},
    {LifeEvent::inheritance, chat, "life_bereavement", -60, -5, 1, 500'000},
    {LifeEvent::inheritance, paid, "inheritance", 0, 10, 1, 950'000, 4'000'000},
    {LifeEvent::big_purchase, chat, "savings_goal", -120, -30, 1, 500'000},
    {LifeEvent::big_purchase, chat, "apply_loan", -40, -5, 1, 500'000},
    {LifeEvent::big_purchase, paid, "car_dealer", -3, 0, 1, 900'000, -1'500'000},
});

}  // namespace

std::span<const PlantedSignal> planted_signals() {
    return signals;
}

}  // namespace parlance::personalization
