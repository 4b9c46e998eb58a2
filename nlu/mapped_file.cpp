#include "nlu/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace parlance::nlu {

namespace {

// A file descriptor that closes itself.
struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& file) {
    const Error failed{ErrorCode::io_failed, file.string() + " cannot be read"};
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct ::stat facts {};
    if (descriptor.number < 0 || ::fstat(descriptor.number, &facts) != 0 || !S_ISREG(facts.st_mode))
        return failed;
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* start = nullptr;
    if (size > 0) {
        start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0);
        if (start == MAP_FAILED) return failed;
    }
    return std::shared_ptr<const MappedFile>(new MappedFile(start, size));
}

MappedFile::~MappedFile() {
    if (start_ != nullptr) ::munmap(start_, size_);
}

void MappedFile::release_memory() const {
    // Only advice: when it is refused the pages stay, and nothing else changes.
    if (start_ != nullptr) ::madvise(start_, size_, MADV_DONTNEED);
}

}  // namespace parlance::nlu
