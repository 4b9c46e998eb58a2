#include "personalization/learning/churn_model.h"

#include <cstdint>
#include <span>
#include <vector>

#include "personalization/learning/sealed_file.h"

namespace parlance::personalization {

namespace {

constexpr FileSeal seal{"PARLCHRN", 3, "churn model", "parlance train churn"};

// What a model reads, as files spell it.
enum class Source : std::uint8_t { table, transactions, events };

Error damaged() {
    return {ErrorCode::bad_model, "the churn model has parts that cannot be read or do not fit together"};
}

void write_source(const ChurnModel& model, nlu::SectionWriter& writer) {
    const Source source = model.log ? Source::transactions : model.events ? Source::events : Source::table;
    writer.number(static_cast<std::uint8_t>(source));
    if (model.events) writer.number(static_cast<std::int64_t>(model.events->count()));
    if (source == Source::table) model.encoder.write(writer);
    if (!model.log) return;
    writer.number(static_cast<std::int64_t>(model.log->horizon.count()));
    const BgNbd& purchases = model.log->model;
    for (const double value : {purchases.r, purchases.alpha, purchases.a, purchases.b}) writer.number(value);
}

// False when the bytes say nothing sound.
bool read_source(nlu::SectionReader& reader, ChurnModel& model) {
    const auto source = static_cast<Source>(reader.number<std::uint8_t>());
    if (source == Source::table) return model.encoder.read(reader);
    const std::chrono::days horizon(reader.number<std::int64_t>());
    if (horizon.count() <= 0) return false;
    if (source == Source::events) {
        model.events = horizon;
        return true;
    }
    model.log = LogReading{horizon, {}};
    BgNbd& purchases = model.log->model;
    for (double* value : {&purchases.r, &purchases.alpha, &purchases.a, &purchases.b})
        *value = reader.number<double>();
    return source == Source::transactions;
}

// Whether the features are those that the source gives. What is remembered of customers grows: whoever uses
// a model of events looks its features up by name.
bool fits_source(const ChurnModel& model) {
    return model.log || model.events || model.encoder.names() == model.model.names();
}

}  // namespace

std::string ChurnModel::to_bytes() const {
    nlu::SectionWriter writer;
    writer.text(target);
    writer.text(positive);
    writer.number(base_rate);
    write_source(*this, writer);
    model.write(writer);
    bins.write(writer);
    return sealed(writer.take(), seal);
}

Result<ChurnModel> ChurnModel::from_bytes(std::string_view bytes) {
    auto opened = open_sealed(bytes, seal);
    if (!opened) return opened.error();
    nlu::SectionReader& reader = *opened;
    std::string target(reader.text());
    std::string positive(reader.text());
    const auto base_rate = reader.number<double>();
    ChurnModel model{
        std::move(target), std::move(positive), base_rate, {}, {}, {}, BinaryModel({}, {}, {}), {}};
    if (!read_source(reader, model)) return damaged();
    auto members = BinaryModel::read(reader);
    if (!members) return members.error();
    model.model = std::move(*members);
    if (!model.bins.read(reader, model.model.names().size()) || !reader.at_end()) return damaged();
    if (!fits_source(model)) return damaged();
    return model;
}

Result<std::size_t> ChurnModel::save(const std::filesystem::path& file) const {
    return write_sealed(file, to_bytes());
}

Result<ChurnModel> ChurnModel::load(const std::filesystem::path& file) {
    return load_sealed<ChurnModel>(file, seal);
}

}  // namespace parlance::personalization
