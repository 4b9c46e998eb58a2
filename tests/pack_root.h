#pragma once

#include <cstdlib>
#include <filesystem>

namespace parlance::tests {

// The banking pack that the tests read: PARLANCE_PACK_ROOT, or the one beside these sources.
inline std::filesystem::path pack_root() {
    if (const char* root = std::getenv("PARLANCE_PACK_ROOT")) return root;
    return std::filesystem::path(__FILE__).parent_path().parent_path() / "intents/packs/banking";
}

// Public data sets for tests that need them: PARLANCE_DATA, or `shared/data` beside the checkout.
// Callers skip with a clear line when the folder is absent.
inline std::filesystem::path data_root() {
    if (const char* root = std::getenv("PARLANCE_DATA")) return root;
    return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path() / "shared/data";
}

}  // namespace parlance::tests
