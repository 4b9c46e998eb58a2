#include <iomanip>
#include <sstream>

#include "personalization/policy/uplift_report.h"

namespace parlance::personalization {

std::string describe(const UpliftReport& report) {
    std::ostringstream out;
    out << report.data << ": " << report.question << "; " << report.measures.rows << " rows, "
        << report.measures.treated << " treated\nwhat treating gained, in points, with 95 % intervals\n"
        << std::fixed << std::setprecision(1);
    for (const UpliftAt& at : report.measures.at) {
        out << "  top " << std::setw(5) << 100 * at.share << " % (" << at.rows
            << " rows): " << 100 * at.gain.value << " [" << 100 * at.gain.low << ", " << 100 * at.gain.high
            << "]\n";
    }
    out << std::setprecision(5) << "Qini " << report.measures.qini
        << " a row (0: choosing whom to treat brought nothing)";
    return out.str();
}

}  // namespace parlance::personalization
