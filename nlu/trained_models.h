#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "intents/result.h"
#include "nlu/trained_classifier.h"

namespace parlance::nlu {

// What `parlance train` makes and a server loads: the classifiers of one model file. Those with a neural
// stage share one encoder.
struct TrainedModels {
    std::shared_ptr<const TrainedClassifier> intents;    // null when the file has none
    std::shared_ptr<const TrainedClassifier> sentiment;  // labels as `feeling.h` names them; null likewise

    // Maps a model file and reads it where it lies. Fails with bad_model, saying whether the file is missing,
    // of another version, damaged or cut short.
    static Result<TrainedModels> load(const std::filesystem::path& file);
    static Result<TrainedModels> from_bytes(std::string_view bytes);

    // Writes one file: magic, version, length, checksum, parts. Equal models make equal files.
    // Fails with io_failed. The file appears whole or not at all.
    Result<std::size_t> save(const std::filesystem::path& file) const;
    std::string to_bytes() const;
};

}  // namespace parlance::nlu
