#include "personalization/learning/binary_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace parlance::personalization {

namespace {

Result<std::vector<double>> margins_of(const ModelMember& member, const FeatureMatrix& features) {
    if (const auto* trees = std::get_if<BoostedTrees>(&member.model)) return trees->margins(features);
    return std::get<LogisticModel>(member.model).margins(features);
}

Result<std::vector<double>> contributions_of(const ModelMember& member, std::span<const float> row) {
    if (const auto* trees = std::get_if<BoostedTrees>(&member.model)) return trees->contributions(row);
    return std::get<LogisticModel>(member.model).contributions(row);
}

}  // namespace

BinaryModel::BinaryModel(std::vector<std::string> names, std::vector<ModelMember> members,
                         ProbabilityCalibration calibration)
    : names_(std::move(names)), members_(std::move(members)), calibration_(std::move(calibration)) {}

Result<std::vector<double>> BinaryModel::margins(const FeatureMatrix& features) const {
    if (features.names != names_)
        return Error{ErrorCode::bad_model, "the model was trained on other columns"};
    std::vector<double> sums(features.size(), 0);
    for (const ModelMember& member : members_) {
        const Result<std::vector<double>> margins = margins_of(member, features);
        if (!margins) return margins.error();
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += member.weight * (*margins)[i];
    }
    return sums;
}

Result<std::vector<double>> BinaryModel::probabilities(const FeatureMatrix& features) const {
    Result<std::vector<double>> values = margins(features);
    if (!values) return values;
    for (double& value : *values) value = calibration_.probability(value);
    return values;
}

Result<std::vector<Contribution>> BinaryModel::contributions(std::span<const float> row) const {
    if (row.size() != names_.size())
        return Error{ErrorCode::bad_model, "the model was trained on other columns"};
    std::vector<Contribution> parts;
    for (std::size_t i = 0; i < names_.size(); ++i) parts.push_back({names_[i], row[i], 0});
    for (const ModelMember& member : members_) {
        const Result<std::vector<double>> values = contributions_of(member, row);
        if (!values) return values.error();
        for (std::size_t i = 0; i < parts.size(); ++i) parts[i].log_odds += member.weight * (*values)[i];
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Contribution& left, const Contribution& right) {
        return std::abs(left.log_odds) > std::abs(right.log_odds);
    });
    return parts;
}

BinaryModel BinaryModel::recalibrated(ProbabilityCalibration calibration) const {
    return {names_, members_, std::move(calibration)};
}

void BinaryModel::write(nlu::SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(names_.size()));
    for (const std::string& name : names_) writer.text(name);
    writer.number(static_cast<std::uint32_t>(members_.size()));
    for (const ModelMember& member : members_) {
        writer.number(member.weight);
        const auto* trees = std::get_if<BoostedTrees>(&member.model);
        writer.number(static_cast<std::uint8_t>(trees != nullptr ? 1 : 0));
        if (trees != nullptr) {
            writer.text(trees->bytes());
        } else {
            std::get<LogisticModel>(member.model).write(writer);
        }
    }
    calibration_.write(writer);
}

Result<BinaryModel> BinaryModel::read(nlu::SectionReader& reader) {
    const Error damaged{ErrorCode::bad_model, "parts that cannot be read or do not fit together"};
    std::vector<std::string> names;
    const auto width = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < width && reader.ok(); ++i) names.emplace_back(reader.text());
    std::vector<ModelMember> members;
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        const auto weight = reader.number<double>();
        if (reader.number<std::uint8_t>() != 0) {
            auto trees = BoostedTrees::from_bytes(reader.text(), names.size());
            if (!trees) return trees.error();
            members.push_back({std::move(*trees), weight});
        } else {
            LogisticModel model;
            if (!model.read(reader, names.size())) return damaged;
            members.push_back({std::move(model), weight});
        }
    }
    ProbabilityCalibration calibration;
    if (!calibration.read(reader) || names.empty() || members.empty()) return damaged;
    return BinaryModel(std::move(names), std::move(members), std::move(calibration));
}

}  // namespace parlance::personalization
