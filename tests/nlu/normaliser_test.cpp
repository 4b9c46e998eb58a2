#include <catch2/catch.hpp>
#include <string>

#include "nlu/normaliser.h"
#include "nlu/unicode_text.h"

using namespace parlance;
using namespace parlance::nlu;
using std::string_literals::operator""s;

namespace {

Result<Utterance> make(std::string_view raw) {
    return make_utterance(raw, Locale{"en"}, TimePoint{});
}

}  // namespace

TEST_CASE("an utterance is composed, cleaned and trimmed", "[nlu][normaliser]") {
    const auto [raw, text] = GENERATE(table<std::string, std::string>({
        {"hello", "hello"},
        {"  hello \t\r\n", "hello"},
        {"u\u0308ber", "\u00fcber"},  // NFD becomes NFC
        {"a\tb\nc", "a b c"},         // control characters
        {"a\0b"s, "a b"},
        {"\u00a0hi\u2003", "hi"},                  // no-break and em space
        {"\xF0\x9F\x98\xA1", "\xF0\x9F\x98\xA1"},  // an emoji alone is a message
        {"1\u00a0000", "1\u00a0000"},              // inside, spaces stay what they are
    }));
    CAPTURE(raw);
    const auto utterance = make(raw);
    REQUIRE(utterance.has_value());
    CHECK(utterance->text == text);
}

TEST_CASE("what is not UTF-8 is refused", "[nlu][normaliser]") {
    const std::string raw = GENERATE("\xFF"s, "a\xC3"s, "\xC0\xAF"s, "\xE0\x80\xAF"s, "\xED\xA0\x80"s,
                                     "\xF4\x90\x80\x80"s, "ok \x80 ok"s, "\xF8\x88\x80\x80\x80"s);
    const auto utterance = make(raw);
    REQUIRE_FALSE(utterance.has_value());
    CHECK(utterance.error().code == ErrorCode::bad_text);
}

TEST_CASE("a message without anything to see is empty", "[nlu][normaliser]") {
    const std::string raw =
        GENERATE(""s, "   "s, "\n\t"s, "\0"s, "\u200b\u200d"s, "\ufeff"s, "\u00ad"s, "\u00a0"s);
    const auto utterance = make(raw);
    REQUIRE_FALSE(utterance.has_value());
    CHECK(utterance.error().code == ErrorCode::empty_text);
}

TEST_CASE("the size limit counts bytes after composition", "[nlu][normaliser]") {
    const std::string decomposed = "u\u0308";
    std::string composes;
    while (composes.size() < max_utterance_bytes) composes += decomposed;  // 3 bytes each, 2 composed
    const auto [raw, fits] = GENERATE_COPY(table<std::string, bool>({
        {std::string(max_utterance_bytes, 'a'), true},
        {std::string(max_utterance_bytes + 1, 'a'), false},
        {" " + std::string(max_utterance_bytes, 'a') + " ", true},
        {composes, true},
        {std::string(100 * max_utterance_bytes, 'a'), false},
    }));
    const auto utterance = make(raw);
    CHECK(utterance.has_value() == fits);
    if (!utterance) CHECK(utterance.error().code == ErrorCode::bad_text);
}

TEST_CASE("folding makes spellings alike", "[nlu][normaliser]") {
    const auto [text, folded] = GENERATE(table<std::string, std::string>({
        {"HeLLo", "hello"},
        {"Stra\u00dfe", "strasse"},
        {"\u00dcBER", "\u00fcber"},
        {"\uff11\uff12", "12"},  // full-width digits
        {"don\u2019t", "don't"},
        {"\u201equoted\u201c", "\"quoted\""},
        {"a \u2013 b", "a - b"},
        {"a  \t b", "a b"},
        {"\ufb01x", "fix"},  // a ligature
        {"I\u0307stanbul", "i\u0307stanbul"},
        {"a\u200db", "ab"},
        {"", ""},
    }));
    CAPTURE(text);
    CHECK(fold(text) == folded);
    CHECK(fold(fold(text)) == folded);
}

TEST_CASE("folded bytes lead back to whole characters of the original", "[nlu][normaliser]") {
    const std::string text = GENERATE("Stra\u00dfe \ufb01n"s, "\u00dcber  100 \u20ac \u2013 ok"s,
                                      "a\u0308\u200db \xF0\x9F\x98\xA1!"s, "plain text"s, "\u2460 \u00bd"s);
    const FoldedText folded = fold_with_origins(text);
    REQUIRE(folded.begins.size() == folded.text.size());
    REQUIRE(folded.ends.size() == folded.text.size());
    for (std::size_t i = 0; i < folded.text.size(); ++i) {
        const TextSpan span = folded.original({i, i + 1});
        CAPTURE(text, i, span.begin, span.end);
        CHECK(span.begin < span.end);
        CHECK(span.end <= text.size());
        CHECK(is_valid_utf8(text.substr(span.begin, span.length())));
    }
}
