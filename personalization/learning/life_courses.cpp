#include "personalization/learning/life_courses.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

#include "personalization/learning/column_schema.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t fewest_periods = 4;
constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Where a period stands on its scale: years of age, or months since the century began.
struct Period {
    bool monthly = false;
    int number = 0;

    bool follows(const Period& other) const { return monthly == other.monthly && number == other.number + 1; }
};

std::optional<int> whole(std::string_view digits) {
    const bool all = std::all_of(digits.begin(), digits.end(),
                                 [](unsigned char letter) { return std::isdigit(letter) != 0; });
    if (digits.empty() || digits.size() > 3 || !all) return std::nullopt;
    return static_cast<int>(
        *number_of(digits.front() == '0' && digits.size() > 1 ? digits.substr(1) : digits));
}

std::optional<Period> period_of(std::string_view name) {
    if (name.size() == 6 && name[3] == '.') {
        const auto month = std::find(months.begin(), months.end(), name.substr(0, 3));
        const auto year = whole(name.substr(4));
        if (month == months.end() || !year) return std::nullopt;
        return Period{true,
                      (*year < 50 ? *year + 100 : *year) * 12 + static_cast<int>(month - months.begin())};
    }
    if (name.size() < 2 || std::isalpha(static_cast<unsigned char>(name.front())) == 0) return std::nullopt;
    const auto age = whole(name.substr(1));
    if (!age) return std::nullopt;
    return Period{false, *age};
}

struct Run {
    std::size_t begin = 0;
    std::size_t length = 0;
    Period first;
};

Run longest_run(const DataTable& table) {
    Run best;
    Run current;
    Period last;
    for (std::size_t i = 0; i < table.width(); ++i) {
        const auto period = period_of(table.columns[i]);
        if (!period) {
            current = {};
            continue;
        }
        if (current.length == 0 || !period->follows(last)) current = {i, 0, *period};
        ++current.length;
        last = *period;
        if (current.length > best.length) best = current;
    }
    return best;
}

}  // namespace

Result<LifeCourses> life_courses_in(const DataTable& table) {
    const Run run = longest_run(table);
    if (run.length < fewest_periods)
        return Error{
            ErrorCode::bad_training,
            table.file + ": no columns a15, a16, ... or Jul.93, Aug.93, ... with a state for each period"};
    LifeCourses lives;
    lives.file = table.file;
    lives.unit = run.first.monthly ? "month" : "year";
    lives.first_number = run.first.monthly ? run.first.number % 12 + 1 : run.first.number;
    const auto begin = static_cast<std::ptrdiff_t>(run.begin);
    const auto end = begin + static_cast<std::ptrdiff_t>(run.length);
    lives.periods.assign(table.columns.begin() + begin, table.columns.begin() + end);
    lives.covariates = {table.file, table.columns, table.rows, table.lines};
    std::set<std::string> states;
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t k = run.begin; k < run.begin + run.length; ++k) {
            if (is_missing(table.rows[i][k]))
                return Error{ErrorCode::bad_training, table.file + ":" + std::to_string(table.lines[i]) +
                                                          ": no state in " + table.columns[k]};
            states.insert(table.rows[i][k]);
        }
    }
    lives.states.assign(states.begin(), states.end());
    const auto cut = [&](std::vector<std::string>& cells) {
        cells.erase(cells.begin() + begin, cells.begin() + end);
    };
    cut(lives.covariates.columns);
    for (auto& row : lives.covariates.rows) {
        std::vector<std::size_t>& course = lives.course.emplace_back();
        for (std::size_t k = run.begin; k < run.begin + run.length; ++k)
            course.push_back(static_cast<std::size_t>(
                std::lower_bound(lives.states.begin(), lives.states.end(), row[k]) - lives.states.begin()));
        cut(row);
    }
    return lives;
}

}  // namespace parlance::personalization
