#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/data_table.h"

namespace parlance::personalization {

// Recorded lives: in which state each person was in each of equally long periods, and what else is known.
struct LifeCourses {
    std::string file;
    std::vector<std::string> periods;              // "a15", "Jul.93"
    std::string unit;                              // "year" or "month"
    int first_number = 0;                          // of the first period: the age, or the month of the year
    std::vector<std::string> states;               // all there are, by spelling
    std::vector<std::vector<std::size_t>> course;  // a person's state in each period, as a place in `states`
    DataTable covariates;                          // one row a person: the other columns

    std::size_t people() const { return course.size(); }
};

// Finds the columns of the periods: the longest run of neighbours named by a letter and rising numbers (a15,
// a16, ...: ages) or by months (Jul.93, Aug.93, ...). Fails with bad_training when there are fewer than 4, or
// a person's state is missing.
Result<LifeCourses> life_courses_in(const DataTable& table);

}  // namespace parlance::personalization
