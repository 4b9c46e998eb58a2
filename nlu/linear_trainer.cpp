#include <linear.h>

#include <cstdlib>

#include "nlu/linear_model.h"

namespace parlance::nlu {

namespace {

void print_nothing(const char* /*text*/) {}

// The training lines in the library's shape: rows of nodes counted from 1, ended by index -1, with
// the bias as one more feature.
class LibraryProblem {
public:
    LibraryProblem(std::span<const LabelledFeatures> lines, std::size_t features) {
        std::size_t nodes = 0;
        for (const LabelledFeatures& line : lines) nodes += line.features.size() + 2;
        nodes_.reserve(nodes);
        for (const LabelledFeatures& line : lines) {
            rows_.push_back(nodes_.data() + nodes_.size());
            labels_.push_back(line.label);
            for (const WeightedFeature& feature : line.features) {
                nodes_.push_back({static_cast<int>(feature.index) + 1, feature.value});
            }
            nodes_.push_back({static_cast<int>(features) + 1, 1});
            nodes_.push_back({-1, 0});
        }
        problem_ = {static_cast<int>(lines.size()), static_cast<int>(features) + 1, labels_.data(),
                    rows_.data(), 1};
    }
    LibraryProblem(const LibraryProblem&) = delete;
    LibraryProblem& operator=(const LibraryProblem&) = delete;

    const ::problem& get() const { return problem_; }

private:
    std::vector<feature_node> nodes_;
    std::vector<feature_node*> rows_;
    std::vector<double> labels_;
    ::problem problem_{};
};

}  // namespace

LinearModel LinearModel::train(std::span<const LabelledFeatures> lines, const LinearTraining& training) {
    std::vector<float> weights(training.features * training.classes);
    // A class without lines keeps a border that nothing reaches.
    std::vector<float> bias(training.classes, -1);
    const LibraryProblem problem(lines, training.features);
    ::parameter parameter{};
    parameter.solver_type = L2R_L2LOSS_SVC_DUAL;
    parameter.eps = 0.1;
    parameter.C = training.c;
    set_print_string_function(print_nothing);
    std::srand(training.seed);
    ::model* trained = lines.empty() ? nullptr : ::train(&problem.get(), &parameter);
    if (trained == nullptr) return {weights, bias};
    // With two classes the library keeps one vector, positive for its first label.
    const int vectors = trained->nr_class == 2 ? 1 : trained->nr_class;
    for (int k = 0; k < trained->nr_class; ++k) {
        const auto column = static_cast<std::size_t>(trained->label[k]);
        const double sign = vectors == 1 && k == 1 ? -1 : 1;
        const auto value = [&](std::size_t row) {
            const std::size_t at =
                row * static_cast<std::size_t>(vectors) + (vectors == 1 ? 0 : static_cast<std::size_t>(k));
            return static_cast<float>(sign * trained->w[at]);
        };
        for (std::size_t row = 0; row < training.features; ++row) {
            weights[row * training.classes + column] = value(row);
        }
        bias[column] = value(training.features);
    }
    free_and_destroy_model(&trained);
    return {weights, std::move(bias)};
}

}  // namespace parlance::nlu
