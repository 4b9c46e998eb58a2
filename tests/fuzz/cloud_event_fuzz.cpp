#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "personalization/cloud_event.h"
#include "personalization/storage/event_bytes.h"

// Any bytes, read as one event, as a list of events and as a stored event: nothing harms, and what was read
// is written and read again without a change.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace parlance::personalization;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto event = read_cloud_event(text)) {
        const std::string written = to_cloud_event(*event);
        const auto again = read_cloud_event(written);
        if (!again || to_cloud_event(*again) != written) std::abort();
    }
    if (const auto texts = texts_of_batch(text)) {
        for (const std::string_view each : *texts) {
            if (each.data() < text.data() || each.data() + each.size() > text.data() + text.size())
                std::abort();
            (void)read_cloud_event(each).has_value();
        }
    }
    if (const auto stored = read_event_bytes(text)) {
        if (!read_event_bytes(to_event_bytes(*stored))) std::abort();
    }
    return 0;
}
