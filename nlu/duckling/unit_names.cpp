#include "nlu/duckling/unit_names.h"

#include <array>
#include <utility>

#include "nlu/unicode_text.h"

namespace parlance::nlu {

std::string unit_name(std::string_view name) {
    using Alias = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Alias, 18> aliases{{
        {"$", "dollar"},
        {"\u20ac", "eur"},
        {"euro", "eur"},
        {"\u00a3", "pound"},
        {"\u00a5", "jpy"},
        {"yen", "jpy"},
        {"\u20b9", "inr"},
        {"rupee", "inr"},
        {"pence", "cent"},
        {"feet", "foot"},
        {"inches", "inch"},
        {"m", "metre"},
        {"meter", "metre"},
        {"liter", "litre"},
        {"kilometer", "kilometre"},
        {"centimeter", "centimetre"},
        {"millimeter", "millimetre"},
        {"milliliter", "millilitre"},
    }};
    std::string folded = to_lower_case(name);
    if (folded.size() > 4 && folded.ends_with('s') && folded != "celsius") folded.pop_back();
    for (const auto& [alias, meant] : aliases) {
        if (folded == alias) return std::string(meant);
    }
    return folded;
}

}  // namespace parlance::nlu
