#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "intents/result.h"

namespace parlance::nlu {

// A file's bytes, read only, where the operating system maps them: they are shared between programs and
// loaded when they are looked at. A file must not be written to in place while it is mapped (`save` of a
// model makes a new one). Immutable; safe to read from several threads.
class MappedFile {
public:
    // Fails with io_failed when the file cannot be opened or mapped.
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& file);

    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<const std::byte> bytes() const { return {static_cast<const std::byte*>(start_), size_}; }

    // Gives back the memory that reading has taken so far; what is looked at again is loaded again.
    void release_memory() const;

private:
    MappedFile(void* start, std::size_t size) : start_(start), size_(size) {}

    void* start_;  // nullptr for an empty file
    std::size_t size_;
};

}  // namespace parlance::nlu
