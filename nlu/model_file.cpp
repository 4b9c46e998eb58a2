#include <fstream>
#include <sstream>

#include "nlu/trained_classifier.h"

namespace parlance::nlu {

namespace {

constexpr std::string_view magic = "PARLANCE";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_bytes = magic.size() + sizeof(std::uint32_t) + 2 * sizeof(std::uint64_t);

Error bad_model(const std::string& detail) {
    return {ErrorCode::bad_model, "model file " + detail + "; make it again with `parlance train`"};
}

bool read_labels(ByteReader& reader, ClassifierParts& parts) {
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        parts.labels.push_back({std::string(reader.text())});
    }
    return reader.ok() && !parts.labels.empty();
}

Result<ClassifierParts> read_parts(std::string_view payload) {
    ByteReader reader(payload);
    ClassifierParts parts;
    const bool whole = read_labels(reader, parts) && parts.calibration.read(reader) &&
                       parts.calibration.fits(parts.labels.size()) && parts.ngrams.read(reader) &&
                       parts.linear.read(reader);
    const std::string fasttext(reader.text());
    if (!whole || !reader.at_end()) return bad_model("has parts that cannot be read");
    const auto own = parts.calibration.out_of_scope_class();
    if (parts.linear.classes() != parts.labels.size() || parts.linear.features() != parts.ngrams.size() ||
        (own && *own >= parts.labels.size())) {
        return bad_model("has parts that do not fit together");
    }
    if (!fasttext.empty()) {
        auto model = FastTextModel::from_bytes(fasttext, static_cast<std::uint32_t>(parts.labels.size()));
        if (!model) return bad_model("is damaged: " + model.error().detail);
        parts.fasttext = std::move(*model);
    }
    return parts;
}

}  // namespace

std::string TrainedClassifier::to_bytes() const {
    ByteWriter payload;
    payload.number(static_cast<std::uint32_t>(parts_.labels.size()));
    for (const IntentName& label : parts_.labels) payload.text(label.text);
    parts_.calibration.write(payload);
    parts_.ngrams.write(payload);
    parts_.linear.write(payload);
    payload.text(parts_.fasttext ? std::string_view(parts_.fasttext->bytes()) : std::string_view());
    ByteWriter file;
    for (const char letter : magic) file.number(letter);
    file.number(version);
    file.number(static_cast<std::uint64_t>(payload.bytes().size()));
    file.number(checksum_of(payload.bytes()));
    return file.bytes() + payload.bytes();
}

Result<std::shared_ptr<const TrainedClassifier>> TrainedClassifier::from_bytes(std::string_view bytes) {
    if (bytes.size() < header_bytes || !bytes.starts_with(magic)) return bad_model("is no Parlance model");
    ByteReader header(bytes.substr(magic.size(), header_bytes - magic.size()));
    const auto written = header.number<std::uint32_t>();
    if (written != version) {
        return bad_model("has version " + std::to_string(written) + ", this program reads " +
                         std::to_string(version));
    }
    const auto size = header.number<std::uint64_t>();
    const auto checksum = header.number<std::uint64_t>();
    const std::string_view payload = bytes.substr(header_bytes);
    if (payload.size() != size) {
        return bad_model("is cut short or too long: " + std::to_string(payload.size()) +
                         " bytes instead of " + std::to_string(size));
    }
    if (checksum_of(payload) != checksum) return bad_model("is damaged: its checksum is wrong");
    Result<ClassifierParts> parts = read_parts(payload);
    if (!parts) return parts.error();
    return std::shared_ptr<const TrainedClassifier>(std::make_shared<TrainedClassifier>(std::move(*parts)));
}

Result<std::shared_ptr<const TrainedClassifier>> TrainedClassifier::load(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    if (in) bytes << in.rdbuf();
    if (!in || !bytes) return bad_model(file.string() + " cannot be read");
    auto loaded = from_bytes(bytes.str());
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
