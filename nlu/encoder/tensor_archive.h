#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"

namespace parlance::nlu {

// The named 32-bit float tensors of a TensorFlow.js graph model: `model.json`, whose manifest names
// each tensor in order, beside the shards that hold their values one behind the other.
// Source: the format's description in the TensorFlow.js converter. Immutable after reading.
class TensorArchive {
public:
    // Fails with bad_model when a file is missing, damaged, too short or too long; `detail` names it.
    static Result<TensorArchive> read(const std::filesystem::path& folder);

    // The values of the tensor called `name`, row by row.
    // Fails with bad_model when there is none of that many values.
    Result<std::span<const float>> tensor(std::string_view name, std::size_t values) const;

private:
    std::string file_;
    std::map<std::string, std::vector<float>, std::less<>> tensors_;
};

// A whole file. Fails with bad_model when it cannot be read.
Result<std::string> read_model_file(const std::filesystem::path& file);

}  // namespace parlance::nlu
