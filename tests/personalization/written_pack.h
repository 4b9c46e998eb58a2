#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include "intents/pack.h"
#include "intents/pack_source.h"

namespace parlance::tests {

// A pack written to a folder of its own, which goes when the object goes.
class WrittenPack {
public:
    WrittenPack() {
        static std::atomic<int> count{0};
        const auto nonce =
            std::to_string(std::filesystem::file_time_type::clock::now().time_since_epoch().count());
        root_ = std::filesystem::temp_directory_path() /
                ("parlance_pack_" + nonce + "_" + std::to_string(count++));
        write("pack.json", R"({"name": "test", "version": 1, "languages": ["en", "de"], "currency": "EUR"})");
    }
    ~WrittenPack() { std::filesystem::remove_all(root_); }
    WrittenPack(const WrittenPack&) = delete;
    WrittenPack& operator=(const WrittenPack&) = delete;

    void write(const std::string& path, const std::string& text) const {
        std::filesystem::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path) << text;
    }
    PackSource read(Findings& findings) const { return PackSource::read(root_, findings); }

private:
    std::filesystem::path root_;
};

// What loaders check names against: two languages, a few intents and topics.
inline Pack known_names() {
    Pack pack;
    pack.languages = {{"en"}, {"de"}};
    pack.currency = {"EUR"};
    for (const char* name : {"open_savings", "savings_rates", "apply_loan", "greet", "life_having_baby"}) {
        pack.intents.push_back({{name}, "", {"savings"}, {}, ""});
    }
    for (const char* name : {"savings", "loans"}) pack.topics.push_back({{name}, {}, {}, {}});
    return pack;
}

}  // namespace parlance::tests
