#include "personalization/learning/person_periods.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <span>

namespace parlance::personalization {

namespace {

constexpr std::array<std::size_t, 4> yearly_lags = {1, 2, 3, 5};
constexpr std::array<std::size_t, 4> monthly_lags = {1, 3, 6, 12};
constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

bool lists(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Walks over the lives and writes their rows.
class RowWriter {
public:
    RowWriter(const LifeCourses& lives, const LifeEventDefinition& event, const FeatureMatrix& covariates,
              const std::vector<std::string>& states)
        : lives_(lives), event_(event), covariates_(covariates), states_(states), result_{} {
        for (const std::string& state : lives.states) {
            is_event_.push_back(lists(event.into, state));
            is_end_.push_back(lists(event.ends, state));
        }
        lags_ = lives.unit == "year" ? yearly_lags : monthly_lags;
        add_names();
    }

    LabelledMatrix write() {
        for (std::size_t person = 0; person < lives_.people(); ++person) write_person(person);
        return std::move(result_);
    }

private:
    void add_names() {
        std::vector<std::string>& names = result_.features.names;
        names = {lives_.unit == "year" ? "age" : "months since the start"};
        if (lives_.unit == "month") names.emplace_back("month of the year");
        names.insert(names.end(), {lives_.unit + "s in this state", "changes so far", "changes lately",
                                   lives_.unit + "s since the change before"});
        for (int value : moments()) names.push_back(moment_name() + " = " + std::to_string(value));
        for (const std::string& state : states_) names.push_back("state = " + state);
        for (const std::string& state : states_) names.push_back("state before = " + state);
        for (const std::string& state : states_) names.push_back(lives_.unit + "s in state " + state);
        for (const std::string& state : states_) names.push_back(lives_.unit + "s since state " + state);
        for (const std::size_t lag : lags_) {
            for (const std::string& state : states_)
                names.push_back("state " + std::to_string(lag) + " " + lives_.unit + "s ago = " + state);
        }
        names.insert(names.end(), covariates_.names.begin(), covariates_.names.end());
        const auto birth = std::find(covariates_.names.begin(), covariates_.names.end(), "birthyr");
        if (birth == covariates_.names.end()) return;
        birth_year_ = static_cast<std::size_t>(birth - covariates_.names.begin());
        names.emplace_back("calendar year");
    }

    // A linear model has to learn the hazard of every age, or of every month of the year, by itself.
    std::string moment_name() const { return lives_.unit == "year" ? "age" : "month of the year"; }
    std::vector<int> moments() const {
        std::vector<int> values(lives_.unit == "year" ? lives_.periods.size() : 12);
        std::iota(values.begin(), values.end(), lives_.unit == "year" ? lives_.first_number : 1);
        return values;
    }
    int moment(std::size_t period) const {
        const int number = lives_.first_number + static_cast<int>(period);
        return lives_.unit == "year" ? number : (number - 1) % 12 + 1;
    }

    bool is_watched(const std::vector<std::size_t>& course, std::size_t period) const {
        for (std::size_t i = 0; i <= period; ++i) {
            if (is_end_[course[i]] || (event_.only_first && is_event_[course[i]])) return false;
        }
        return event_.only_first || event_.into.empty() || !is_event_[course[period]];
    }

    bool happens(const std::vector<std::size_t>& course, std::size_t period) const {
        for (std::size_t i = period + 1; i <= period + event_.horizon; ++i) {
            if (event_.into.empty() ? course[i] != course[period] : is_event_[course[i]]) return true;
        }
        return false;
    }

    void write_person(std::size_t person) {
        const std::vector<std::size_t>& course = lives_.course[person];
        for (std::size_t period = event_.first; period + event_.horizon < course.size();
             period += event_.every) {
            if (!is_watched(course, period)) continue;
            add_features(course, period);
            const auto row = covariates_.row(person);
            result_.features.values.insert(result_.features.values.end(), row.begin(), row.end());
            // Times change: people born later marry later.
            const auto age = lives_.first_number + static_cast<double>(period);
            if (birth_year_) add(static_cast<double>(row[*birth_year_]) + age);
            result_.labels.push_back(happens(course, period) ? 1 : 0);
            result_.groups.push_back(static_cast<std::uint32_t>(person));
        }
    }

    void add(double value) { result_.features.values.push_back(static_cast<float>(value)); }

    void add_state(const std::string& now) {
        for (const std::string& state : states_) add(state == now ? 1 : 0);
    }

    // For every state: periods in it so far, and since it; both for the life so far.
    void add_durations(std::span<const std::size_t> so_far) {
        std::map<std::string, double> periods;
        std::map<std::string, std::size_t> last;
        for (std::size_t i = 0; i < so_far.size(); ++i) {
            periods[lives_.states[so_far[i]]] += 1;
            last[lives_.states[so_far[i]]] = i;
        }
        for (const std::string& state : states_) add(periods.contains(state) ? periods[state] : 0);
        for (const std::string& state : states_)
            add(last.contains(state) ? static_cast<double>(so_far.size() - 1 - last[state]) : unknown);
    }

    void add_features(const std::vector<std::size_t>& course, std::size_t period) {
        std::vector<std::size_t> changes;  // periods that begin another state
        for (std::size_t i = 1; i <= period; ++i) {
            if (course[i] != course[i - 1]) changes.push_back(i);
        }
        add(lives_.unit == "year" ? moment(period) : static_cast<double>(period));
        if (lives_.unit == "month") add(moment(period));
        const std::size_t since = changes.empty() ? 0 : changes.back();
        add(static_cast<double>(period - since + 1));
        add(static_cast<double>(changes.size()));
        add(static_cast<double>(std::count_if(changes.begin(), changes.end(), [&](std::size_t change) {
            return change + lags_.back() > period;
        })));
        add(changes.size() > 1 ? static_cast<double>(period - changes[changes.size() - 2]) : unknown);
        for (const int value : moments()) add(value == moment(period) ? 1 : 0);
        add_state(lives_.states[course[period]]);
        add_state(since > 0 ? lives_.states[course[since - 1]] : std::string());
        add_durations(std::span(course).first(period + 1));
        for (const std::size_t lag : lags_)
            add_state(lag <= period ? lives_.states[course[period - lag]] : std::string());
    }

    const LifeCourses& lives_;
    const LifeEventDefinition& event_;
    const FeatureMatrix& covariates_;
    const std::vector<std::string>& states_;
    std::array<std::size_t, 4> lags_{};
    std::optional<std::size_t> birth_year_;  // its place among the covariates
    std::vector<bool> is_event_;
    std::vector<bool> is_end_;
    LabelledMatrix result_;
};

}  // namespace

FeatureEncoder covariate_encoder(const LifeCourses& lives) {
    const TargetColumn none{"", "", std::vector<std::uint8_t>(lives.people(), 0)};
    return FeatureEncoder::fit(lives.covariates,
                               infer_schema(lives.covariates, none, {columns_not_learned(lives), {}}));
}

Result<LabelledMatrix> person_periods(const LifeCourses& lives, const LifeEventDefinition& event,
                                      const FeatureEncoder& covariates,
                                      const std::vector<std::string>& states) {
    const auto known = covariates.encode(lives.covariates);
    if (!known) return known.error();
    return RowWriter(lives, event, *known, states).write();
}

}  // namespace parlance::personalization
