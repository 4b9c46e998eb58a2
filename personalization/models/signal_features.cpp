#include "personalization/models/signal_features.h"

#include <algorithm>
#include <limits>

#include "personalization/customer_features.h"
#include "personalization/life_signals.h"

namespace parlance::personalization {

namespace {

constexpr std::string_view age_name = "age";
constexpr std::string_view payments = "payments_for_";
constexpr std::string_view chats = "chats_about_";

// What an advisor calls an event's trace: a category of payments or an intent of chats.
struct SignalCounts {
    std::vector<std::string> categories{"rent", "salary"};
    std::vector<std::string> intents;
};

void add_once(std::vector<std::string>& names, std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

const SignalCounts& signal_counts() {
    static const SignalCounts counts = [] {
        SignalCounts found;
        for (const LifeSignal& signal : life_signals()) {
            if (signal.kind == BehaviorKind::transaction) add_once(found.categories, signal.feature);
            if (signal.kind == BehaviorKind::chat_turn) add_once(found.intents, signal.feature);
        }
        return found;
    }();
    return counts;
}

std::string in_plain_words(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

}  // namespace

const std::vector<std::string>& signal_feature_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list{std::string(age_name)};
        for (const FeatureSpec& spec : feature_specs()) list.emplace_back(spec.name);
        for (const auto& category : signal_counts().categories)
            list.push_back(std::string(payments) + category);
        for (const auto& intent : signal_counts().intents) list.push_back(std::string(chats) + intent);
        return list;
    }();
    return names;
}

FeatureMatrix signal_features(const CustomerState& state, std::optional<double> age, TimePoint now) {
    FeatureMatrix row{signal_feature_names(), {}};
    row.values.reserve(row.names.size());
    const auto add = [&row](double value) { row.values.push_back(static_cast<float>(value)); };
    add(age.value_or(std::numeric_limits<double>::quiet_NaN()));
    for (const NamedValue& value : features_of(state, now)) add(value.value);
    for (const auto& category : signal_counts().categories) add(state.categories().count(category, now));
    for (const auto& intent : signal_counts().intents) add(state.intents().count(intent, now));
    return row;
}

std::string words_of_signal(std::string_view feature) {
    if (feature == age_name) return "age";
    if (feature.starts_with(payments))
        return "payments for " + in_plain_words(feature.substr(payments.size())) + ", halving every 90 days";
    if (feature.starts_with(chats))
        return "chats about " + in_plain_words(feature.substr(chats.size())) + ", halving every 90 days";
    return {};
}

}  // namespace parlance::personalization
