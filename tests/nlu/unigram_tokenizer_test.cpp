#include "nlu/encoder/unigram_tokenizer.h"

#include <catch2/catch.hpp>

using namespace parlance::nlu;

namespace {

using Tokens = std::vector<std::uint32_t>;

const std::string mark = "\xE2\x96\x81";  // U+2581

const UnigramTokenizer& small_tokenizer() {
    static const std::vector<Piece> vocabulary = {
        {"?", 0},  {"<s>", 0},        {"</s>", 0},  {"r1", 0},        {"r2", 0},
        {"r3", 0}, {mark, -3},        {"a", -4},    {"b", -4},        {"ab", -5},
        {"c", -6}, {mark + "ab", -6}, {"abc", -20}, {"\xC3\xA9", -4}, {"cab", -1},
    };
    static const UnigramTokenizer tokenizer(vocabulary);
    return tokenizer;
}

Tokens tokens_of(std::string_view text) {
    TokenizerScratch scratch;
    const auto tokens = small_tokenizer().tokens_of(text, scratch);
    return {tokens.begin(), tokens.end()};
}

}  // namespace

TEST_CASE("a text is split into its most probable pieces", "[nlu][encoder][tokenizer]") {
    const auto [text, tokens] = GENERATE(table<std::string, Tokens>({
        {"", {}},
        {"ab", {11}},  // one piece beats three
        {"aab", {6, 7, 9}},
        {"abc", {11, 10}},  // "abc" is less probable than "ab" and "c"
        {"abcab", {11, 14}},
        {" ab", {6, 11}},
        {"e\xCC\x81", {6, 13}},          // composed first
        {"\xEF\xBD\x81", {6, 7}},        // a full-width a
        {"A", {6, 0}},                   // case is kept
        {"zz\xF0\x9F\x99\x82", {6, 0}},  // unknown characters in a row are one token
        {"zaz", {6, 0, 7, 0}},
        {"<s>", {6, 0}},  // reserved pieces are never matched
    }));
    CAPTURE(text);
    CHECK(tokens_of(text) == tokens);
}

TEST_CASE("bytes that are no UTF-8 are unknown characters", "[nlu][encoder][tokenizer]") {
    CHECK(tokens_of("\xFF\xC3") == Tokens{6, 0});
    CHECK(tokens_of("a\xE2\x96") == Tokens{6, 7, 0});
}

TEST_CASE("a tokenizer without pieces knows no character", "[nlu][encoder][tokenizer]") {
    TokenizerScratch scratch;
    const auto tokens = UnigramTokenizer().tokens_of("any text", scratch);
    CHECK(Tokens(tokens.begin(), tokens.end()) == Tokens{0});
}
