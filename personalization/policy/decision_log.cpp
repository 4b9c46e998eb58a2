#include "personalization/policy/decision_log.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "personalization/learning/column_schema.h"
#include "personalization/learning/feature_encoder.h"

namespace parlance::personalization {

namespace {

constexpr double sum_tolerance = 1e-3;

class LogReader {
public:
    LogReader(const DataTable& table, const DecisionColumns& columns, Findings& findings)
        : table_(table), columns_(columns), findings_(findings) {}

    DecisionLog read() {
        const auto action = place_of(columns_.action);
        const auto propensity = place_of(columns_.propensity);
        const auto reward = place_of(columns_.reward);
        for (const std::string& name : columns_.drop) place_of(name);
        if (findings_.has_errors()) return {};
        list_actions(*action);
        find_targets();
        DataTable kept{table_.file, table_.columns, {}, {}};
        for (std::size_t row = 0; row < table_.size(); ++row) {
            if (!read_row(row, *action, *propensity, *reward)) continue;
            kept.rows.push_back(table_.rows[row]);
            kept.lines.push_back(table_.lines[row]);
        }
        if (log_.size() > 0) read_contexts(kept);
        return std::move(log_);
    }

private:
    std::optional<std::size_t> place_of(const std::string& name) {
        const auto found = std::find(table_.columns.begin(), table_.columns.end(), name);
        if (found != table_.columns.end()) return static_cast<std::size_t>(found - table_.columns.begin());
        findings_.error("E1009", table_.file, {}, "there is no column \"" + name + "\"",
                        did_you_mean(name, table_.columns));
        return std::nullopt;
    }

    void list_actions(std::size_t column) {
        std::set<std::string> names;
        for (const auto& row : table_.rows) names.insert(row[column]);
        log_.actions.assign(names.begin(), names.end());
    }

    void find_targets() {
        std::vector<std::size_t> places;
        for (const std::string& action : log_.actions) {
            const auto found =
                std::find(table_.columns.begin(), table_.columns.end(), columns_.target_prefix + action);
            if (found != table_.columns.end())
                places.push_back(static_cast<std::size_t>(found - table_.columns.begin()));
        }
        if (places.empty()) return;
        if (places.size() == log_.actions.size()) {
            targets_ = std::move(places);
            log_.target = ActionChances{log_.actions.size(), {}};
            return;
        }
        for (const std::string& action : log_.actions) place_of(columns_.target_prefix + action);
    }

    bool read_row(std::size_t row, std::size_t action, std::size_t propensity, std::size_t reward) {
        const std::vector<std::string>& cells = table_.rows[row];
        const auto chance = number_of(cells[propensity]);
        const auto worth = number_of(cells[reward]);
        const bool possible = chance && *chance > 0 && *chance <= 1;
        if (!possible)
            tell(row, "E1012", "\"" + cells[propensity] + "\" is no probability above 0 and up to 1");
        if (!worth) tell(row, "E1008", "\"" + cells[reward] + "\" is no number");
        const auto target = target_of(row);
        if (!possible || !worth || !target) return false;
        const auto found = std::lower_bound(log_.actions.begin(), log_.actions.end(), cells[action]);
        log_.taken.push_back(static_cast<std::size_t>(found - log_.actions.begin()));
        log_.propensities.push_back(*chance);
        log_.rewards.push_back(*worth);
        if (log_.target)
            log_.target->values.insert(log_.target->values.end(), target->begin(), target->end());
        return true;
    }

    std::optional<std::vector<double>> target_of(std::size_t row) {
        std::vector<double> chances;
        double sum = 0;
        bool possible = true;
        for (const std::size_t place : targets_) {
            chances.push_back(number_of(table_.rows[row][place]).value_or(-1));
            possible = possible && chances.back() >= 0 && chances.back() <= 1;
            sum += chances.back();
        }
        if (targets_.empty() || (possible && std::abs(sum - 1) <= sum_tolerance)) return chances;
        tell(row, "E1013", "the new policy's probabilities are not between 0 and 1, or do not sum up to 1");
        return std::nullopt;
    }

    void tell(std::size_t row, const std::string& code, const std::string& message) {
        findings_.error(code, table_.file, {table_.lines[row], 1}, message);
    }

    void read_contexts(const DataTable& kept) {
        TargetColumn target{columns_.reward, "above 0", {}};
        for (const double reward : log_.rewards) target.labels.push_back(reward > 0 ? 1 : 0);
        ColumnWishes wishes{columns_.drop, {}};
        wishes.drop.push_back(columns_.action);
        wishes.drop.push_back(columns_.propensity);
        for (const std::size_t place : targets_) wishes.drop.push_back(kept.columns[place]);
        auto features = FeatureEncoder::fit(kept, infer_schema(kept, target, wishes)).encode(kept);
        if (features) {
            log_.contexts = std::move(*features);
        } else {
            findings_.error("E1008", table_.file, {}, features.error().detail);
        }
    }

    const DataTable& table_;
    const DecisionColumns& columns_;
    Findings& findings_;
    DecisionLog log_;
    std::vector<std::size_t> targets_;  // columns, one an action
};

}  // namespace

DecisionLog decision_log(const DataTable& table, const DecisionColumns& columns, Findings& findings) {
    return LogReader(table, columns, findings).read();
}

ActionChances always(const DecisionLog& log, std::size_t action) {
    ActionChances chances{log.actions.size(), std::vector<double>(log.size() * log.actions.size())};
    for (std::size_t row = 0; row < log.size(); ++row) chances.values[row * chances.actions + action] = 1;
    return chances;
}

}  // namespace parlance::personalization
