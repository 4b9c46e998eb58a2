#pragma once

namespace parlance::personalization {

// How likely it is that a customer has understood a topic.
//
// Method: Bayesian knowledge tracing (Corbett and Anderson 1995). Each lesson is a chance to learn; a test
// afterwards moves the estimate by Bayes' rule, with room for a lucky guess and for a slip. The four
// probabilities are hand-set, not fitted: there are no public outcomes of lessons about money. A plain value.
class TopicMastery {
public:
    // A lesson without a test: he may have learned from it.
    void read() { known_ += (1 - known_) * learns; }

    // A test, and the lesson that it is about.
    void test(bool is_passed) {
        const double if_known = is_passed ? 1 - slips : slips;
        const double if_not = is_passed ? guesses : 1 - guesses;
        known_ = known_ * if_known / (known_ * if_known + (1 - known_) * if_not);
        read();
    }

    double known() const { return known_; }

private:
    static constexpr double knew_before = 0.2;
    static constexpr double learns = 0.25;
    static constexpr double slips = 0.1;
    static constexpr double guesses = 0.2;

    double known_ = knew_before;
};

}  // namespace parlance::personalization
