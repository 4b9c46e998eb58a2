#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace parlance::tests {

// A pack in a folder of its own that goes away with the test.
class TemporaryPack {
public:
    TemporaryPack() {
        static std::atomic<int> count{0};
        root_ = std::filesystem::temp_directory_path() /
                ("parlance_pack_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::filesystem::create_directories(root_);
    }
    ~TemporaryPack() { std::filesystem::remove_all(root_); }
    TemporaryPack(const TemporaryPack&) = delete;
    TemporaryPack& operator=(const TemporaryPack&) = delete;

    TemporaryPack& write(const std::string& path, const std::string& text) {
        std::filesystem::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path, std::ios::binary) << text;
        return *this;
    }

    // A manifest and an out_of_scope intent: the least that is without errors.
    TemporaryPack& write_minimum() {
        write("pack.json", R"({"pack": "tiny", "version": 1, "languages": ["en"], "currency": "EUR"})");
        return write(
            "intents/out_of_scope.json",
            R"({"intent": "out_of_scope", "examples": {"en": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]}})");
    }

    const std::filesystem::path& root() const { return root_; }

private:
    std::filesystem::path root_;
};

}  // namespace parlance::tests
