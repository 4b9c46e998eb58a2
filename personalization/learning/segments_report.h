#pragma once

#include <optional>
#include <string>
#include <vector>

#include "personalization/learning/column_schema.h"
#include "personalization/learning/segment_training.h"

namespace parlance::personalization {

// What was found out about a table's segments, by a training, a search, or a trained model.
struct SegmentsReport {
    std::string data;
    std::size_t rows = 0;
    std::vector<std::string> features;
    std::uint32_t seed = 0;
    SegmentCountChoice choice;                 // empty trials for a trained model
    std::vector<SegmentDescription> segments;  // empty: the rows fall into none
    std::vector<std::size_t> sizes;            // rows of the data, one a segment
    double silhouette = 0;
    std::optional<double> agreement;  // with k-means, of a training
    std::optional<double> psi;        // of the segments' shares since a trained model's training
    std::vector<ColumnSchema> schema;
    std::string file;  // of the model; empty when none was written
    std::size_t bytes = 0;
    double seconds = 0;
};

// For people: text in lines. For programs: one JSON object.
std::string describe(const SegmentsReport& report);
std::string to_json_text(const SegmentsReport& report);

}  // namespace parlance::personalization
