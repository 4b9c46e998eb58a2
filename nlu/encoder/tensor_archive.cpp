#include "nlu/encoder/tensor_archive.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <sstream>

#include "intents/json_node.h"

namespace parlance::nlu {

namespace {

static_assert(std::endian::native == std::endian::little, "shards are little-endian");

// The converter cuts shards at this size; only the last is smaller.
constexpr std::size_t shard_bytes = std::size_t{4} << 20;
constexpr std::size_t value_bytes = 4;

struct TensorEntry {
    std::string name;
    std::size_t values = 1;
    bool is_float = false;
};

// What model.json says of the shards.
struct Manifest {
    std::vector<std::string> shards;
    std::vector<TensorEntry> tensors;
    std::size_t bytes = 0;
};

Error damaged(const std::string& file, const std::string& problem) {
    return {ErrorCode::bad_model, file + " " + problem + "; install the package again with script/setup"};
}

bool read_entry(const JsonNode& node, TensorEntry& entry) {
    const JsonNode* name = node.find("name");
    const JsonNode* dtype = node.find("dtype");
    const JsonNode* shape = node.find("shape");
    if (!name || !name->text() || !dtype || !dtype->text() || !shape || !shape->array()) return false;
    if (node.find("quantization") != nullptr) return false;
    entry.name = *name->text();
    entry.is_float = *dtype->text() == "float32";
    for (const JsonNode& size : *shape->array()) {
        const std::int64_t* count = size.integer();
        if (!count || *count < 0 || *count > (1 << 24)) return false;
        entry.values *= static_cast<std::size_t>(*count);
        if (entry.values > (std::size_t{1} << 28)) return false;
    }
    return entry.is_float || *dtype->text() == "int32";
}

bool read_shard_name(const JsonNode& node, std::vector<std::string>& shards) {
    const std::string* name = node.text();
    if (!name || name->empty() || name->find('/') != std::string::npos) return false;
    shards.push_back(*name);
    return true;
}

bool read_group(const JsonNode& group, Manifest& manifest) {
    const JsonNode* paths = group.find("paths");
    const JsonNode* weights = group.find("weights");
    if (!paths || !paths->array() || !weights || !weights->array()) return false;
    for (const JsonNode& path : *paths->array()) {
        if (!read_shard_name(path, manifest.shards)) return false;
    }
    for (const JsonNode& weight : *weights->array()) {
        TensorEntry entry;
        if (!read_entry(weight, entry)) return false;
        manifest.bytes += entry.values * value_bytes;
        manifest.tensors.push_back(std::move(entry));
    }
    return true;
}

Result<Manifest> read_manifest(const std::filesystem::path& file) {
    const auto text = read_model_file(file);
    if (!text) return text.error();
    const auto json = parse_json(*text);
    const JsonNode* root = std::get_if<JsonNode>(&json);
    if (!root) {
        const auto& problem = std::get<JsonSyntaxError>(json);
        return damaged(file.string() + ":" + std::to_string(problem.position.line), "is no JSON");
    }
    const JsonNode* groups = root->find("weightsManifest");
    Manifest manifest;
    if (!groups || !groups->array() || groups->array()->size() != 1 ||
        !read_group(groups->array()->front(), manifest)) {
        return damaged(file.string(), "has no weightsManifest that can be read");
    }
    return manifest;
}

// The shards of `manifest`, one behind the other.
Result<std::string> read_shards(const std::filesystem::path& folder, const Manifest& manifest) {
    std::string all;
    all.reserve(manifest.bytes);
    for (const std::string& name : manifest.shards) {
        const auto shard = read_model_file(folder / name);
        if (!shard) return shard.error();
        const std::size_t expected = std::min(shard_bytes, manifest.bytes - all.size());
        if (shard->size() != expected) {
            return damaged((folder / name).string(), "has " + std::to_string(shard->size()) +
                                                         " bytes instead of " + std::to_string(expected));
        }
        all += *shard;
    }
    if (all.size() != manifest.bytes) {
        return damaged((folder / "model.json").string(), "names fewer shards than its tensors need");
    }
    return all;
}

}  // namespace

Result<std::string> read_model_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    if (in) bytes << in.rdbuf();
    if (!in || !bytes) return damaged(file.string(), "cannot be read");
    return std::move(bytes).str();
}

Result<TensorArchive> TensorArchive::read(const std::filesystem::path& folder) {
    const auto manifest = read_manifest(folder / "model.json");
    if (!manifest) return manifest.error();
    const auto bytes = read_shards(folder, *manifest);
    if (!bytes) return bytes.error();
    TensorArchive archive;
    archive.file_ = (folder / "model.json").string();
    std::size_t from = 0;
    for (const TensorEntry& entry : manifest->tensors) {
        if (entry.is_float) {
            std::vector<float>& values = archive.tensors_[entry.name];
            values.resize(entry.values);
            if (!values.empty())
                std::memcpy(values.data(), bytes->data() + from, values.size() * value_bytes);
        }
        from += entry.values * value_bytes;
    }
    return archive;
}

Result<std::span<const float>> TensorArchive::tensor(std::string_view name, std::size_t values) const {
    const auto found = tensors_.find(name);
    if (found == tensors_.end()) return damaged(file_, "has no tensor " + std::string(name));
    if (found->second.size() != values) {
        return damaged(file_, "has " + std::to_string(found->second.size()) + " values in tensor " +
                                  std::string(name) + " instead of " + std::to_string(values));
    }
    return std::span<const float>(found->second);
}

}  // namespace parlance::nlu
