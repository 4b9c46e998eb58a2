#include "personalization/models/behavior_models.h"

#include <string>

#include "personalization/models/state_features.h"
#include "personalization/problem_list.h"

namespace parlance::personalization {

namespace {

// Nothing for an empty path and, told, for a file that is no such model.
template <typename Model>
std::shared_ptr<const Model> load(const std::filesystem::path& file, ProblemList& problems) {
    if (file.empty()) return nullptr;
    auto model = Model::load(file);
    if (model) return std::make_shared<const Model>(std::move(*model));
    problems.add(model.error());
    return nullptr;
}

void check_features(const std::filesystem::path& file, const std::vector<std::string>& names,
                    ProblemList& problems) {
    for (const std::string& name : unknown_features(names))
        problems.add({ErrorCode::bad_model, file.string() + ": it needs the feature \"" + name +
                                                "\", which is not remembered of customers"});
}

}  // namespace

Result<BehaviorModels> load_behavior_models(const BehaviorModelFiles& files) {
    ProblemList problems;
    BehaviorModels models{
        load<ChurnModel>(files.churn, problems), load<SegmentModel>(files.segments, problems),
        load<LifeHazards>(files.life_events, problems), load<ReadingModel>(files.content, problems)};
    if (models.churn != nullptr && !models.churn->events) {
        problems.add({ErrorCode::bad_model, files.churn.string() +
                                                ": a churn model of tables or transactions cannot judge "
                                                "customers as they chat; train one with --events"});
    } else if (models.churn != nullptr) {
        check_features(files.churn, models.churn->model.names(), problems);
    }
    if (models.segments != nullptr)
        check_features(files.segments, models.segments->scaling.names(), problems);
    if (!problems.empty()) return problems.error();
    return models;
}

}  // namespace parlance::personalization
