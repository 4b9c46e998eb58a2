// Any text as a `.chat` script: it is refused with an error that has a place in the text, or it is a script
// that can be played.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dialogue/script.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace parlance;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    Findings findings;
    const auto script = dialogue::parse_script(text, "fuzz.chat", findings);
    if (script.has_value() == findings.has_errors()) std::abort();
    if (script.has_value() && (script->turns.empty() || script->title.empty())) std::abort();
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
    for (const auto& finding : findings.sorted()) {
        if (finding.position.line < 1 || finding.position.line > lines || finding.position.column < 1)
            std::abort();
    }
    return 0;
}
