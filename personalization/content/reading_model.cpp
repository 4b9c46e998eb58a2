#include "personalization/content/reading_model.h"

#include <cmath>

#include "personalization/learning/sealed_file.h"

namespace parlance::personalization {

namespace {

constexpr FileSeal seal{"PARLREAD", 1, "model of readings", "parlance train content"};

Error damaged() {
    return {ErrorCode::bad_model,
            "the model of readings has parts that cannot be read or do not fit together"};
}

// False when the bytes say nothing sound.
bool read_weights(nlu::SectionReader& reader, std::size_t items, std::vector<ReadingModel::Weight>& weights) {
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        const auto item = reader.number<ItemNumber>();
        const auto weight = reader.number<float>();
        if (item >= items || !std::isfinite(weight)) return false;
        weights.push_back({item, weight});
    }
    return reader.ok();
}

}  // namespace

ReadingModel::ReadingModel(std::vector<std::string> items, std::vector<std::vector<Weight>> weights,
                           ProbabilityCalibration calibration)
    : items_(std::move(items)), weights_(std::move(weights)), calibration_(std::move(calibration)) {
    for (std::size_t i = 0; i < items_.size(); ++i) numbers_.emplace(items_[i], static_cast<ItemNumber>(i));
}

std::vector<float> ReadingModel::scores(std::span<const ItemNumber> history) const {
    std::vector<float> sums(items_.size(), 0);
    for (const ItemNumber read : history) {
        for (const Weight& each : weights_[read]) sums[each.item] += each.weight;
    }
    return sums;
}

std::unordered_map<std::string_view, ReadingRelevance> ReadingModel::relevance(
    const ReadingHistory& history) const {
    struct Sum {
        float score = 0;
        float most = 0;
        ItemNumber because = 0;
    };
    std::unordered_map<ItemNumber, Sum> sums;
    for (const auto& [id, reading] : history.readings()) {
        const auto read = numbers_.find(id.text);
        if (read == numbers_.end()) continue;
        for (const Weight& each : weights_[read->second]) {
            Sum& sum = sums[each.item];
            sum.score += each.weight;
            if (each.weight <= sum.most) continue;
            sum.most = each.weight;
            sum.because = read->second;
        }
    }
    std::unordered_map<std::string_view, ReadingRelevance> found;
    for (const auto& [item, sum] : sums) {
        const std::string& id = items_[item];
        if (sum.score <= 0 || history.of({id}) != nullptr) continue;
        found.emplace(id, ReadingRelevance{calibration_.probability(sum.score), {items_[sum.because]}});
    }
    return found;
}

std::string ReadingModel::to_bytes() const {
    nlu::SectionWriter writer;
    writer.number(static_cast<std::uint32_t>(items_.size()));
    for (std::size_t i = 0; i < items_.size(); ++i) {
        writer.text(items_[i]);
        writer.number(static_cast<std::uint32_t>(weights_[i].size()));
        for (const Weight& each : weights_[i]) {
            writer.number(each.item);
            writer.number(each.weight);
        }
    }
    calibration_.write(writer);
    return sealed(writer.take(), seal);
}

Result<ReadingModel> ReadingModel::from_bytes(std::string_view bytes) {
    auto opened = open_sealed(bytes, seal);
    if (!opened) return opened.error();
    nlu::SectionReader& reader = *opened;
    const auto count = reader.number<std::uint32_t>();
    std::vector<std::string> items;
    std::vector<std::vector<Weight>> weights;
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        items.emplace_back(reader.text());
        if (!read_weights(reader, count, weights.emplace_back())) return damaged();
    }
    ProbabilityCalibration calibration;
    if (!calibration.read(reader) || !reader.at_end()) return damaged();
    return ReadingModel(std::move(items), std::move(weights), std::move(calibration));
}

Result<std::size_t> ReadingModel::save(const std::filesystem::path& file) const {
    return write_sealed(file, to_bytes());
}

Result<ReadingModel> ReadingModel::load(const std::filesystem::path& file) {
    return load_sealed<ReadingModel>(file, seal);
}

}  // namespace parlance::personalization
