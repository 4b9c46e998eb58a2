#include "nlu/encoder_choice.h"

#include <cstdlib>
#include <string_view>

namespace parlance::nlu {

Result<EncoderChoice> choose_encoder(const std::filesystem::path& folder) {
    const char* const wish = std::getenv("PARLANCE_ENCODER");
    if (folder.empty() && wish != nullptr && std::string_view(wish) == "none")
        return EncoderChoice{nullptr, "PARLANCE_ENCODER is none: the model stays at the lexical level"};
    const std::filesystem::path package = folder.empty() ? find_shipped(default_encoder_package) : folder;
    std::error_code ignored;
    if (folder.empty() && !std::filesystem::is_directory(package, ignored)) {
        return EncoderChoice{nullptr,
                             "no sentence encoder in " + package.string() +
                                 ": the model stays at the lexical level; `script/setup` installs it"};
    }
    auto read = SentenceEncoder::from_package(package, EncoderPrecision::int8);
    if (!read) return read.error();
    return EncoderChoice{std::move(*read), {}};
}

}  // namespace parlance::nlu
