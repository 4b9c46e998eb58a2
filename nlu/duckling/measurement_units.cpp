#include "nlu/duckling/measurement_units.h"

#include <array>

#include "nlu/phrase_index.h"

namespace parlance::nlu {

namespace {

// clang-format off
constexpr MeasurementUnit distances[] = {
    {"kilometres", "kilometre"}, {"kilometre", "kilometre"}, {"kilometers", "kilometre"},
    {"kilometer", "kilometre"}, {"kms", "kilometre"}, {"km", "kilometre"}, {"k", "kilometre"},
    {"metres", "metre"}, {"metre", "metre"}, {"meters", "metre"}, {"meter", "metre"}, {"m", "metre"},
    {"centimetres", "centimetre"}, {"centimetre", "centimetre"}, {"centimeters", "centimetre"},
    {"centimeter", "centimetre"}, {"cms", "centimetre"}, {"cm", "centimetre"},
    {"millimetres", "millimetre"}, {"millimetre", "millimetre"}, {"millimeters", "millimetre"},
    {"millimeter", "millimetre"}, {"mm", "millimetre"},
    {"miles", "mile"}, {"mile", "mile"}, {"mi", "mile"}, {"yards", "yard"}, {"yard", "yard"}, {"yds", "yard"},
    {"yd", "yard"}, {"feet", "foot"}, {"foot", "foot"}, {"ft", "foot"}, {"inches", "inch"}, {"inch", "inch"},
    {"in", "inch"}, {"' '", "inch"}, {"\"", "inch"}, {"'", "foot"},
};
constexpr MeasurementUnit volumes[] = {
    {"millilitres", "millilitre"}, {"millilitre", "millilitre"}, {"milliliters", "millilitre"},
    {"milliliter", "millilitre"}, {"mls", "millilitre"}, {"ml", "millilitre"},
    {"centilitres", "millilitre", 10}, {"centilitre", "millilitre", 10}, {"cl", "millilitre", 10},
    {"hectolitres", "hectolitre"}, {"hectolitre", "hectolitre"}, {"hectoliters", "hectolitre"},
    {"hectoliter", "hectolitre"}, {"litres", "litre"}, {"litre", "litre"}, {"liters", "litre"},
    {"liter", "litre"}, {"ltr", "litre"}, {"l", "litre"}, {"gallons", "gallon"}, {"gallon", "gallon"},
    {"gals", "gallon"}, {"gal", "gallon"},
};
constexpr MeasurementUnit temperatures[] = {
    {"degrees celsius", "celsius"}, {"degree celsius", "celsius"}, {"deg celsius", "celsius"},
    {"degrees centigrade", "celsius"}, {"degrees c", "celsius"}, {"degree c", "celsius"},
    {"deg c", "celsius"},
    {"deg . c", "celsius"}, {"\u00b0 celsius", "celsius"}, {"\u00b0 c", "celsius"}, {"celsius", "celsius"},
    {"centigrade", "celsius"}, {"c", "celsius"},
    {"degrees fahrenheit", "fahrenheit"}, {"degree fahrenheit", "fahrenheit"},
    {"deg fahrenheit", "fahrenheit"}, {"degrees f", "fahrenheit"}, {"degree f", "fahrenheit"},
    {"deg f", "fahrenheit"}, {"deg . f", "fahrenheit"}, {"\u00b0 fahrenheit", "fahrenheit"},
    {"\u00b0 f", "fahrenheit"}, {"fahrenheit", "fahrenheit"}, {"f", "fahrenheit"},
    {"degrees", "degree"}, {"degree", "degree"}, {"deg .", "degree"}, {"deg", "degree"}, {"\u00b0", "degree"},
};
constexpr MeasurementUnit quantities[] = {
    {"milligrams", "gram", 0.001}, {"milligram", "gram", 0.001}, {"mgs", "gram", 0.001},
    {"mg", "gram", 0.001},
    {"kilograms", "gram", 1000}, {"kilogram", "gram", 1000}, {"kilos", "gram", 1000}, {"kilo", "gram", 1000},
    {"kgs", "gram", 1000}, {"kg", "gram", 1000}, {"grams", "gram"}, {"gram", "gram"}, {"gms", "gram"},
    {"gm", "gram"}, {"g", "gram"}, {"pounds", "pound"}, {"pound", "pound"}, {"lbs", "pound"}, {"lb", "pound"},
    {"ounces", "ounce"}, {"ounce", "ounce"}, {"oz", "ounce"}, {"cups", "cup"}, {"cup", "cup"},
    {"pints", "pint"}, {"pint", "pint"}, {"quarts", "quart"}, {"quart", "quart"},
    {"tablespoons", "tablespoon"}, {"tablespoon", "tablespoon"}, {"tbsp", "tablespoon"},
    {"teaspoons", "teaspoon"}, {"teaspoon", "teaspoon"}, {"tsp", "teaspoon"}, {"bowls", "bowl"},
    {"bowl", "bowl"}, {"dishes", "dish"}, {"dish", "dish"}, {"baskets", "basket"}, {"basket", "basket"},
};
// clang-format on

const PhraseIndex<MeasurementUnit>& units_of(Dimension dimension) {
    static const PhraseIndex<MeasurementUnit> by_distance{distances};
    static const PhraseIndex<MeasurementUnit> by_volume{volumes};
    static const PhraseIndex<MeasurementUnit> by_temperature{temperatures};
    static const PhraseIndex<MeasurementUnit> by_quantity{quantities};
    switch (dimension) {
        case Dimension::distance: return by_distance;
        case Dimension::volume: return by_volume;
        case Dimension::temperature: return by_temperature;
        case Dimension::quantity: break;
    }
    return by_quantity;
}

struct UnitRatio {
    std::string_view larger;
    std::string_view smaller;
    double count;
};

}  // namespace

std::optional<MeasurementUnitReading> read_measurement_unit(const TokenizedText& text, std::size_t at,
                                                            Dimension dimension) {
    const auto found = longest_phrase(units_of(dimension), text, at);
    if (found.row == nullptr) return std::nullopt;
    return MeasurementUnitReading{*found.row, found.end};
}

std::optional<double> units_in(std::string_view larger, std::string_view smaller) {
    static constexpr std::array<UnitRatio, 11> ratios{{
        {"mile", "yard", 1760},
        {"mile", "foot", 5280},
        {"yard", "foot", 3},
        {"yard", "inch", 36},
        {"foot", "inch", 12},
        {"kilometre", "metre", 1000},
        {"metre", "centimetre", 100},
        {"centimetre", "millimetre", 10},
        {"litre", "millilitre", 1000},
        {"pound", "ounce", 16},
        {"metre", "millimetre", 1000},
    }};
    for (const UnitRatio& ratio : ratios) {
        if (ratio.larger == larger && ratio.smaller == smaller) return ratio.count;
    }
    return std::nullopt;
}

}  // namespace parlance::nlu
