#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "intents/result.h"
#include "personalization/acceptance/offer_case.h"

namespace parlance::personalization {

struct ChurnModel;

// How likely a customer is to take an offer up: by hand-set points, or by a model that was trained on the
// answers of a bank's customers. Immutable; safe to call from several threads.
class AcceptanceEstimate {
public:
    // The points.
    AcceptanceEstimate() = default;

    // A model that `parlance train acceptance` made of the table of `parlance audit decisions`. Fails as
    // ChurnModel::load, and with bad_model when it needs columns that no offer case has; all are named.
    static Result<AcceptanceEstimate> load(const std::filesystem::path& file);

    double log_odds(const OfferCase& on) const;

    // Names the estimate in the audit trail; two models of different training have different names.
    const std::string& name() const { return name_; }

private:
    std::shared_ptr<const ChurnModel> model_;
    std::vector<std::size_t> places_;  // in a case, of each of the model's features
    std::string name_ = "points-1";
};

}  // namespace parlance::personalization
