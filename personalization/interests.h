#pragma once

#include <vector>

#include "nlu/understanding.h"
#include "personalization/content/content_index.h"
#include "personalization/customer_view.h"
#include "personalization/life_event_forecast.h"

namespace parlance::personalization {

// What a customer is interested in where no conversation says so: topics of the catalogue, the strongest
// first. From pages, articles and chats, halving every 30 days; from the articles' own topics; from the
// topics of the offers that serve a life event which is as likely as not. Confidence: the share of the
// strongest one's weight, so 1 for the first. Never fails.
std::vector<nlu::TopicScore> interests_of(const CustomerView& view,
                                          const std::vector<LifeEventForecast>& life_events,
                                          const ContentIndex& index, TimePoint now);

}  // namespace parlance::personalization
