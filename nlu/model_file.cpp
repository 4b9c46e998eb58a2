#include <cstring>
#include <fstream>

#include "nlu/checksum.h"
#include "nlu/mapped_file.h"
#include "nlu/trained_classifier.h"

namespace parlance::nlu {

namespace {

constexpr std::string_view magic = "PARLANCE";
constexpr std::uint32_t version = 2;

// The header's room: what follows it is aligned in a mapped file.
constexpr std::size_t header_bytes = section_alignment;

Error bad_model(const std::string& detail) {
    return {ErrorCode::bad_model, "model file " + detail + "; make it again with `parlance train`"};
}

bool read_labels(SectionReader& reader, ClassifierParts& parts) {
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        parts.labels.push_back({std::string(reader.text())});
    }
    return reader.ok() && !parts.labels.empty();
}

Result<ClassifierParts> read_parts(std::span<const std::byte> payload,
                                   const std::shared_ptr<const void>& owner) {
    SectionReader reader(payload, owner);
    ClassifierParts parts;
    bool whole = read_labels(reader, parts) && parts.lexical.read(reader) &&
                 parts.lexical.classes() == parts.labels.size() &&
                 parts.examples.read(reader, parts.labels.size());
    if (whole && reader.number<std::uint8_t>() != 0) {
        parts.neural.emplace();
        whole = parts.neural->read(reader, owner, parts.labels.size(), parts.lexical.ngrams.size());
    }
    if (!whole || !reader.at_end()) return bad_model("has parts that cannot be read or do not fit together");
    return parts;
}

std::string_view text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// The bytes stay where they are; `owner` keeps them there.
Result<std::shared_ptr<const TrainedClassifier>> read_model_bytes(std::span<const std::byte> bytes,
                                                                  const std::shared_ptr<const void>& owner) {
    if (bytes.size() < header_bytes || !text_of(bytes).starts_with(magic)) return bad_model("is no Parlance model");
    SectionReader header(bytes.subspan(magic.size(), header_bytes - magic.size()), owner);
    const auto written = header.number<std::uint32_t>();
    if (written != version) {
        return bad_model("has version " + std::to_string(written) + ", this program reads " +
                         std::to_string(version));
    }
    const auto size = header.number<std::uint64_t>();
    const auto checksum = header.number<std::uint64_t>();
    const std::span<const std::byte> payload = bytes.subspan(header_bytes);
    if (payload.size() != size) {
        return bad_model("is cut short or too long: " + std::to_string(payload.size()) +
                         " bytes instead of " + std::to_string(size));
    }
    if (checksum_of(text_of(payload)) != checksum) return bad_model("is damaged: its checksum is wrong");
    Result<ClassifierParts> parts = read_parts(payload, owner);
    if (!parts) return parts.error();
    return std::shared_ptr<const TrainedClassifier>(std::make_shared<TrainedClassifier>(std::move(*parts)));
}

}  // namespace

std::string TrainedClassifier::to_bytes() const {
    SectionWriter sections;
    sections.number(static_cast<std::uint32_t>(parts_.labels.size()));
    for (const IntentName& label : parts_.labels) sections.text(label.text);
    parts_.lexical.write(sections);
    parts_.examples.write(sections);
    sections.number(static_cast<std::uint8_t>(parts_.neural ? 1 : 0));
    if (parts_.neural) parts_.neural->write(sections);
    const std::string payload = sections.take();
    SectionWriter header;
    for (const char letter : magic) header.number(letter);
    header.number(version);
    header.number(static_cast<std::uint64_t>(payload.size()));
    header.number(checksum_of(payload));
    std::string file = header.take();
    file.resize(header_bytes);
    return file + payload;
}

Result<std::shared_ptr<const TrainedClassifier>> TrainedClassifier::from_bytes(std::string_view bytes) {
    // Memory of our own, so that the parts may stay views; new gives it aligned for every number.
    const auto copy = std::make_shared<std::vector<std::byte>>(bytes.size());
    if (!bytes.empty()) std::memcpy(copy->data(), bytes.data(), bytes.size());
    return read_model_bytes(*copy, copy);
}

Result<std::shared_ptr<const TrainedClassifier>> TrainedClassifier::load(const std::filesystem::path& file) {
    const auto mapped = MappedFile::open(file);
    if (!mapped) return bad_model(mapped.error().detail);
    auto loaded = read_model_bytes((*mapped)->bytes(), *mapped);
    if (!loaded) return Error{loaded.error().code, file.string() + ": " + loaded.error().detail};
    return loaded;
}

Result<std::size_t> TrainedClassifier::save(const std::filesystem::path& file) const {
    const std::string bytes = to_bytes();
    std::error_code problem;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), problem);
    std::filesystem::path draft = file;
    draft += ".part";
    std::ofstream out(draft, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (out) std::filesystem::rename(draft, file, problem);
    if (!out || problem) return Error{ErrorCode::io_failed, "cannot write " + file.string()};
    return bytes.size();
}

}  // namespace parlance::nlu
