#include "personalization/acceptance/answer_posterior.h"

#include <algorithm>
#include <cmath>

namespace parlance::personalization {

namespace {

constexpr OnlineLogistic::FirstGuess nothing_known{0, 0.25};
constexpr OnlineLogistic::FirstGuess of_usual_acceptance{0, 0.1};
constexpr double half_life_days = 180;

std::vector<OnlineLogistic::FirstGuess> first_guesses() {
    std::vector<OnlineLogistic::FirstGuess> guesses(offer_case_names.size(), nothing_known);
    guesses[place_in_case("prior")] = of_usual_acceptance;
    return guesses;
}

}  // namespace

AnswerPosterior::AnswerPosterior() : belief_(first_guesses()) {}

void AnswerPosterior::learn(const OfferCase& on, double estimate_log_odds, bool accepted) {
    belief_.learn(on, accepted, estimate_log_odds);
    ++answers_;
}

void AnswerPosterior::fade(double days) {
    belief_.forget(std::exp2(-days / half_life_days));
}

std::vector<OfferCase> AnswerPosterior::draws(SeededRandom& random, std::size_t count) const {
    std::vector<OfferCase> drawn(count);
    const auto weights = belief_.draws(random, count);
    for (std::size_t i = 0; i < count; ++i) std::copy(weights[i].begin(), weights[i].end(), drawn[i].begin());
    return drawn;
}

}  // namespace parlance::personalization
