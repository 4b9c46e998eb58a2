#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "nlu/duckling/sections.h"
#include "nlu/recognizers/recognizer_table.h"
#include "nlu/redaction.h"
#include "nlu/understander.h"
#include "nlu/unicode_text.h"

namespace {

using namespace parlance;
using namespace parlance::nlu;

void expect_sound(std::string_view text, const TextSpan& span) {
    if (span.begin >= span.end || span.end > text.size()) std::abort();
    if (!is_valid_utf8(text.substr(span.begin, span.length()))) std::abort();
}

void recognise(const Recognizer& recognizer, std::string_view text) {
    std::size_t before = 0;
    for (const Recognition& found : recognizer(text, TimePoint{})) {
        expect_sound(text, found.span);
        if (found.span.begin < before) std::abort();
        before = found.span.end;
    }
}

}  // namespace

// Any text: what every extractor and recogniser finds lies on character boundaries, recognisers' results are
// in order, and what was redacted does not change when it is redacted again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (size == 0 || size > 1024 || !is_valid_utf8(text)) return 0;
    static const auto extractors = make_extractors(Pack{});
    for (const char* language : {"en", "de"}) {
        const Utterance utterance{std::string(text), Locale{language}, TimePoint{}};
        std::vector<Entity> found;
        for (const auto& extractor : extractors) extractor->extract(utterance, found);
        for (const Entity& entity : found) expect_sound(text, entity.span);
    }
    for (const NamedRecognizer& each : recognizer_table()) recognise(each.recognize, text);
    for (const DucklingSection& each : duckling_sections()) recognise(each.recognize, text);
    const std::string redacted = redact(text);
    if (!is_valid_utf8(redacted) || redact(redacted) != redacted) std::abort();
    return 0;
}
