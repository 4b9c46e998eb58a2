#include "dialogue/storage/demo_bank_record_reader.h"

#include <algorithm>

namespace parlance::dialogue::demo_bank {

std::string RecordReader::text_or_none(std::string_view key) {
    const JsonNode* found = reader_.any(key);
    if (found == nullptr || found->is_null()) return {};
    return reader_.text_or(key, {});
}

LocalText RecordReader::local_text(std::string_view key) {
    const auto texts = reader_.text_map(key);
    LocalText read;
    for (const auto& [language, text] : texts) {
        if (language == "en") read.en = text;
        if (language == "de") read.de = text;
    }
    if (read.en.empty() || read.de.empty()) error("E0601", key, "needs a text in \"en\" and in \"de\"");
    return read;
}

std::int64_t RecordReader::amount(std::string_view key) {
    const std::string text = reader_.required_text(key);
    if (text.empty()) return 0;
    const auto money = parse_money(text + " EUR");
    if (money.has_value()) return money->minor_units;
    error("E0601", key, "not an amount in EUR such as \"12.50\": \"" + text + "\"");
    return 0;
}

std::optional<std::int64_t> RecordReader::amount_if_any(std::string_view key) {
    const JsonNode* found = reader_.any(key);
    if (found == nullptr || found->is_null()) return std::nullopt;
    return amount(key);
}

CalendarDate RecordReader::date(std::string_view key) {
    const std::string text = reader_.required_text(key);
    const auto date = parse_date(text);
    if (date.has_value()) return *date;
    if (reader_.has(key)) error("E0601", key, "not a date such as \"1984-05-12\": \"" + text + "\"");
    return {std::chrono::year(1970) / 1 / 1};
}

int RecordReader::integer(std::string_view key, int least, int most, std::optional<int> otherwise) {
    if (!reader_.has(key)) {
        if (!otherwise.has_value()) error("E0102", key, "is missing");
        return otherwise.value_or(least);
    }
    const std::int64_t value = reader_.integer_or(key, least);
    if (value >= least && value <= most) return static_cast<int>(value);
    error("E0601", key, "must be from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

std::string RecordReader::word(std::string_view key, const std::vector<std::string>& words) {
    const std::string text = reader_.required_text(key);
    if (std::find(words.begin(), words.end(), text) != words.end()) return text;
    if (reader_.has(key))
        reader_.error("E0601", key, "unknown word \"" + text + "\"", did_you_mean(text, words));
    return words.front();
}

void RecordReader::each(std::string_view key, const std::function<void(RecordReader&)>& read) {
    const JsonNode* list = reader_.array(key);
    if (list == nullptr) return;
    for (const JsonNode& member : *list->array()) {
        RecordReader reader(member, reader_.file(), reader_.findings());
        read(reader);
        reader.finish();
    }
}

void RecordReader::nested(std::string_view key, const std::function<void(RecordReader&)>& read) {
    const JsonNode* found = reader_.any(key);
    if (found == nullptr || found->is_null()) return;
    RecordReader reader(*found, reader_.file(), reader_.findings());
    read(reader);
    reader.finish();
}

void RecordReader::error(std::string code, std::string_view key, std::string message) {
    reader_.error(std::move(code), key, "\"" + std::string(key) + "\" " + std::move(message));
}

}  // namespace parlance::dialogue::demo_bank
