#include "personalization/problem_list.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_told = 20;

}  // namespace

void ProblemList::add(const Error& problem) {
    if (count_ == 0) code_ = problem.code;
    if (++count_ > most_told) return;
    text_ += (text_.empty() ? "" : "\n") + problem.detail;
}

Error ProblemList::error() const {
    if (count_ <= most_told) return {code_, text_};
    return {code_, text_ + "\nand " + std::to_string(count_ - most_told) + " more"};
}

}  // namespace parlance::personalization
