#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <array>
#include <catch2/catch.hpp>

#include "nlu/recognizers/recognizer_table.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// 80 characters, as a customer writes them.
const std::string message =
    "please send 2.5k to Anna next friday at 5pm, not the day after tomorrow, for mum";

// Every family once; the modes of a model are the same reader again.
constexpr std::array families{"NumberModel",   "OrdinalModel",  "PercentModel",     "NumberRangeModel",
                              "CurrencyModel", "DateTimeModel", "PhoneNumberModel", "EmailModel",
                              "URLModel",      "BooleanModel"};

std::size_t recognise_all(const std::string& text) {
    std::size_t found = 0;
    for (const char* family : families) found += (*recognizer_of(family))(text, TimePoint{}).size();
    return found;
}

std::string repeated(const std::string& part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += part + " ";
    text.resize(bytes);
    return text;
}

}  // namespace

TEST_CASE("reading one message with every family", "[nlu][!benchmark]") {
    for (const char* family : families) {
        const Recognizer& recognize = *recognizer_of(family);
        BENCHMARK(std::string(family) + ", 80 characters") {
            return recognize(message, TimePoint{});
        };
    }
    BENCHMARK("all families, 80 characters") {
        return recognise_all(message);
    };
}

TEST_CASE("reading long messages with every family", "[nlu][!benchmark]") {
    const auto part =
        GENERATE(as<std::string>(), message, "two hundred and", "12 345 6", "a.b-c@d", "9", "between 5 and");
    for (const std::size_t kilobytes : {1U, 2U, 4U}) {
        const std::string text = repeated(part, kilobytes * 1024);
        BENCHMARK("all families, \"" + part.substr(0, 15) + "\" repeated, KB: " + std::to_string(kilobytes)) {
            return recognise_all(text);
        };
    }
}
