#include "nlu/duckling/compact_value.h"

#include "nlu/unicode_text.h"

namespace parlance::nlu {

std::string compact_value(std::string_view section, std::string_view value) {
    std::string text = to_lower_case(value);
    if (section == "email" || section == "url") return text;
    if (section == "phone-number") {
        std::erase_if(
            text, [](char c) { return std::string_view("+x0123456789").find(c) == std::string_view::npos; });
        return text;
    }
    if (section == "credit-card-number") {
        std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
        return text;
    }
    return std::string(value);
}

}  // namespace parlance::nlu
