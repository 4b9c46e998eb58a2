#include "nlu/recognizers/recognizer_table.h"

#include <catch2/catch.hpp>
#include <tuple>

using namespace parlance;
using namespace parlance::nlu;

namespace {

// "[words] value [words] value" of all that a model recognises.
std::string recognised(const std::string& model, const std::string& text) {
    const Recognizer* recognize = recognizer_of(model);
    REQUIRE(recognize != nullptr);
    std::string result;
    for (const Recognition& one : (*recognize)(text, TimePoint{})) {
        if (!result.empty()) result += " ";
        result += "[" + text.substr(one.span.begin, one.span.length()) + "] " + one.resolution.at("value");
    }
    return result;
}

}  // namespace

TEST_CASE("recognisers tell what stands where and what it means", "[nlu][recognizers]") {
    const auto [model, text, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"NumberModel", "seven eighths or 3 2/5", "[seven eighths] 0.875 [3 2/5] 3.4"},
        {"NumberModel", "fifty forty fifths", "[fifty forty fifths] 1.11111111111111"},
        {"NumberModel", "six and a half million", "[six and a half million] 6500000"},
        {"NumberModel", "a 45kg bag in B52", ""},
        {"OrdinalModel", "the forty-second and the 7th", "[forty-second] 42 [7th] 7"},
        {"OrdinalModel", "open the previous one.", "[previous one] current-1"},
        {"OrdinalModel", "two sevenths", ""},
        {"PercentModel", "from 3 % to four per cent", "[3 %] 3% [four per cent] 4%"},
        {"NumberRangeModel", "at least 5 and below 9", "[at least 5 and below 9] [5,9)"},
        {"NumberRangeModel", "below 5 and above 9", "[below 5] (,5) [above 9] (9,)"},
        {"NumberRangeModel", "sixty or more", "[sixty or more] [60,)"},
        {"CurrencyModel", "20 dollars and five cents", "[20 dollars and five cents] 20.05"},
        {"CurrencyModel", "\u20ac 3 million, in euros", "[\u20ac 3 million] 3000000 [euros] null"},
        {"PhoneNumberModel", "phone (030) 1234-567", "[(030) 1234-567] (030) 1234-567"},
        {"EmailModel", "write to .x@abc.com or Y.z@Abc.com", "[Y.z@Abc.com] y.z@abc.com"},
        {"URLModel", "see Example.org/A, not a.b@example.org", "[Example.org/A] example.org/a"},
        {"BooleanModel", "nope, yes later", "[nope] false"},
        {"BooleanModel", "perhaps", ""},
    }));
    CAPTURE(model, text);
    CHECK(recognised(model, text) == expected);
}

TEST_CASE("a model that is not offered has no recogniser", "[nlu][recognizers]") {
    CHECK(recognizer_of("DimensionModel") == nullptr);
}
