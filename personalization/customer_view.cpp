#include "personalization/customer_view.h"

namespace parlance::personalization {

double CustomerView::number(const std::string& name, double otherwise) const {
    const auto found = attributes.find(name);
    if (found == attributes.end()) return otherwise;
    if (const auto* whole = std::get_if<std::int64_t>(&found->second)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&found->second)) return *real;
    if (const auto* money = std::get_if<Money>(&found->second)) return in_major_units(*money);
    return otherwise;
}

bool CustomerView::is(const std::string& name) const {
    const auto found = attributes.find(name);
    if (found == attributes.end()) return false;
    const auto* flag = std::get_if<bool>(&found->second);
    return flag != nullptr && *flag;
}

}  // namespace parlance::personalization
