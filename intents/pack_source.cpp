#include "intents/pack_source.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace parlance {

namespace {

namespace fs = std::filesystem;

// FNV-1a, 64 bits: tells changed files apart, not an adversary's.
std::uint64_t digest(std::string_view bytes, std::uint64_t seed = 14695981039346656037ULL) {
    for (const char byte : bytes) {
        seed ^= static_cast<unsigned char>(byte);
        seed *= 1099511628211ULL;
    }
    return seed;
}

std::vector<fs::path> json_files_below(const fs::path& root) {
    std::vector<fs::path> paths;
    std::error_code failure;
    for (fs::recursive_directory_iterator entry(root, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (entry->is_regular_file(failure) && entry->path().extension() == ".json")
            paths.push_back(entry->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

bool is_in(std::string_view path, std::string_view folder) {
    return folder.empty() ||
           (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

}  // namespace

PackSource PackSource::read(const fs::path& root, Findings& findings) {
    PackSource source;
    source.root_ = root;
    for (const auto& path : json_files_below(root)) {
        const std::string name = path.lexically_relative(root).generic_string();
        std::ifstream in(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        if (!in) {
            findings.error("E0002", name, {}, "the file cannot be read");
            continue;
        }
        auto parsed = parse_json(text);
        if (auto* problem = std::get_if<JsonSyntaxError>(&parsed)) {
            findings.error("E0003", name, problem->position, problem->message);
            continue;
        }
        source.files_.push_back({name, std::get<JsonNode>(std::move(parsed))});
        source.digests_.push_back(digest(text, digest(name)));
    }
    const bool found = source.file("pack.json") != nullptr;
    if (!found && !fs::exists(root / "pack.json")) {
        findings.error("E0001", "pack.json", {}, "there is no pack.json in " + root.generic_string());
    }
    return source;
}

const PackFile* PackSource::file(std::string_view path) const {
    const auto found =
        std::find_if(files_.begin(), files_.end(), [path](const PackFile& f) { return f.path == path; });
    return found == files_.end() ? nullptr : &*found;
}

std::vector<const PackFile*> PackSource::files_in(std::string_view folder) const {
    std::vector<const PackFile*> found;
    for (const auto& file : files_) {
        if (is_in(file.path, folder)) found.push_back(&file);
    }
    return found;
}

std::uint64_t PackSource::fingerprint(std::string_view folder) const {
    std::uint64_t sum = digest(folder);
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (is_in(files_[i].path, folder)) sum = digest(std::to_string(digests_[i]), sum);
    }
    return sum;
}

}  // namespace parlance
