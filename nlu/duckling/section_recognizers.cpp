#include "nlu/duckling/section_recognizers.h"

#include "nlu/contact_extractor.h"
#include "nlu/duckling/amount_grammar.h"
#include "nlu/duckling/compact_value.h"
#include "nlu/duckling/counted_words.h"
#include "nlu/duckling/duration_terms.h"
#include "nlu/duckling/stretch_reader.h"
#include "nlu/duckling/unit_names.h"
#include "nlu/number_extractor.h"
#include "nlu/recognizers/currency_recognizer.h"
#include "nlu/recognizers/ordinal_recognizer.h"
#include "nlu/recognizers/value_text.h"
#include "nlu/recognizers/web_recognizers.h"

namespace parlance::nlu {

namespace {

// What stands at the entities' places, as `compact_value` writes it.
std::vector<Recognition> as_compacted(const std::vector<TextSpan>& spans, std::string_view text,
                                      const std::string& section) {
    std::vector<Recognition> recognitions;
    for (const TextSpan& span : spans) {
        const auto own = text.substr(span.begin, span.length());
        recognitions.push_back({span, section, {{"value", compact_value(section, own)}}});
    }
    return recognitions;
}

std::vector<TextSpan> entity_spans(const EntityExtractor& extractor, std::string_view text,
                                   const char* kind) {
    std::vector<Entity> found;
    extractor.extract({std::string(text), {}, {}}, found);
    std::vector<TextSpan> spans;
    for (const Entity& entity : found) {
        if (entity.kind.text == kind) spans.push_back(entity.span);
    }
    return spans;
}

std::optional<SaidAmount> read_money(const TokenizedText& text, std::size_t at) {
    const auto amount = read_currency_amount(text, at);
    if (!amount || !amount->value) return std::nullopt;
    const CurrencyName& name = amount->name;
    return SaidAmount{*amount->value, unit_name(name.letters.empty() ? name.unit : name.letters),
                      amount->end};
}

}  // namespace

std::vector<Recognition> recognize_numerals(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    std::vector<Recognition> recognitions;
    const auto numbers = find_numbers(tokens, "en");
    auto next = numbers.begin();
    for (std::size_t at = 0; at < tokens.tokens.size();) {
        while (next != numbers.end() && next->begin < at) ++next;
        const bool is_number = next != numbers.end() && next->begin == at;
        const auto count = is_number ? std::optional(*next) : read_counting_words(tokens, at);
        if (count) {
            recognitions.push_back(
                {tokens.original(at, count->end), "numeral", {{"value", value_text(count->value)}}});
        }
        at = count ? count->end : at + 1;
    }
    return recognitions;
}

std::vector<Recognition> recognize_places(std::string_view text, TimePoint reference) {
    auto recognitions = recognize_plain_ordinals(text, reference);
    for (Recognition& one : recognitions) one.resolution = {{"value", one.resolution.at("value")}};
    return recognitions;
}

std::vector<Recognition> recognize_durations(std::string_view text, TimePoint) {
    const TokenizedText tokens = tokenize(text);
    const TimeText in{tokens, {}};
    std::vector<Recognition> recognitions;
    for (std::size_t at = 0; at < in.size();) {
        const auto span = read_stretch(in, in.skip(at, {"about", "around", "exactly", "approximately"}));
        if (span)
            recognitions.push_back({tokens.original(at, span->end), "duration", duration_terms(span->value)});
        at = span ? span->end : at + 1;
    }
    return recognitions;
}

std::vector<Recognition> recognize_money(std::string_view text, TimePoint) {
    return read_amounts(tokenize(text), "amount-of-money", read_money);
}

std::vector<Recognition> recognize_phone_numbers(std::string_view text, TimePoint) {
    return as_compacted(entity_spans(ContactExtractor(ContactExtractor::What::phone), text, "phone"), text,
                        "phone-number");
}

std::vector<Recognition> recognize_addresses(std::string_view text, TimePoint) {
    return as_compacted(entity_spans(ContactExtractor(ContactExtractor::What::email), text, "email"), text,
                        "email");
}

std::vector<Recognition> recognize_links(std::string_view text, TimePoint reference) {
    std::vector<TextSpan> spans;
    for (const Recognition& url : recognize_urls(text, reference)) spans.push_back(url.span);
    return as_compacted(spans, text, "url");
}

}  // namespace parlance::nlu
