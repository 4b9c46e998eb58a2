#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/json_node.h"

namespace parlance {

// One JSON file of a pack, read.
struct PackFile {
    std::string path;  // relative to the pack: "flows/transfer_money.json"
    JsonNode root;
};

// A pack's folder, read once: every layer's loader takes its files from here.
// Immutable after `read`; safe to share.
class PackSource {
public:
    // Reads every *.json below `root`. A folder without pack.json, an unreadable file and a syntax
    // error are findings (E0001, E0002, E0003); the files that can be read are there all the same.
    static PackSource read(const std::filesystem::path& root, Findings& findings);

    const std::filesystem::path& root() const { return root_; }
    // The file at this path, or nullptr.
    const PackFile* file(std::string_view path) const;
    // The files directly in or below a folder, by path.
    std::vector<const PackFile*> files_in(std::string_view folder) const;
    std::size_t file_count() const { return files_.size(); }
    // Changes whenever a byte of a file under `folder` ("" for all) changes: tells a stale model.
    std::uint64_t fingerprint(std::string_view folder) const;

private:
    std::filesystem::path root_;
    std::vector<PackFile> files_;
    std::vector<std::uint64_t> digests_;  // one a file
};

}  // namespace parlance
