#include "personalization/learning/segment_description.h"

#include <algorithm>
#include <cmath>

#include "personalization/learning/feature_words.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_words = 3;
constexpr double telling = 0.5;  // deviations

std::vector<SegmentTrait> traits_of(std::span<const double> center, const std::vector<std::string>& names) {
    std::vector<SegmentTrait> traits;
    for (std::size_t i = 0; i < names.size(); ++i) traits.push_back({names[i], center[i]});
    std::stable_sort(traits.begin(), traits.end(), [](const SegmentTrait& left, const SegmentTrait& right) {
        return std::abs(left.deviations) > std::abs(right.deviations);
    });
    return traits;
}

std::string name_of(const SegmentDescription& segment, std::size_t words) {
    std::string name;
    for (std::size_t i = 0; i < std::min(words, segment.traits.size()); ++i) {
        const SegmentTrait& trait = segment.traits[i];
        if (std::abs(trait.deviations) < telling) break;
        name += (name.empty() ? "" : ", ") + words_for(trait.feature, trait.deviations > 0);
    }
    return name.empty() ? "much like everybody" : name;
}

bool is_taken(const std::vector<SegmentDescription>& segments, const std::string& name) {
    return std::any_of(segments.begin(), segments.end(),
                       [&](const SegmentDescription& segment) { return segment.name == name; });
}

std::string free_name(const std::vector<SegmentDescription>& segments, const SegmentDescription& wanted) {
    std::string name;
    for (std::size_t words = most_words; words <= std::max(most_words, wanted.traits.size()); ++words) {
        name = name_of(wanted, words);
        if (!is_taken(segments, name)) return name;
    }
    for (int number = 2;; ++number) {
        const std::string numbered = name + " (" + std::to_string(number) + ")";
        if (!is_taken(segments, numbered)) return numbered;
    }
}

}  // namespace

std::vector<SegmentDescription> describe_segments(const GaussianMixture& mixture,
                                                  const std::vector<std::string>& names) {
    std::vector<SegmentDescription> segments;
    for (std::size_t i = 0; i < mixture.count(); ++i) {
        SegmentDescription segment{{}, mixture.share(i), traits_of(mixture.center(i), names)};
        segment.name = free_name(segments, segment);
        segments.push_back(std::move(segment));
    }
    return segments;
}

}  // namespace parlance::personalization
