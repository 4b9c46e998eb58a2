#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include "nlu/date_extractor.h"
#include "nlu/datetime/expression_reader.h"
#include "nlu/duration_extractor.h"
#include "nlu/normaliser.h"
#include "nlu/time_extractor.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// 80 characters, as a customer writes them.
const std::string message =
    "please send 2.5k to Anna next friday at 5pm, not the day after tomorrow, for mum";

// Nothing but words that every reader begins on.
std::string dense(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += "next 3 days from monday to may 5 at 7 before the last week of ";
    text.resize(bytes);
    return text;
}

}  // namespace

TEST_CASE("reading words of time", "[nlu][!benchmark]") {
    const Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 18);
    const TokenizedText tokens = tokenize(message);
    const Utterance utterance = make_utterance(message, Locale{"en"}, TimePoint{now}).value();
    BENCHMARK("all expressions, 80 characters") {
        return read_expressions({tokens, now});
    };
    BENCHMARK("dates, durations and times of a conversation, 80 characters") {
        std::vector<Entity> found;
        DateExtractor{}.extract(utterance, found);
        DurationExtractor{}.extract(utterance, found);
        TimeExtractor{}.extract(utterance, found);
        return found;
    };
    for (const std::size_t kilobytes : {1U, 2U, 4U}) {
        const TokenizedText text = tokenize(dense(kilobytes * 1024));
        BENCHMARK("all expressions, dense, KB: " + std::to_string(kilobytes)) {
            return read_expressions({text, now});
        };
    }
}
