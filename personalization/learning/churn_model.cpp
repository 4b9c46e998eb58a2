#include "personalization/learning/churn_model.h"

#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "personalization/learning/sealed_file.h"

namespace parlance::personalization {

namespace {

constexpr FileSeal seal{"PARLCHRN", 1, "churn model", "parlance train churn"};

Error damaged() {
    return {ErrorCode::bad_model, "the churn model has parts that cannot be read or do not fit together"};
}

void write_log(const std::optional<LogReading>& log, nlu::SectionWriter& writer) {
    writer.number(static_cast<std::int64_t>(log ? log->horizon.count() : 0));
    if (!log) return;
    for (const double value : {log->model.r, log->model.alpha, log->model.a, log->model.b})
        writer.number(value);
}

std::optional<LogReading> read_log(nlu::SectionReader& reader) {
    const auto days = reader.number<std::int64_t>();
    if (days <= 0) return std::nullopt;
    LogReading log{std::chrono::days(days), {}};
    for (double* value : {&log.model.r, &log.model.alpha, &log.model.a, &log.model.b})
        *value = reader.number<double>();
    return log;
}

}  // namespace

std::string ChurnModel::to_bytes() const {
    nlu::SectionWriter writer;
    writer.text(target);
    writer.text(positive);
    writer.number(base_rate);
    write_log(log, writer);
    if (!log) encoder.write(writer);
    model.write(writer);
    bins.write(writer);
    return sealed(writer.take(), seal);
}

Result<ChurnModel> ChurnModel::from_bytes(std::string_view bytes) {
    const auto payload = unsealed(bytes, seal);
    if (!payload) return payload.error();
    const auto copy = std::make_shared<std::vector<std::byte>>(payload->size());
    if (!payload->empty()) std::memcpy(copy->data(), payload->data(), payload->size());
    nlu::SectionReader reader(*copy, copy);
    const std::string target(reader.text());
    const std::string positive(reader.text());
    const auto base_rate = reader.number<double>();
    const std::optional<LogReading> log = read_log(reader);
    FeatureEncoder encoder;
    if (!log && !encoder.read(reader)) return damaged();
    auto model = BinaryModel::read(reader);
    if (!model) return model.error();
    FeatureBins bins;
    const std::size_t width = model->names().size();
    const bool fits = log || encoder.names() == model->names();
    if (!bins.read(reader, width) || !fits || !reader.at_end()) return damaged();
    return ChurnModel{target, positive, base_rate, encoder, log, std::move(*model), std::move(bins)};
}

Result<std::size_t> ChurnModel::save(const std::filesystem::path& file) const {
    return write_sealed(file, to_bytes());
}

Result<ChurnModel> ChurnModel::load(const std::filesystem::path& file) {
    const auto bytes = read_sealed(file, seal);
    if (!bytes) return bytes.error();
    auto model = from_bytes(*bytes);
    if (!model) return Error{model.error().code, file.string() + ": " + model.error().detail};
    return model;
}

}  // namespace parlance::personalization
