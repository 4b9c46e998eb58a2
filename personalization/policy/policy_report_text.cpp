#include <cmath>
#include <iomanip>
#include <sstream>

#include "personalization/policy/policy_report.h"

namespace parlance::personalization {

namespace {

std::string text_of(const Estimate& estimate) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(4) << estimate.value << " [" << estimate.low << ", "
        << estimate.high << "]";
    return out.str();
}

void write(std::ostream& out, const PolicyValue& value) {
    out << value.policy << "\n  doubly robust " << text_of(value.doubly_robust) << ", surely above "
        << value.surely_above << "\n  SNIPS         " << text_of(value.snips) << "\n  IPS           "
        << text_of(value.ips) << "\n  effective rows " << std::lround(value.effective_rows)
        << ", heaviest weight " << 100 * value.heaviest << " % of the sum"
        << (value.is_doubtful() ? ": TOO LITTLE TO GO BY" : "") << "\n";
}

// What an interval says of a difference.
std::string verdict(const Estimate& difference) {
    if (difference.low > 0) return ": better";
    if (difference.high < 0) return ": worse";
    return ": no difference shown";
}

}  // namespace

std::string describe(const PolicyReport& report) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(4) << report.data << ": " << report.decisions
        << " decisions; values a decision, with 95 % intervals\n\nas logged " << text_of(report.logged)
        << "\n";
    if (report.target) write(out, *report.target);
    for (const PolicyValue& value : report.fixed) write(out, value);
    const std::string best = report.fixed.front().policy;
    if (report.over_best_fixed)
        out << "new policy over the best fixed action (" << best << "): " << text_of(*report.over_best_fixed)
            << verdict(*report.over_best_fixed) << "\n";
    if (report.over_control)
        out << (report.target ? "new policy" : best) << " over always " << report.control << ": "
            << text_of(*report.over_control) << verdict(*report.over_control) << "\n";
    if (report.required > 0)
        out << "to find a lift of a tenth over " << best << " takes " << report.required
            << " cases in each of two groups (5 %, power 80 %)\n";
    std::string text = out.str();
    text.pop_back();
    return text;
}

}  // namespace parlance::personalization
