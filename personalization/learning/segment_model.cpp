#include "personalization/learning/segment_model.h"

#include <algorithm>

#include "personalization/learning/sealed_file.h"

namespace parlance::personalization {

namespace {

constexpr FileSeal seal{"PARLSEGM", 1, "segment model", "parlance train segments"};

}  // namespace

Result<std::vector<SegmentMembership>> SegmentModel::memberships(const FeatureMatrix& features) const {
    const auto points = scaling.apply(features);
    if (!points) return points.error();
    std::vector<SegmentMembership> result;
    result.reserve(points->size());
    for (std::size_t i = 0; i < points->size(); ++i) {
        SegmentMembership member{0, mixture.memberships(points->row(i))};
        const auto largest = std::max_element(member.shares.begin(), member.shares.end());
        member.segment = static_cast<std::uint32_t>(largest - member.shares.begin());
        result.push_back(std::move(member));
    }
    return result;
}

std::string SegmentModel::to_bytes() const {
    nlu::SectionWriter writer;
    scaling.write(writer);
    mixture.write(writer);
    return sealed(writer.take(), seal);
}

Result<SegmentModel> SegmentModel::from_bytes(std::string_view bytes) {
    auto opened = open_sealed(bytes, seal);
    if (!opened) return opened.error();
    nlu::SectionReader& reader = *opened;
    SegmentModel model;
    const bool is_read = model.scaling.read(reader);
    const std::vector<std::string> names = model.scaling.names();
    if (!is_read || !model.mixture.read(reader, names.size()) || !reader.at_end())
        return Error{ErrorCode::bad_model, "the segment model has parts that cannot be read"};
    model.segments = describe_segments(model.mixture, names);
    return model;
}

Result<std::size_t> SegmentModel::save(const std::filesystem::path& file) const {
    return write_sealed(file, to_bytes());
}

Result<SegmentModel> SegmentModel::load(const std::filesystem::path& file) {
    return load_sealed<SegmentModel>(file, seal);
}

}  // namespace parlance::personalization
