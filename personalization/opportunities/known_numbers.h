#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "personalization/customer_view.h"
#include "personalization/opportunities/opportunity.h"

namespace parlance::personalization {

// A customer's figures, as far as the bank knows them: finite numbers only.
class KnownNumbers {
public:
    explicit KnownNumbers(const CustomerView& view) : view_(view) {}

    // Nothing for a figure that is not known, or is no number.
    std::optional<double> operator()(const std::string& name) const {
        const double value = view_.number(name, std::nan(""));
        return std::isfinite(value) ? std::optional(value) : std::nullopt;
    }
    // Only when it is above 0.
    std::optional<double> positive(const std::string& name) const {
        const auto value = (*this)(name);
        return value && *value > 0 ? value : std::nullopt;
    }
    bool is(const std::string& name) const { return view_.is(name); }
    // Whether the bank knows that it is not so.
    bool is_not(const std::string& name) const {
        const auto found = view_.attributes.find(name);
        return found != view_.attributes.end() && found->second == SlotValue{false};
    }
    std::string text(const std::string& name) const {
        const auto found = view_.attributes.find(name);
        if (found == view_.attributes.end()) return {};
        const auto* words = std::get_if<std::string>(&found->second);
        return words == nullptr ? std::string() : *words;
    }

private:
    const CustomerView& view_;
};

}  // namespace parlance::personalization
