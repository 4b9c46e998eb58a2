#include "personalization/learning/feature_words.h"

#include <algorithm>
#include <cctype>

namespace parlance::personalization {

std::string words_for(std::string_view feature, bool is_high) {
    std::string name(feature);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char letter) {
        return letter == '_' ? ' ' : static_cast<char>(std::tolower(letter));
    });
    return (is_high ? "high " : "low ") + name;
}

}  // namespace parlance::personalization
