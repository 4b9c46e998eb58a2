// Any text as a response template: it is filled or refused, and both functions agree on which.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "nlg/wording.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace parlance;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto names = nlg::template_arguments(text);
    std::map<std::string, SlotValue> arguments{
        {"amount", Money{123'450, {"EUR"}}}, {"count", std::int64_t{3}}, {"rate", 2.43}, {"flag", true}};
    if (names.has_value()) {
        for (const std::string& name : *names) arguments.emplace(name, std::string("text"));
    }
    for (const char* language : {"en", "de"}) {
        const auto filled = nlg::format_template(text, arguments, {language});
        if (filled.has_value() && names.has_error()) std::abort();
        if (filled.has_error() && filled.error().code != ErrorCode::bad_template) std::abort();
    }
    if (nlg::literal_text(text).has_value() != names.has_value()) std::abort();
    return 0;
}
