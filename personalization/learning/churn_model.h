#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "intents/result.h"
#include "personalization/learning/bg_nbd.h"
#include "personalization/learning/binary_model.h"
#include "personalization/learning/feature_bins.h"
#include "personalization/learning/feature_encoder.h"

namespace parlance::personalization {

// How a model reads a transaction log.
struct LogReading {
    std::chrono::days horizon{};
    BgNbd model;
};

// A trained churn model with all that scoring a table or a transaction log takes. Immutable once trained;
// safe to call from several threads.
struct ChurnModel {
    std::string target;             // a table's column, or what is foretold: "no transaction within 90 days"
    std::string positive;           // the value that means churn
    double base_rate = 0;           // share of churned rows in the training
    FeatureEncoder encoder;         // of tables
    std::optional<LogReading> log;  // set for a model of transaction logs
    std::optional<std::chrono::days> events;  // the horizon of a model of behaviour events
    BinaryModel model;
    FeatureBins bins;  // of the training rows

    // One file: "PARLCHRN", a version, the payload's size and CRC-64, the payload. The bytes depend on
    // nothing but the model.
    std::string to_bytes() const;
    // Fails with bad_model on another kind of file, another version, damage.
    static Result<ChurnModel> from_bytes(std::string_view bytes);

    // Writes beside the file and moves there. Gives its size; fails with io_failed.
    Result<std::size_t> save(const std::filesystem::path& file) const;
    static Result<ChurnModel> load(const std::filesystem::path& file);
};

}  // namespace parlance::personalization
