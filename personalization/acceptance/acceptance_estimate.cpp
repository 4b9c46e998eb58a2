#include "personalization/acceptance/acceptance_estimate.h"

#include <cstdio>
#include <vector>

#include "intents/findings.h"
#include "nlu/checksum.h"
#include "personalization/learning/churn_model.h"
#include "personalization/point_score.h"
#include "personalization/problem_list.h"

namespace parlance::personalization {

namespace {

// Hand-set weights.
constexpr OfferCase points = [] {
    OfferCase weights{};
    weights[place_in_case("prior")] = 1;
    weights[place_in_case("intent")] = 0.9;
    weights[place_in_case("topic")] = 0.4;
    weights[place_in_case("told")] = 0.8;
    weights[place_in_case("foreseen")] = 0.8;
    weights[place_in_case("reasons")] = 0.4;
    weights[place_in_case("engagement")] = 0.25;
    weights[place_in_case("past")] = 1;
    return weights;
}();

std::string named_after(const ChurnModel& model) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "model-%016llx",
                  static_cast<unsigned long long>(nlu::checksum_of(model.to_bytes())));
    return name.data();
}

}  // namespace

Result<AcceptanceEstimate> AcceptanceEstimate::load(const std::filesystem::path& file) {
    auto model = ChurnModel::load(file);
    if (!model) return model.error();
    AcceptanceEstimate estimate;
    ProblemList problems;
    const std::vector<std::string> known(offer_case_names.begin(), offer_case_names.end());
    for (const std::string& name : model->model.names()) {
        estimate.places_.push_back(place_in_case(name));
        if (estimate.places_.back() < offer_case_names.size()) continue;
        const std::string hint = did_you_mean(name, known);
        problems.add({ErrorCode::bad_model, file.string() + ": it needs \"" + name +
                                                "\", which is not known of an offer" +
                                                (hint.empty() ? "; train it with --drop" : "; " + hint)});
    }
    if (!problems.empty()) return problems.error();
    estimate.name_ = named_after(*model);
    estimate.model_ = std::make_shared<const ChurnModel>(std::move(*model));
    return estimate;
}

double AcceptanceEstimate::log_odds(const OfferCase& on) const {
    if (model_ == nullptr) return product(points, on);
    FeatureMatrix row{model_->model.names(), {}};
    for (const std::size_t place : places_) row.values.push_back(static_cast<float>(on[place]));
    const auto chances = model_->model.probabilities(row);
    return personalization::log_odds(chances ? chances->front() : model_->base_rate);
}

}  // namespace parlance::personalization
