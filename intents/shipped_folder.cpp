#include "intents/shipped_folder.h"

namespace parlance {

namespace fs = std::filesystem;

fs::path find_shipped(const ShippedFolder& folder, const fs::path& program) {
    std::error_code ignored;  // what cannot be looked at is not there
    if (fs::is_directory(folder.in_checkout, ignored)) return folder.in_checkout;
    const fs::path prefix = program.parent_path().parent_path();
    fs::path installed = prefix / "share/parlance" / folder.in_installed;
    return fs::is_directory(installed, ignored) ? installed : folder.in_checkout;
}

fs::path find_shipped(const ShippedFolder& folder) {
    std::error_code ignored;  // without /proc there is only the checkout
    return find_shipped(folder, fs::read_symlink("/proc/self/exe", ignored));
}

std::string default_pack() {
    return find_shipped({"intents/packs/banking", "packs/banking"}).string();
}

}  // namespace parlance
