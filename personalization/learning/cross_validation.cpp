#include "personalization/learning/cross_validation.h"

namespace parlance::personalization {

Result<SplitEvaluation> evaluate_splits(const LabelledMatrix& rows, const std::vector<Split>& splits,
                                        const BinaryTrainingOptions& options,
                                        const LearningProgress& progress) {
    SplitEvaluation evaluation;
    std::vector<std::uint8_t> labels;
    for (std::size_t i = 0; i < splits.size(); ++i) {
        const auto within = [&](const std::string& what, double done) {
            if (progress)
                progress("part " + std::to_string(i + 1) + ": " + what,
                         (static_cast<double>(i) + done) / static_cast<double>(splits.size()));
        };
        const auto training = train_binary(rows.rows(splits[i].training), options, within);
        if (!training) return training.error();
        const LabelledMatrix test = rows.rows(splits[i].test);
        const auto foretold = training->model.probabilities(test.features);
        if (!foretold) return foretold.error();
        evaluation.parts.push_back(measure_binary(*foretold, test.labels));
        evaluation.chosen.push_back(training->chosen + "; calibration " +
                                    std::string(to_text(training->model.calibration().kind())));
        evaluation.foretold.insert(evaluation.foretold.end(), foretold->begin(), foretold->end());
        labels.insert(labels.end(), test.labels.begin(), test.labels.end());
    }
    evaluation.overall = measure_binary(evaluation.foretold, labels);
    return evaluation;
}

}  // namespace parlance::personalization
