// Any bytes as a table, as recorded lives and as a transaction log: rows are as wide as the first line, and
// what is encoded is as wide as the encoder says.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "personalization/learning/churn_data.h"
#include "personalization/learning/csv_reader.h"
#include "personalization/learning/life_courses.h"
#include "personalization/learning/transaction_log.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace parlance;
    using namespace parlance::personalization;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    Findings findings;
    const DataTable table = parse_table(text, "fuzzed", findings);
    if (table.rows.empty() && !findings.has_errors()) std::abort();
    for (const auto& row : table.rows) {
        if (row.size() != table.width()) std::abort();
    }
    if (!findings.has_errors()) {
        const auto churn = churn_data(table, {});
        if (churn && churn->rows.features.width() > 0 && churn->rows.features.size() != table.size())
            std::abort();
        if (!churn && churn.error().detail.empty()) std::abort();
        const auto lives = life_courses_in(table);
        if (lives && lives->people() != table.size()) std::abort();
    }
    Findings more;
    const TransactionLog log = parse_transactions(text, "fuzzed", more);
    if (log.customers.empty() && !more.has_errors()) std::abort();
    return 0;
}
