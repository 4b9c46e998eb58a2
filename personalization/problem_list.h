#pragma once

#include <cstddef>
#include <string>

#include "intents/result.h"

namespace parlance::personalization {

// Everything that is wrong with an input, told at once: a line each, the first twenty, then how many more.
class ProblemList {
public:
    void add(const Error& problem);
    bool empty() const { return count_ == 0; }
    // All of them, with the code of the first. Not to be asked while empty.
    Error error() const;

private:
    ErrorCode code_{};
    std::string text_;
    std::size_t count_ = 0;
};

}  // namespace parlance::personalization
