#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "intents/result.h"
#include "nlu/encoder/section_bytes.h"

namespace parlance::personalization {

// What a kind of model file begins with, and what its refusals say.
struct FileSeal {
    std::string_view magic;  // 8 letters
    std::uint32_t version = 1;
    std::string_view kind;     // "churn model"
    std::string_view made_by;  // the command that makes one
};

// The payload behind a header of magic, version, size and CRC-64.
std::string sealed(const std::string& payload, const FileSeal& seal);

// The payload, as a view of `bytes`. Fails with bad_model on another magic or version, a wrong size or a
// wrong checksum; the detail names the command that makes the file anew.
Result<std::string_view> unsealed(std::string_view bytes, const FileSeal& seal);

// A reader of the payload, over a copy that it keeps alive. Fails as `unsealed`.
Result<nlu::SectionReader> open_sealed(std::string_view bytes, const FileSeal& seal);

// Writes beside the file, then moves there, so that nobody reads half of it. Gives the size; fails with
// io_failed.
Result<std::size_t> write_sealed(const std::filesystem::path& file, const std::string& bytes);

// The file's bytes. Fails with io_failed, naming the command that makes one, when there is none.
Result<std::string> read_sealed(const std::filesystem::path& file, const FileSeal& seal);

// What Model::from_bytes makes of the file. Fails as `read_sealed`, and as from_bytes with the file's name.
template <typename Model>
Result<Model> load_sealed(const std::filesystem::path& file, const FileSeal& seal) {
    const auto bytes = read_sealed(file, seal);
    if (!bytes) return bytes.error();
    auto model = Model::from_bytes(*bytes);
    if (!model) return Error{model.error().code, file.string() + ": " + model.error().detail};
    return model;
}

}  // namespace parlance::personalization
