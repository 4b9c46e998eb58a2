#pragma once

#include <filesystem>

#include "intents/result.h"

namespace parlance::dialogue {

// A new, empty folder of the system's place for temporary files; it goes, with what is in it, when this does.
class TemporaryFolder {
public:
    // Fails with io_failed.
    static Result<TemporaryFolder> make();

    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    ~TemporaryFolder();

    const std::filesystem::path& path() const { return path_; }

private:
    explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;  // empty once moved from
};

}  // namespace parlance::dialogue
