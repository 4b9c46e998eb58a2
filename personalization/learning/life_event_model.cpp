#include "personalization/learning/life_event_model.h"

#include <algorithm>
#include <cmath>

#include "personalization/learning/sealed_file.h"

namespace parlance::personalization {

namespace {

constexpr FileSeal seal{"PARLLIFE", 2, "life-event model", "parlance train life-events"};

Error damaged() {
    return {ErrorCode::bad_model,
            "the life-event model has parts that cannot be read or do not fit together"};
}

}  // namespace

std::string LifeEventModel::to_bytes() const {
    nlu::SectionWriter writer;
    writer.number(static_cast<std::uint32_t>(states.size()));
    for (const std::string& state : states) writer.text(state);
    covariates.write(writer);
    writer.number(static_cast<std::uint32_t>(hazards.size()));
    for (const LifeEventHazard& hazard : hazards) {
        hazard.event.write(writer);
        hazard.model.write(writer);
        hazard.bins.write(writer);
    }
    return sealed(writer.take(), seal);
}

Result<LifeEventModel> LifeEventModel::from_bytes(std::string_view bytes) {
    auto opened = open_sealed(bytes, seal);
    if (!opened) return opened.error();
    nlu::SectionReader& reader = *opened;
    LifeEventModel result;
    const auto states = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < states && reader.ok(); ++i) result.states.emplace_back(reader.text());
    if (!result.covariates.read(reader)) return damaged();
    const auto hazards = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < hazards && reader.ok(); ++i) {
        LifeEventDefinition event;
        if (!event.read(reader)) return damaged();
        auto model = BinaryModel::read(reader);
        if (!model) return model.error();
        FeatureBins bins;
        if (!bins.read(reader, model->names().size())) return damaged();
        result.hazards.push_back({std::move(event), std::move(*model), std::move(bins)});
    }
    if (!reader.at_end()) return damaged();
    return result;
}

Result<std::size_t> LifeEventModel::save(const std::filesystem::path& file) const {
    return write_sealed(file, to_bytes());
}

Result<LifeEventModel> LifeEventModel::load(const std::filesystem::path& file) {
    return load_sealed<LifeEventModel>(file, seal);
}

BinaryTrainingOptions life_event_options(std::uint32_t seed) {
    BinaryTrainingOptions options;
    options.seed = seed;
    options.inner_parts = 3;
    options.bags = 6;
    options.penalties = {1, 30};
    TreeOptions shallow;
    shallow.depth = 3;
    shallow.learning_rate = 0.05;
    shallow.least_child_weight = 5;
    shallow.row_share = 0.8;
    shallow.column_share = 0.4;
    TreeOptions middling = shallow;
    middling.depth = 4;
    middling.learning_rate = 0.03;
    middling.column_share = 0.2;
    TreeOptions deep = middling;
    deep.depth = 8;
    deep.learning_rate = 0.02;
    deep.least_child_weight = 15;
    deep.row_share = 0.6;
    deep.column_share = 0.3;
    options.trees = {shallow, middling, deep};
    return options;
}

double median_periods(double probability, std::size_t horizon) {
    const double chance = std::clamp(probability, 1e-9, 1 - 1e-9);
    return std::log(0.5) / std::log1p(-chance) * static_cast<double>(horizon);
}

}  // namespace parlance::personalization
