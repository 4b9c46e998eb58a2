#include "personalization/learning/sealed_file.h"

#include <cstddef>
#include <cstring>
#include <fstream>
#include <memory>
#include <span>
#include <sstream>
#include <vector>

#include "nlu/checksum.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t magic_bytes = 8;
constexpr std::size_t header_bytes = magic_bytes + 4 + 8 + 8;

Error refused(const FileSeal& seal, const std::string& detail) {
    return {ErrorCode::bad_model, std::string(seal.kind) + " " + detail + "; make it again with `" +
                                      std::string(seal.made_by) + "`"};
}

}  // namespace

std::string sealed(const std::string& payload, const FileSeal& seal) {
    nlu::SectionWriter header;
    header.number(seal.version);
    header.number(static_cast<std::uint64_t>(payload.size()));
    header.number(nlu::checksum_of(payload));
    return std::string(seal.magic) + header.take() + payload;
}

Result<std::string_view> unsealed(std::string_view bytes, const FileSeal& seal) {
    if (bytes.size() < header_bytes || !bytes.starts_with(seal.magic))
        return refused(seal, "is of another kind");
    const std::string_view rest = bytes.substr(magic_bytes);
    nlu::SectionReader header(std::as_bytes(std::span(rest.data(), rest.size())), nullptr);
    const auto version = header.number<std::uint32_t>();
    if (version != seal.version)
        return refused(seal, "has version " + std::to_string(version) + ", this program reads " +
                                 std::to_string(seal.version));
    const auto size = header.number<std::uint64_t>();
    const auto checksum = header.number<std::uint64_t>();
    const std::string_view payload = bytes.substr(header_bytes);
    if (payload.size() != size) return refused(seal, "is cut short or too long");
    if (nlu::checksum_of(payload) != checksum) return refused(seal, "is damaged: its checksum is wrong");
    return payload;
}

Result<nlu::SectionReader> open_sealed(std::string_view bytes, const FileSeal& seal) {
    const auto payload = unsealed(bytes, seal);
    if (!payload) return payload.error();
    const auto copy = std::make_shared<std::vector<std::byte>>(payload->size());
    if (!payload->empty()) std::memcpy(copy->data(), payload->data(), payload->size());
    return nlu::SectionReader(*copy, copy);
}

Result<std::size_t> write_sealed(const std::filesystem::path& file, const std::string& bytes) {
    std::error_code problem;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), problem);
    std::filesystem::path draft = file;
    draft += ".part";
    std::ofstream out(draft, std::ios::binary);
    out << bytes;
    out.close();
    if (out) std::filesystem::rename(draft, file, problem);
    if (!out || problem) return Error{ErrorCode::io_failed, "cannot write " + file.string()};
    return bytes.size();
}

Result<std::string> read_sealed(const std::filesystem::path& file, const FileSeal& seal) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in || std::filesystem::is_directory(file))
        return Error{ErrorCode::io_failed, "cannot read the " + std::string(seal.kind) + " " + file.string() +
                                               "; make one with `" + std::string(seal.made_by) + "`"};
    return bytes.str();
}

}  // namespace parlance::personalization
