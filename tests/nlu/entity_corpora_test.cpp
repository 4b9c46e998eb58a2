#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/nlu/extraction.h"

using namespace parlance;

namespace {

// The corpora: one file a kind and language, lines `text<TAB>value | value`.
std::filesystem::path corpora() {
    return std::filesystem::path(__FILE__).parent_path().parent_path() / "corpora";
}

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : " | ") + value;
    return text;
}

}  // namespace

TEST_CASE("built-in extractors read every line of the corpora", "[nlu][entities]") {
    const std::string kind =
        GENERATE("money", "number", "percent", "duration", "date", "time", "email", "phone", "iban",
                 "card_number", "sort_code", "account_number", "isin", "bic", "country", "ticker");
    const std::string language = GENERATE("en", "de");
    std::ifstream file(corpora() / (kind + "_" + language + ".tsv"));
    const bool only_english = kind == "email" || kind == "phone" || kind == "iban";
    if (only_english && language == "de") return;
    REQUIRE(file);
    int lines = 0;
    for (std::string line; std::getline(file, line); ++lines) {
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        CAPTURE(kind, language, line);
        const auto utterance = tests::utterance_of(line.substr(0, tab), language);
        CHECK(joined(tests::values_of(utterance, kind)) == line.substr(tab + 1));
    }
    CHECK(lines >= 3);
}
