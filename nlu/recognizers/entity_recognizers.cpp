#include "nlu/recognizers/entity_recognizers.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "nlu/contact_extractor.h"
#include "nlu/number_extractor.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

std::vector<Entity> entities_in(const EntityExtractor& extractor, std::string_view text,
                                TimePoint reference) {
    std::vector<Entity> found;
    extractor.extract({std::string(text), {}, reference}, found);
    return found;
}

// Fifteen digits, as Recognizers-Text prints them.
std::string number_text(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.15g", value);
    return text.data();
}

double number_of(const SlotValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    const auto* number = std::get_if<double>(&value);
    return number == nullptr ? 0 : *number;
}

// Entities whose value is the text itself, in small letters.
std::vector<Recognition> as_written(const std::vector<Entity>& entities, std::string_view text,
                                    const std::string& type) {
    std::vector<Recognition> recognitions;
    for (const Entity& entity : entities) {
        const auto own = text.substr(entity.span.begin, entity.span.length());
        recognitions.push_back({entity.span, type, {{"value", to_lower_case(own)}}});
    }
    return recognitions;
}

}  // namespace

std::vector<Recognition> recognize_numbers(std::string_view text, TimePoint reference) {
    std::vector<Recognition> recognitions;
    for (const Entity& entity : entities_in(NumberExtractor(), text, reference)) {
        const double value = number_of(entity.value);
        const std::string subtype = value == std::floor(value) ? "integer" : "decimal";
        recognitions.push_back(
            {entity.span, "number", {{"subtype", subtype}, {"value", number_text(value)}}});
    }
    return recognitions;
}

std::vector<Recognition> recognize_percents(std::string_view text, TimePoint reference) {
    std::vector<Recognition> recognitions;
    for (const Entity& entity : entities_in(PercentExtractor(), text, reference)) {
        recognitions.push_back(
            {entity.span, "percentage", {{"value", number_text(number_of(entity.value)) + "%"}}});
    }
    return recognitions;
}

std::vector<Recognition> recognize_emails(std::string_view text, TimePoint reference) {
    std::vector<Recognition> recognitions;
    for (const Entity& entity :
         entities_in(ContactExtractor(ContactExtractor::What::email), text, reference)) {
        recognitions.push_back({entity.span, "email", {{"value", std::get<std::string>(entity.value)}}});
    }
    return recognitions;
}

std::vector<Recognition> recognize_phones(std::string_view text, TimePoint reference) {
    return as_written(entities_in(ContactExtractor(ContactExtractor::What::phone), text, reference), text,
                      "phonenumber");
}

}  // namespace parlance::nlu
