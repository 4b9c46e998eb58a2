#include "personalization/consent.h"

namespace parlance::personalization {
namespace {

constexpr std::array<std::string_view, 5> names{"service", "analytics", "profiling", "marketing",
                                                "special_category"};

}  // namespace

std::string_view to_text(Purpose purpose) {
    return names[static_cast<std::size_t>(purpose)];
}

std::optional<Purpose> purpose(std::string_view text) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == text) return static_cast<Purpose>(i);
    }
    return std::nullopt;
}

void Consent::set(Purpose purpose, bool allowed) {
    if (purpose != Purpose::service) allowed_[static_cast<std::size_t>(purpose)] = allowed;
}

}  // namespace parlance::personalization
