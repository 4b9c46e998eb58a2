#include "nlu/recognizers/time_recognizers.h"

#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/time_resolution.h"

namespace parlance::nlu {

namespace {

std::vector<Recognition> recognize(std::string_view text, TimePoint reference, bool month_first) {
    const TokenizedText tokens = tokenize(text);
    const TimeText in{tokens, std::chrono::floor<std::chrono::seconds>(reference), month_first};
    std::vector<Recognition> recognitions;
    for (const TimeExpression& expression : read_expressions(in)) {
        recognitions.push_back({tokens.original(expression.begin, expression.end),
                                "datetimeV2." + std::string(type_of(expression.kind)),
                                {},
                                resolution_of(expression)});
    }
    return recognitions;
}

}  // namespace

std::vector<Recognition> recognize_times(std::string_view text, TimePoint reference) {
    return recognize(text, reference, true);
}

std::vector<Recognition> recognize_times_day_first(std::string_view text, TimePoint reference) {
    return recognize(text, reference, false);
}

}  // namespace parlance::nlu
