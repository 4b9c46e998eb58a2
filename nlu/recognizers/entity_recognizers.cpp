#include "nlu/recognizers/entity_recognizers.h"

#include "nlu/contact_extractor.h"
#include "nlu/number_extractor.h"
#include "nlu/recognizers/value_text.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

std::vector<Entity> entities_in(const EntityExtractor& extractor, std::string_view text,
                                TimePoint reference) {
    std::vector<Entity> found;
    extractor.extract({std::string(text), {}, reference}, found);
    return found;
}

std::string_view form_name(NumberForm form) {
    switch (form) {
        case NumberForm::integer: return "integer";
        case NumberForm::decimal: return "decimal";
        case NumberForm::fraction: return "fraction";
        case NumberForm::power: return "power";
    }
    return "integer";
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

std::vector<Recognition> recognize_numbers(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    std::vector<Recognition> recognitions;
    for (const NumberExpression& number : find_numbers(tokens, "en")) {
        recognitions.push_back(
            {tokens.original(number.begin, number.end),
             "number",
             {{"subtype", std::string(form_name(number.form))}, {"value", value_text(number.value)}}});
    }
    return recognitions;
}

std::vector<Recognition> recognize_percents(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    std::vector<Recognition> recognitions;
    for (const PercentReading& percent : find_percents(tokens, "en")) {
        const std::string value = percent.value ? value_text(*percent.value) + "%" : "null";
        recognitions.push_back(
            {tokens.original(percent.begin, percent.end), "percentage", {{"value", value}}});
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
