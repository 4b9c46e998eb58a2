#include "personalization/models/life_hazards.h"

#include <algorithm>

#include "personalization/learning/sealed_file.h"
#include "personalization/models/signal_features.h"

namespace parlance::personalization {

namespace {

constexpr FileSeal seal{"PARLHAZD", 2, "model of life events in behaviour",
                        "parlance train life-events --events"};

Error damaged() {
    return {ErrorCode::bad_model,
            "the model of life events has parts that cannot be read or do not fit together"};
}

Result<LifeHazard> read_hazard(nlu::SectionReader& reader) {
    const auto event = life_event(reader.text());
    const auto days = reader.number<std::uint32_t>();
    const auto base_rate = reader.number<double>();
    auto model = BinaryModel::read(reader);
    if (!model) return model.error();
    FeatureBins bins;
    if (!event || days == 0 || !bins.read(reader, model->names().size())) return damaged();
    if (model->names() != signal_feature_names())
        return Error{ErrorCode::bad_model,
                     "the model of life events was trained on other features; train it anew"};
    return LifeHazard{*event, std::chrono::days(days), base_rate, std::move(*model), std::move(bins)};
}

}  // namespace

std::vector<const LifeHazard*> LifeHazards::of(LifeEvent event) const {
    std::vector<const LifeHazard*> found;
    for (const LifeHazard& hazard : hazards) {
        if (hazard.event == event) found.push_back(&hazard);
    }
    std::sort(found.begin(), found.end(),
              [](const LifeHazard* left, const LifeHazard* right) { return left->horizon < right->horizon; });
    return found;
}

std::string LifeHazards::to_bytes() const {
    nlu::SectionWriter writer;
    writer.number(static_cast<std::uint32_t>(hazards.size()));
    for (const LifeHazard& hazard : hazards) {
        writer.text(std::string(to_text(hazard.event)));
        writer.number(static_cast<std::uint32_t>(hazard.horizon.count()));
        writer.number(hazard.base_rate);
        hazard.model.write(writer);
        hazard.bins.write(writer);
    }
    return sealed(writer.take(), seal);
}

Result<LifeHazards> LifeHazards::from_bytes(std::string_view bytes) {
    auto opened = open_sealed(bytes, seal);
    if (!opened) return opened.error();
    nlu::SectionReader& reader = *opened;
    LifeHazards result;
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        auto hazard = read_hazard(reader);
        if (!hazard) return hazard.error();
        result.hazards.push_back(std::move(*hazard));
    }
    if (!reader.at_end()) return damaged();
    return result;
}

Result<std::size_t> LifeHazards::save(const std::filesystem::path& file) const {
    return write_sealed(file, to_bytes());
}

Result<LifeHazards> LifeHazards::load(const std::filesystem::path& file) {
    return load_sealed<LifeHazards>(file, seal);
}

}  // namespace parlance::personalization
