#include "dialogue/storage/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

namespace parlance::dialogue {

Result<TemporaryFolder> TemporaryFolder::make() {
    std::error_code failure;
    const auto base = std::filesystem::temp_directory_path(failure);
    if (failure) return Error{ErrorCode::io_failed, "no folder for temporary files: " + failure.message()};
    std::string name = (base / "parlance-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        return Error{ErrorCode::io_failed,
                     "cannot make a folder in " + base.string() + ": " + std::strerror(errno)};
    }
    return TemporaryFolder(name);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // nothing can be done about files that stay behind
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace parlance::dialogue
