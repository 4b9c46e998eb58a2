#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/time_resolution.h"
#include "nlu/unicode_text.h"

// Any text: its words of time come in order, lie on character boundaries and resolve, on a day that the first
// two bytes choose.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace parlance::nlu;
    if (size < 2) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 2), size - 2);
    if (!is_valid_utf8(text) || text.size() > 4096) return 0;
    const Instant now = std::chrono::sys_days(std::chrono::days(data[0] * 256 + data[1]));
    const TokenizedText tokens = tokenize(text);
    std::size_t before = 0;
    for (const TimeExpression& expression : read_expressions({tokens, now})) {
        if (expression.begin < before || expression.end <= expression.begin || expression.senses.empty())
            std::abort();
        if (resolution_of(expression).size() != expression.senses.size()) std::abort();
        const auto span = tokens.original(expression.begin, expression.end);
        if (!is_valid_utf8(text.substr(span.begin, span.length()))) std::abort();
        before = expression.end;
    }
    return 0;
}
