#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "nlu/normaliser.h"
#include "nlu/understander.h"
#include "nlu/unicode_text.h"

// Any bytes: either an error, or an utterance whose entities lie on its character boundaries. The first byte
// chooses the language.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace parlance;
    static const auto extractors = nlu::make_extractors(Pack{});
    if (size == 0) return 0;
    const Locale locale{data[0] % 2 == 0 ? "en" : "de"};
    const std::string_view raw(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto utterance =
        nlu::make_utterance(raw, locale, TimePoint{std::chrono::milliseconds{1'795'000'000'000}});
    if (!utterance) return 0;
    if (utterance->text.size() > nlu::max_utterance_bytes || !nlu::is_valid_utf8(utterance->text))
        std::abort();
    std::vector<nlu::Entity> found;
    for (const auto& extractor : extractors) extractor->extract(*utterance, found);
    for (const nlu::Entity& entity : found) {
        const nlu::TextSpan& span = entity.span;
        const bool inside = span.begin < span.end && span.end <= utterance->text.size();
        if (!inside || !nlu::is_valid_utf8(utterance->text.substr(span.begin, span.length()))) std::abort();
    }
    return 0;
}
