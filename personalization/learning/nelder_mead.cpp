#include "personalization/learning/nelder_mead.h"

#include <algorithm>
#include <cmath>

namespace parlance::personalization {

namespace {

struct Corner {
    std::vector<double> place;
    double value = 0;
};

class Simplex {
public:
    using Function = std::function<double(const std::vector<double>&)>;

    Simplex(const Function& function, const std::vector<double>& start, double step) : function_(function) {
        add(start);
        for (std::size_t i = 0; i < start.size(); ++i) {
            std::vector<double> moved = start;
            moved[i] += step;
            add(moved);
        }
        sort();
    }

    const Corner& best() const { return corners_.front(); }
    int evaluations() const { return evaluations_; }

    bool is_flat(double tolerance) const {
        const double high = corners_.back().value;
        const double low = corners_.front().value;
        return 2 * std::abs(high - low) <= tolerance * (std::abs(high) + std::abs(low) + 1e-12);
    }

    void step() {
        const Corner reflected = through_centre(-1);
        if (reflected.value < best().value) {
            const Corner expanded = through_centre(-2);
            corners_.back() = expanded.value < reflected.value ? expanded : reflected;
        } else if (reflected.value < corners_[corners_.size() - 2].value) {
            corners_.back() = reflected;
        } else {
            const bool outside = reflected.value < corners_.back().value;
            const Corner contracted = through_centre(outside ? -0.5 : 0.5);
            if (contracted.value < std::min(reflected.value, corners_.back().value)) {
                corners_.back() = contracted;
            } else {
                shrink();
            }
        }
        sort();
    }

private:
    void add(const std::vector<double>& place) { corners_.push_back(at(place)); }

    Corner at(const std::vector<double>& place) {
        ++evaluations_;
        return {place, function_(place)};
    }

    // The worst corner moved along its line through the others' centre: -1 is the mirror image.
    Corner through_centre(double factor) {
        const std::size_t others = corners_.size() - 1;
        std::vector<double> place(others, 0);
        for (std::size_t k = 0; k < place.size(); ++k) {
            double centre = 0;
            for (std::size_t i = 0; i < others; ++i) centre += corners_[i].place[k];
            centre /= static_cast<double>(others);
            place[k] = centre + factor * (corners_.back().place[k] - centre);
        }
        return at(place);
    }

    void shrink() {
        for (std::size_t i = 1; i < corners_.size(); ++i) {
            std::vector<double> place = corners_[i].place;
            for (std::size_t k = 0; k < place.size(); ++k) place[k] = (place[k] + best().place[k]) / 2;
            corners_[i] = at(place);
        }
    }

    void sort() {
        std::stable_sort(corners_.begin(), corners_.end(),
                         [](const Corner& left, const Corner& right) { return left.value < right.value; });
    }

    const Function& function_;
    std::vector<Corner> corners_;
    int evaluations_ = 0;
};

}  // namespace

Minimum find_minimum(const std::function<double(const std::vector<double>&)>& function,
                     std::vector<double> start, const NelderMeadOptions& options) {
    Minimum found{std::move(start), 0, 0};
    double before = 0;
    for (bool first = true; found.evaluations < options.most_evaluations; first = false) {
        Simplex simplex(function, found.place, first ? options.first_step : options.first_step / 5);
        while (!simplex.is_flat(options.tolerance) &&
               found.evaluations + simplex.evaluations() < options.most_evaluations)
            simplex.step();
        found = {simplex.best().place, simplex.best().value, found.evaluations + simplex.evaluations()};
        if (!first && before - found.value <= options.tolerance * std::abs(found.value)) break;
        before = found.value;
    }
    return found;
}

}  // namespace parlance::personalization
