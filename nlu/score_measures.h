#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace parlance::nlu {

// Measures of scores alone, whatever gave them. None of them fails; all may be called from several threads.

// One answer: how sure the classifier was, in [0, 1], and whether it was right.
struct JudgedAnswer {
    float confidence = 0;
    bool right = false;
};

// The answers whose confidence is in [from, to), the last bin with its end; means of an empty one are 0.
struct ReliabilityBin {
    double from = 0;
    double to = 0;
    std::size_t count = 0;
    double confidence = 0;  // mean
    double accuracy = 0;
};

// 15 bins of equal width.
// Method: reliability diagrams; Guo et al. 2017, "On Calibration of Modern Neural Networks".
std::vector<ReliabilityBin> reliability_bins(std::span<const JudgedAnswer> answers);

// Mean distance of confidence and accuracy, the bins weighted by their counts (ECE, Guo et al. 2017).
// 0 is perfect; 0 without answers.
double expected_calibration_error(std::span<const ReliabilityBin> bins);

// The accuracy of the most confident share of the answers, `coverage` in (0, 1], rounded up to whole answers.
// Of equally confident answers at the border each counts in part, so that their order plays no role.
// Method: selective classification; El-Yaniv and Wiener 2010.
double accuracy_at_coverage(std::vector<JudgedAnswer> answers, double coverage);

// The next three tell how well a score parts positives (messages out of scope) from negatives (in scope): a
// message is refused when its score is high. Nothing when either side is empty.

// The area under the ROC curve: the chance that a positive scores higher than a negative; ties count half.
std::optional<double> area_under_roc(std::vector<float> negatives, std::vector<float> positives);

// The share of the positives above the lowest threshold that leaves this share of the negatives at or below.
std::optional<double> recall_when_kept(double kept, std::vector<float> negatives,
                                       const std::vector<float>& positives);

// The share of the negatives at or above the highest threshold that has this share of the positives at or
// above it. Method: FPR at 95 % TPR; Hendrycks and Gimpel 2017, Liang et al. 2018.
std::optional<double> false_positives_at_recall(double recall, const std::vector<float>& negatives,
                                                std::vector<float> positives);

// The smallest value that `share` of the values do not exceed (nearest rank); 0 without values.
double percentile(std::vector<double> values, double share);

}  // namespace parlance::nlu
