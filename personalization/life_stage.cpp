#include "personalization/life_stage.h"

#include "personalization/point_score.h"

namespace parlance::personalization {
namespace {

constexpr double pre_retirement_age = 57;
constexpr double retirement_age = 68;
constexpr double established_age = 40;
constexpr double sure = 0.9;
constexpr double likely = 0.6;

std::string text_of(const CustomerView& view, const std::string& name) {
    const auto found = view.attributes.find(name);
    if (found == view.attributes.end()) return {};
    const auto* text = std::get_if<std::string>(&found->second);
    return text == nullptr ? std::string{} : *text;
}

Judged<LifeStage> judged(LifeStage stage, double confidence, std::string name, std::string words) {
    return {stage, confidence, {{std::move(name), std::move(words), confidence}}};
}

}  // namespace

Judged<LifeStage> judge_life_stage(const CustomerView& view) {
    const std::string employment = text_of(view, "employment");
    if (employment == "retired" || view.is("is_retired")) {
        return judged(LifeStage::retired, sure, "employment", "is retired");
    }
    if (employment == "student" || view.is("is_student")) {
        return judged(LifeStage::student, sure, "employment", "is a student");
    }
    const double age = view.number("age", -1);
    const std::string age_words = "is " + in_words(age);
    if (age >= retirement_age) return judged(LifeStage::retired, likely, "age", age_words);
    if (age >= pre_retirement_age) return judged(LifeStage::pre_retirement, sure, "age", age_words);
    if (view.number("children") > 0 || view.is("has_children")) {
        return judged(LifeStage::family, sure, "children", "has children at home");
    }
    if (age >= established_age) return judged(LifeStage::established, likely, "age", age_words);
    if (view.is("has_mortgage") || view.is("is_homeowner")) {
        return judged(LifeStage::established, likely, "home", "owns a home");
    }
    if (age >= 0) return judged(LifeStage::starter, likely, "age", age_words);
    return {LifeStage::established, 0.0, {}};
}

}  // namespace parlance::personalization
