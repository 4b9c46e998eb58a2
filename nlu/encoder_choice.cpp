#include "nlu/encoder_choice.h"

namespace parlance::nlu {

Result<EncoderChoice> choose_encoder(const std::filesystem::path& folder) {
    const std::filesystem::path package = folder.empty() ? default_encoder_package : folder;
    std::error_code ignored;
    if (folder.empty() && !std::filesystem::is_directory(package, ignored)) {
        return EncoderChoice{nullptr, "no sentence encoder in " + package.string() +
                                          ": the model stays at the lexical level; `script/setup` installs it"};
    }
    auto read = SentenceEncoder::from_package(package, EncoderPrecision::int8);
    if (!read) return read.error();
    return EncoderChoice{std::move(*read), {}};
}

}  // namespace parlance::nlu
