#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/name.h"

namespace parlance::personalization {

enum class LifeEvent {
    career_change,
    job_loss,
    marriage,
    first_child,
    leaving_home,
    home_purchase,
    retirement,
    inheritance,
    big_purchase
};

// "first_child": as offers and expressions spell it.
std::string_view to_text(LifeEvent event);
// The inverse; nothing for a word that is no life event.
std::optional<LifeEvent> life_event(std::string_view text);
// Every life event, in the order of the enumeration.
const std::vector<LifeEvent>& all_life_events();
// Their words, in the same order.
const std::vector<std::string>& life_event_names();

// The event that a chat intent tells as news ("life_having_baby" tells first_child); nothing for others.
std::optional<LifeEvent> told_by(const IntentName& intent);

// Whether foretelling the event touches what GDPR Article 9 protects: a first child is about health, a
// marriage about family and sexual orientation.
bool is_special_category(LifeEvent event);

}  // namespace parlance::personalization
