// Any text as a stored event: it is refused as storage_failed, or it is an event that survives being written
// again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dialogue/tracker_event.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace parlance;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto event = dialogue::tracker_event_from_json(text);
    if (event.has_error()) {
        if (event.error().code != ErrorCode::storage_failed || event.error().detail.empty()) std::abort();
        return 0;
    }
    const auto line = dialogue::to_json(*event);
    const auto again = dialogue::tracker_event_from_json(line);
    // Compared as text: "nan" is not equal to itself.
    if (again.has_error() || dialogue::to_json(*again) != line) std::abort();
    return 0;
}
