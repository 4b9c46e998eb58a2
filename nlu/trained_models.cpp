#include "nlu/trained_models.h"

#include <cstring>
#include <fstream>

#include "nlu/checksum.h"
#include "nlu/mapped_file.h"

namespace parlance::nlu {

namespace {

constexpr std::string_view magic = "PARLANCE";
constexpr std::uint32_t version = 3;

// The header's room: what follows it is aligned in a mapped file.
constexpr std::size_t header_bytes = section_alignment;

Error bad_model(const std::string& detail) {
    return {ErrorCode::bad_model, "model file " + detail + "; make it again with `parlance train`"};
}

std::shared_ptr<const SentenceEncoder> encoder_of(const TrainedModels& models) {
    for (const auto& classifier : {models.intents, models.sentiment}) {
        if (classifier && classifier->parts().neural) return classifier->parts().neural->encoder;
    }
    return nullptr;
}

// The encoder's bytes, none for none.
void write_encoder(const TrainedModels& models, SectionWriter& writer) {
    const auto encoder = encoder_of(models);
    const std::string bytes = encoder ? encoder->to_bytes() : std::string();
    writer.array(WeightArray<char>(std::vector<char>(bytes.begin(), bytes.end())));
}

// Null, too, when the file has none. False when the bytes make no encoder.
bool read_encoder(SectionReader& reader, const std::shared_ptr<const void>& owner,
                  std::shared_ptr<const SentenceEncoder>& encoder) {
    const auto bytes = reader.array<char>();
    if (!reader.ok() || bytes.size() == 0) return reader.ok();
    auto read = SentenceEncoder::from_bytes(std::as_bytes(bytes.values()), owner);
    if (read) encoder = std::move(*read);
    return encoder != nullptr;
}

void write_classifier(const std::shared_ptr<const TrainedClassifier>& classifier, SectionWriter& writer) {
    writer.number(static_cast<std::uint8_t>(classifier ? 1 : 0));
    if (classifier) classifier->write(writer);
}

// Null, too, when the file has none. False when the bytes make no classifier.
bool read_classifier(SectionReader& reader, const std::shared_ptr<const SentenceEncoder>& encoder,
                     std::shared_ptr<const TrainedClassifier>& classifier) {
    if (reader.number<std::uint8_t>() == 0) return reader.ok();
    classifier = TrainedClassifier::read(reader, encoder);
    return classifier != nullptr;
}

Result<TrainedModels> read_parts(std::span<const std::byte> payload,
                                 const std::shared_ptr<const void>& owner) {
    SectionReader reader(payload, owner);
    std::shared_ptr<const SentenceEncoder> encoder;
    TrainedModels models;
    const bool whole = read_encoder(reader, owner, encoder) &&
                       read_classifier(reader, encoder, models.intents) &&
                       read_classifier(reader, encoder, models.sentiment);
    const bool useful = models.intents || models.sentiment;
    if (!whole || !useful || !reader.at_end())
        return bad_model("has parts that cannot be read or do not fit together");
    return models;
}

std::string_view text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// The bytes stay where they are; `owner` keeps them there.
Result<TrainedModels> read_model_bytes(std::span<const std::byte> bytes,
                                       const std::shared_ptr<const void>& owner) {
    if (bytes.size() < header_bytes || !text_of(bytes).starts_with(magic))
        return bad_model("is no Parlance model");
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
    return read_parts(payload, owner);
}

}  // namespace

std::string TrainedModels::to_bytes() const {
    SectionWriter sections;
    write_encoder(*this, sections);
    write_classifier(intents, sections);
    write_classifier(sentiment, sections);
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

Result<TrainedModels> TrainedModels::from_bytes(std::string_view bytes) {
    // Memory of our own, so that the parts may stay views; new gives it aligned for every number.
    const auto copy = std::make_shared<std::vector<std::byte>>(bytes.size());
    if (!bytes.empty()) std::memcpy(copy->data(), bytes.data(), bytes.size());
    return read_model_bytes(*copy, copy);
}

Result<TrainedModels> TrainedModels::load(const std::filesystem::path& file) {
    const auto mapped = MappedFile::open(file);
    if (!mapped) return bad_model(mapped.error().detail);
    auto loaded = read_model_bytes((*mapped)->bytes(), *mapped);
    if (!loaded) return Error{loaded.error().code, file.string() + ": " + loaded.error().detail};
    // The checksum has read all of it, and fastText has made its own copy of its part.
    (*mapped)->release_memory();
    return loaded;
}

Result<std::size_t> TrainedModels::save(const std::filesystem::path& file) const {
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
