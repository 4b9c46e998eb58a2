#pragma once

#include <span>

#include "intents/result.h"

namespace parlance::personalization {

// One customer's purchases up to a day, in any unit of time that is used throughout (weeks here).
struct PurchaseHistory {
    double repeats = 0;  // purchases after the first, days with several counted once
    double recency = 0;  // from the first purchase to the last
    double age = 0;      // from the first purchase to the day
};

// When do customers who sign no contract stop buying? The beta-geometric / NBD model: while alive a customer
// buys at a rate of his own (gamma over customers: r, alpha), and leaves after any purchase with a chance of
// his own (beta over customers: a, b).
// Method: Fader, Hardie and Lee 2005, "Counting Your Customers the Easy Way", Marketing Science 24(2).
class BgNbd {
public:
    double r = 1;
    double alpha = 1;
    double a = 1;
    double b = 1;

    // The parameters of the highest likelihood, by Nelder-Mead over their logarithms.
    // Fails with bad_training without histories or when nobody bought again.
    static Result<BgNbd> fit(std::span<const PurchaseHistory> histories);

    double log_likelihood(std::span<const PurchaseHistory> histories) const;

    // The chance that the customer has not left yet, in [0, 1].
    double alive(const PurchaseHistory& history) const;

    // Purchases to expect within `duration` after the history's end; at least 0.
    double expected_purchases(const PurchaseHistory& history, double duration) const;
};

// Gauss' hypergeometric function by its series; for 0 <= z < 1.
double hypergeometric_2f1(double a, double b, double c, double z);

}  // namespace parlance::personalization
