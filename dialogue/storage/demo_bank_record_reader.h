#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/storage/demo_bank_records.h"
#include "intents/object_reader.h"

namespace parlance::dialogue::demo_bank {

// Reads one object of customers.json in the bank's own types; wrong values become findings (E0601) and
// their defaults. Borrows the node and the findings; not thread-safe.
class RecordReader {
public:
    RecordReader(const JsonNode& node, const std::string& file, Findings& findings)
        : reader_(node, file, findings) {}

    std::string text(std::string_view key) { return reader_.required_text(key); }
    std::string text_or_none(std::string_view key);
    std::vector<std::string> texts(std::string_view key) { return reader_.texts(key); }
    LocalText local_text(std::string_view key);
    // "2843.17" as minor units; a missing one is a finding.
    std::int64_t amount(std::string_view key);
    // Nothing when absent or null.
    std::optional<std::int64_t> amount_if_any(std::string_view key);
    CalendarDate date(std::string_view key);
    double number(std::string_view key) { return reader_.required_number(key); }
    // A whole number of this range; `otherwise` when absent.
    int integer(std::string_view key, int least, int most, std::optional<int> otherwise = std::nullopt);
    // One of these words.
    std::string word(std::string_view key, const std::vector<std::string>& words);
    // Calls `read` for each member of a list; a missing list is empty.
    void each(std::string_view key, const std::function<void(RecordReader&)>& read);
    // Calls `read` for an object that is neither absent nor null.
    void nested(std::string_view key, const std::function<void(RecordReader&)>& read);

    void error(std::string code, std::string_view key, std::string message);
    void finish() { reader_.finish(); }

private:
    ObjectReader reader_;
};

}  // namespace parlance::dialogue::demo_bank
