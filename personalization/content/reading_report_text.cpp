#include <iomanip>
#include <sstream>

#include "personalization/content/reading_report.h"

namespace parlance::personalization {

std::string describe(const ReadingReport& report) {
    std::ostringstream out;
    out << report.data << ": " << report.readers << " readers, " << report.items << " items, "
        << report.readings
        << " readings\nwhat each reader read last, foretold from all that he had not read (before the split: "
           "the rest)\n";
    out << std::fixed << std::setprecision(3);
    for (const NextReading& each : report.compared) {
        out << "  " << std::left << std::setw(28) << each.method << " NDCG@10 " << each.ndcg_at_10
            << "   HR@10 " << each.hit_rate_at_10 << (each.method == report.chosen ? "   chosen" : "")
            << "\n";
    }
    out << "wrote " << report.file << ", " << report.bytes << " bytes, in " << std::setprecision(1)
        << report.seconds << " s";
    return out.str();
}

}  // namespace parlance::personalization
