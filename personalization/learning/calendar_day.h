#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace parlance::personalization {

// The day that a cell spells: 20260131, 2026-01-31 or 2026/01/31, with or without a time behind the latter
// two, which is passed over. Nothing for anything else, and for days that no calendar has.
std::optional<std::chrono::sys_days> day_of(std::string_view text);

}  // namespace parlance::personalization
