#include "nlu/stage_calibration.h"

#include <algorithm>

namespace parlance::nlu {

namespace {

// fastText is surest where it is wrong with few texts an intent, and the log loss overrates it: accuracy
// peaks at this ratio of the weights on CLINC150's validation part and on the banking pack's alike.
constexpr double largest_fasttext_share = 0.07;

// The head's logits against the SVMs' margins.
constexpr double largest_margin_share = 1;

// Early exit may cost so many of the held-out in-scope texts their right answer, and let so many of the
// out-of-scope ones slip through.
constexpr double lost_share = 0.001;
constexpr double slipped_share = 0.03;

// Below this the lexical stage is never sure.
constexpr float lowest_bar = 0.5F;

bool in_scope(const HeldOutText& text, std::optional<std::uint32_t> out_of_scope) {
    return text.label && text.label != out_of_scope;
}

bool is_right(const Calibration::Probabilities& chances, const HeldOutText& text) {
    const auto best = std::max_element(chances.classes.begin(), chances.classes.end());
    return text.label && best - chances.classes.begin() == static_cast<std::ptrdiff_t>(*text.label);
}

// A text that both stages can answer.
struct ExitCase {
    float confidence = 0;  // of the lexical stage
    bool counts = false;   // in scope
    int lost = 0;          // right answers that its early exit costs: -1, 0 or 1
};

float choose_bar(std::vector<ExitCase> cases) {
    std::sort(cases.begin(), cases.end(),
              [](const ExitCase& left, const ExitCase& right) { return left.confidence > right.confidence; });
    const auto inside =
        std::count_if(cases.begin(), cases.end(), [](const ExitCase& one) { return one.counts; });
    const auto outside = static_cast<std::ptrdiff_t>(cases.size()) - inside;
    float bar = 2;
    int lost = 0;
    int slipped = 0;
    for (const ExitCase& one : cases) {
        lost += one.lost;
        slipped += one.counts ? 0 : 1;
        if (lost > lost_share * static_cast<double>(inside) ||
            slipped > slipped_share * static_cast<double>(outside) || one.confidence < lowest_bar)
            break;
        bar = one.confidence;
    }
    return bar;
}

// The readings' answers, by the stages as they were calibrated.
class Answers {
public:
    Answers(std::span<const TrialReading> readings, std::optional<std::uint32_t> out_of_scope,
            const TrialOutcome& trial) {
        for (const TrialReading& reading : readings) {
            const Calibration::Probabilities first = trial.lexical.probabilities(reading.lexical.scores);
            const bool counts = in_scope(reading.lexical, out_of_scope);
            const bool lexical_right = counts && is_right(first, reading.lexical);
            bool right = lexical_right;
            bool refused = first.out_of_scope > first.best();
            if (reading.neural && trial.neural) {
                const Calibration::Probabilities second = trial.neural->probabilities(reading.neural->scores);
                const bool neural_right = counts && is_right(second, *reading.neural);
                cases_.push_back({first.best(), counts, (neural_right ? 1 : 0) - (lexical_right ? 1 : 0)});
                if (first.best() < trial.sure) {
                    right = neural_right;
                    refused = second.out_of_scope > second.best();
                } else {
                    ++early_;
                }
            }
            (counts ? inside_ : outside_).add(refused);
            right_ += right ? 1U : 0U;
        }
    }

    std::size_t right() const { return right_; }
    OperatingPoint point() const {
        const auto share = [](std::size_t part, std::size_t whole) {
            return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
        };
        return {inside_.texts, share(right_, inside_.texts), share(inside_.refused, inside_.texts),
                share(outside_.refused, outside_.texts), share(early_, cases_.size())};
    }
    const std::vector<ExitCase>& cases() const { return cases_; }

private:
    struct Refusals {
        std::size_t texts = 0;
        std::size_t refused = 0;

        void add(bool is_refused) {
            ++texts;
            refused += is_refused ? 1U : 0U;
        }
    };

    Refusals inside_;
    Refusals outside_;
    std::size_t right_ = 0;
    std::size_t early_ = 0;
    std::vector<ExitCase> cases_;
};

}  // namespace

TrialOutcome calibrate(std::span<const TrialReading> readings, std::optional<std::uint32_t> out_of_scope) {
    std::vector<HeldOutText> lexical;
    std::vector<HeldOutText> neural;
    for (const TrialReading& reading : readings) {
        lexical.push_back(reading.lexical);
        if (reading.neural) neural.push_back(*reading.neural);
    }
    TrialOutcome trial;
    trial.lexical = Calibration::fit(lexical, {out_of_scope, 4, largest_fasttext_share});
    const std::size_t lexical_right = Answers(readings, out_of_scope, trial).right();
    if (!neural.empty()) {
        trial.neural = Calibration::fit(neural, {out_of_scope, 1, largest_margin_share});
        const Answers answers(readings, out_of_scope, trial);
        if (answers.right() < lexical_right) {
            trial.neural.reset();
        } else {
            trial.sure = choose_bar(answers.cases());
        }
    }
    trial.point = Answers(readings, out_of_scope, trial).point();
    return trial;
}

}  // namespace parlance::nlu
