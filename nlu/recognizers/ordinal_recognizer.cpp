#include "nlu/recognizers/ordinal_recognizer.h"

#include <array>

#include "nlu/decimal_text.h"
#include "nlu/ordinal_reader.h"
#include "nlu/phrase_index.h"

namespace parlance::nlu {

namespace {

struct RelativePlace {
    std::string_view words;
    std::string_view from;  // "end" or "current"
    int offset = 0;
};

constexpr std::array<RelativePlace, 19> relative_places{{
    {"the one before the last one", "end", -1},
    {"the one before the last", "end", -1},
    {"the last but one", "end", -1},
    {"last but one", "end", -1},
    {"next to last", "end", -1},
    {"next to the last", "end", -1},
    {"second to last", "end", -1},
    {"second from last", "end", -1},
    {"third to last", "end", -2},
    {"third from last", "end", -2},
    {"penultimate", "end", -1},
    {"antepenultimate", "end", -2},
    {"the one before", "current", -1},
    {"the one after", "current", 1},
    {"last", "end", 0},
    {"next", "current", 1},
    {"previous", "current", -1},
    {"preceding", "current", -1},
    {"current", "current", 0},
}};

struct Place {
    Resolution resolution;
    std::string type;
    std::size_t end = 0;
};

// "the next one." means the one; "the last one books" counts books.
bool ends_in_one(const TokenizedText& text, std::size_t at) {
    return text.is(at, "one") && !text.is_word(at + 1);
}

std::optional<Place> read_relative(const TokenizedText& text, std::size_t at) {
    static const PhraseIndex<RelativePlace> index{relative_places};
    for (const RelativePlace* row : index.begun_with(text.text(at))) {
        const RelativePlace& place = *row;
        std::size_t end = behind_phrase(text, at, place.words);
        if (end == at || text.is(end, "of") || (text.is(end, "resort"))) continue;
        if (end == at + 1 && place.offset >= -1 && ends_in_one(text, end)) ++end;
        const std::string offset = std::to_string(place.offset);
        const std::string value = std::string(place.from) + (place.offset < 0 ? "" : "+") + offset;
        return Place{{{"offset", offset}, {"relativeTo", std::string(place.from)}, {"value", value}},
                     "ordinal.relative",
                     end};
    }
    return std::nullopt;
}

std::optional<Place> read_plain(const TokenizedText& text, std::size_t at) {
    const auto ordinal = read_ordinal(text, at);
    if (!ordinal || ordinal->is_plural) return std::nullopt;
    const std::string value = decimal_text(ordinal->value, 0);
    return Place{{{"offset", value}, {"relativeTo", "start"}, {"value", value}}, "ordinal", ordinal->end};
}

enum class Relative { left_out, read };

std::vector<Recognition> recognize(std::string_view text, Relative relative) {
    const TokenizedText tokens = tokenize(text);
    std::vector<Recognition> recognitions;
    for (std::size_t at = 0; at < tokens.tokens.size();) {
        auto place = relative == Relative::read ? read_relative(tokens, at) : std::nullopt;
        if (!place) place = read_plain(tokens, at);
        if (place) recognitions.push_back({tokens.original(at, place->end), place->type, place->resolution});
        at = place ? place->end : at + 1;
    }
    return recognitions;
}

}  // namespace

std::vector<Recognition> recognize_ordinals(std::string_view text, TimePoint) {
    return recognize(text, Relative::read);
}

std::vector<Recognition> recognize_plain_ordinals(std::string_view text, TimePoint) {
    return recognize(text, Relative::left_out);
}

}  // namespace parlance::nlu
