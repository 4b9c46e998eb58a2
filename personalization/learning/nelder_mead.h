#pragma once

#include <functional>
#include <vector>

namespace parlance::personalization {

struct Minimum {
    std::vector<double> place;
    double value = 0;
    int evaluations = 0;
};

struct NelderMeadOptions {
    double first_step = 0.5;
    double tolerance = 1e-10;  // of the values at the simplex's corners, relative
    int most_evaluations = 4000;
};

// The place near `start` where a function without derivatives is lowest; begun anew from the place found
// until that brings nothing. Deterministic. Method: Nelder and Mead 1965.
Minimum find_minimum(const std::function<double(const std::vector<double>&)>& function,
                     std::vector<double> start, const NelderMeadOptions& options = {});

}  // namespace parlance::personalization
