#include "personalization/segments.h"

#include <algorithm>
#include <functional>

#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

// One observation that speaks for a segment.
struct SegmentRule {
    std::string_view segment;
    std::string_view name;
    std::string_view words;
    double points;
    std::function<bool(const CustomerView&, LifeStage)> holds;
};

double wealth_of(const CustomerView& view) {
    return view.number("savings_balance") + view.number("investments_value");
}

double debt_of(const CustomerView& view) {
    return std::max(view.number("card_balance"), 0.0) + std::max(view.number("loan_balance"), 0.0);
}

bool is_young(LifeStage stage) {
    return stage == LifeStage::student || stage == LifeStage::starter;
}

const std::vector<SegmentRule>& rules() {
    using View = CustomerView;
    static const std::vector<SegmentRule> table{
        {"young_saver", "young", "is at the start of working life", 1.2,
         [](const View&, LifeStage stage) { return is_young(stage); }},
        {"young_saver", "saves", "has savings", 0.5,
         [](const View& view, LifeStage stage) {
             return is_young(stage) && view.number("savings_balance") > 500;
         }},
        {"growing_family", "children", "has children at home", 1.5,
         [](const View&, LifeStage stage) { return stage == LifeStage::family; }},
        {"wealth_builder", "wealth", "has over 40 thousand in savings and investments", 1.6,
         [](const View& view, LifeStage) { return wealth_of(view) > 40'000; }},
        {"wealth_builder", "invests", "holds investments", 0.5,
         [](const View& view, LifeStage) { return view.number("investments_value") > 5'000; }},
        {"home_owner", "mortgage", "pays a mortgage", 1.0,
         [](const View& view, LifeStage) {
             return view.is("has_mortgage") || view.number("mortgage_balance") > 0;
         }},
        {"pre_retiree", "age", "is within ten years of retirement", 1.7,
         [](const View&, LifeStage stage) { return stage == LifeStage::pre_retirement; }},
        {"retiree", "retired", "is retired", 2.5,
         [](const View&, LifeStage stage) { return stage == LifeStage::retired; }},
        {"stretched", "debt", "owes more than two months' income on cards and loans with a thin reserve", 2.2,
         [](const View& view, LifeStage) {
             return debt_of(view) > 2 * view.number("monthly_income") && debt_of(view) > 0 &&
                    view.number("reserve_months") < 1;
         }},
        {"everyday", "default", "nothing stands out", 0.4, [](const View&, LifeStage) { return true; }},
    };
    return table;
}

std::size_t known_attributes(const CustomerView& view) {
    std::size_t known = 0;
    for (const char* name :
         {"age", "monthly_income", "savings_balance", "investments_value", "reserve_months"}) {
        known += view.attributes.contains(name) ? 1U : 0U;
    }
    return known;
}

std::string busiest(const std::map<std::string, int>& counts) {
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& left, const auto& right) {
        return left.second < right.second;
    });
    return most == counts.end() ? std::string{} : most->first;
}

void add_topic_pattern(const std::map<std::string, int>& counts, const std::string& verb,
                       std::vector<BehaviorPattern>& patterns) {
    constexpr int least = 3;
    const std::string topic = busiest(counts);
    if (topic.empty() || counts.at(topic) < least) return;
    const int count = counts.at(topic);
    patterns.push_back({verb + "_" + topic,
                        verb + " about " + topic + ", " + std::to_string(count) + " times in 90 days",
                        confidence_after(static_cast<std::size_t>(count), least * 2)});
}

}  // namespace

const std::vector<std::string>& segment_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const SegmentRule& rule : rules()) {
            if (list.empty() || list.back() != rule.segment) list.emplace_back(rule.segment);
        }
        return list;
    }();
    return names;
}

Judged<std::string> judge_segment(const CustomerView& view, LifeStage stage) {
    struct Candidate {
        std::string name;
        double points = 0;
        std::vector<Evidence> evidence;
    };
    std::vector<Candidate> candidates;
    for (const std::string& name : segment_names()) candidates.push_back({name, 0, {}});
    for (const SegmentRule& rule : rules()) {
        if (!rule.holds(view, stage)) continue;
        const auto candidate = std::find_if(candidates.begin(), candidates.end(),
                                            [&](const Candidate& each) { return each.name == rule.segment; });
        candidate->points += rule.points;
        candidate->evidence.push_back({std::string(rule.name), std::string(rule.words), rule.points});
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& left, const Candidate& right) {
        return left.points > right.points;
    });
    const double lead = candidates[0].points - candidates[1].points;
    const double confidence = std::clamp(lead, 0.1, 1.0) * confidence_after(known_attributes(view), 2);
    return {candidates[0].name, confidence, candidates[0].evidence};
}

std::vector<BehaviorPattern> find_patterns(const Activity& activity) {
    struct DayPart {
        const char* name;
        std::size_t from;
        std::size_t to;
    };
    constexpr int least_acts = 8;
    std::vector<BehaviorPattern> patterns;
    int all = 0;
    for (const int count : activity.active_hours) all += count;
    for (const DayPart& part :
         {DayPart{"morning", 5, 11}, DayPart{"midday", 11, 17}, DayPart{"evening", 17, 24}}) {
        int count = 0;
        for (std::size_t hour = part.from; hour < part.to; ++hour) count += activity.active_hours[hour];
        if (all < least_acts || count * 2 <= all) continue;
        const double share = static_cast<double>(count) / all;
        patterns.push_back({std::string("active_in_the_") + part.name,
                            in_words(share * 100) + " % of activity is in the " + part.name, share});
    }
    add_topic_pattern(activity.read_topics_quarter, "reads", patterns);
    add_topic_pattern(activity.chat_intents_quarter, "chats", patterns);
    return patterns;
}

}  // namespace parlance::personalization
