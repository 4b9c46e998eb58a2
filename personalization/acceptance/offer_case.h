#pragma once

#include <array>
#include <string_view>

namespace parlance::personalization {

// The numbers that a customer's answer to an offer is foretold from, in this order:
// always 1; the log odds of the offer's usual acceptance; how it fits the moment (intent, topic, told,
// foreseen; 0 to 1); the weight of its reasons (0 to 2.5); engagement and mood (-1 to 1); log odds from
// earlier answers to it; how much the customer is about at this hour (log of its share of his acts over an
// even day's, -2 to 2); and which kind of offer it is (1 for its kind, 0 for the others).
inline constexpr std::array<std::string_view, 21> offer_case_names = {
    "always",          "prior",           "intent",     "topic",       "told",          "foreseen",
    "reasons",         "engagement",      "mood",       "past",        "usual_hour",    "kind_savings",
    "kind_investment", "kind_retirement", "kind_tax",   "kind_credit", "kind_mortgage", "kind_insurance",
    "kind_card",       "kind_service",    "kind_advice"};

// Offering one thing to one customer at one moment; or a weight for each of these numbers.
using OfferCase = std::array<double, offer_case_names.size()>;

// Where a name stands; the number of names for one that is none.
constexpr std::size_t place_in_case(std::string_view name) {
    std::size_t place = 0;
    while (place < offer_case_names.size() && offer_case_names[place] != name) ++place;
    return place;
}

// The weighted sum.
constexpr double product(const OfferCase& weights, const OfferCase& on) {
    double sum = 0;
    for (std::size_t i = 0; i < on.size(); ++i) sum += weights[i] * on[i];
    return sum;
}

}  // namespace parlance::personalization
