#include "nlu/encoder/encoder_package.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>

#include "tests/nlu/encoder_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

namespace fs = std::filesystem;

// A copy of the installed package, by links, that a test may damage; gone with this.
class PackageCopy {
public:
    PackageCopy() : folder_(fs::temp_directory_path() / ("parlance_encoder_" + std::to_string(::getpid()))) {
        fs::create_directories(folder_ / "dist");
        for (const auto& file : fs::directory_iterator(tests::encoder_package() / "dist")) {
            fs::create_symlink(fs::absolute(file.path()), folder_ / "dist" / file.path().filename());
        }
    }
    ~PackageCopy() { fs::remove_all(folder_); }
    PackageCopy(const PackageCopy&) = delete;
    PackageCopy& operator=(const PackageCopy&) = delete;

    const fs::path& folder() const { return folder_; }
    void remove(const std::string& file) { fs::remove(folder_ / "dist" / file); }
    void replace(const std::string& file, const std::string& bytes) {
        remove(file);
        std::ofstream(folder_ / "dist" / file, std::ios::binary) << bytes;
    }
    std::string read(const std::string& file) const {
        std::ifstream in(folder_ / "dist" / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    fs::path folder_;
};

// The last `from` in `text` made `to`.
std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.rfind(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a folder without the package is an error that names it", "[nlu][encoder][package]") {
    const auto weights = read_encoder_package("/nowhere/at/all");
    REQUIRE_FALSE(weights.has_value());
    CHECK(weights.error().code == ErrorCode::bad_model);
    CHECK(weights.error().detail.find("/nowhere/at/all/dist/vocab.json") != std::string::npos);
}

TEST_CASE("a damaged package is an error that names the file", "[nlu][encoder][package]") {
    if (!tests::has_encoder_package()) {
        WARN("skipped: no encoder package at " << tests::encoder_package() << "; run script/setup");
        return;
    }
    PackageCopy copy;
    const auto [damage, named] = GENERATE(table<std::function<void(PackageCopy&)>, std::string>({
        {[](PackageCopy& c) { c.remove("group1-shard3of7"); }, "group1-shard3of7 cannot be read"},
        {[](PackageCopy& c) { c.replace("group1-shard3of7", "short"); }, "group1-shard3of7 has 5 bytes"},
        {[](PackageCopy& c) { c.replace("group1-shard7of7", c.read("group1-shard7of7") + "x"); },
         "group1-shard7of7 has 2737833 bytes instead of 2737832"},
        {[](PackageCopy& c) { c.remove("model.json"); }, "model.json cannot be read"},
        {[](PackageCopy& c) { c.replace("model.json", "{"); }, "model.json:1 is no JSON"},
        {[](PackageCopy& c) { c.replace("model.json", "{}"); }, "model.json has no weightsManifest"},
        {[](PackageCopy& c) { c.replace("model.json", with(c.read("model.json"), "shard7of7", "../7of7")); },
         "model.json has no weightsManifest"},
        {[](PackageCopy& c) {
             c.replace("model.json",
                       with(c.read("model.json"), "module/Embeddings_en", "module/Embeddings_de"));
         },
         "model.json has no tensor module/Embeddings_en"},
        {[](PackageCopy& c) { c.replace("vocab.json", "[]"); }, "vocab.json is no list"},
        {[](PackageCopy& c) { c.replace("vocab.json", "[[\"a\",0],[\"b\"]]"); }, "vocab.json is no list"},
        {[](PackageCopy& c) { c.replace("vocab.json", with(c.read("vocab.json"), "[\"<s>\",0],", "")); },
         "module/Embeddings_en instead of"},
    }));
    damage(copy);
    const auto weights = read_encoder_package(copy.folder());
    REQUIRE_FALSE(weights.has_value());
    CHECK(weights.error().code == ErrorCode::bad_model);
    CHECK_THAT(weights.error().detail, Catch::Contains(named));
}

TEST_CASE("a whole package has every weight of the encoder", "[nlu][encoder][package]") {
    if (!tests::has_encoder_package()) {
        WARN("skipped: no encoder package at " << tests::encoder_package() << "; run script/setup");
        return;
    }
    const auto weights = read_encoder_package(tests::encoder_package());
    REQUIRE(weights.has_value());
    CHECK(weights->vocabulary.size() == 8000);
    CHECK(weights->embedding.size() == 8002 * embedding_width);
    CHECK(weights->layers[0].residual.outputs == model_width);
    CHECK(weights->layers[1].residual.outputs == 0);
    CHECK(weights->output.weights.size() == model_width * model_width);
}
