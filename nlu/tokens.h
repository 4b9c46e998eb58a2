#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlu/unicode_text.h"

namespace parlance::nlu {

// word: letters, with apostrophes inside ("don't"); number: digits, with . , and ' between digits
// ("1,000.50", "20.11.2026"); symbol: any other single character.
// "2k", "20th" and "q3" are two tokens each, the second with `glued`.
enum class TokenKind { word, number, symbol };

struct Token {
    TokenKind kind = TokenKind::symbol;
    std::string text;    // folded
    TextSpan span;       // bytes of the folded text
    bool glued = false;  // nothing stands between it and the token before
};

// A text folded and cut into tokens.
struct TokenizedText {
    FoldedText folded;
    std::vector<Token> tokens;

    // The original's span of the tokens [first, end), which must not be empty.
    TextSpan original(std::size_t first, std::size_t end) const {
        return folded.original({tokens[first].span.begin, tokens[end - 1].span.end});
    }
    // True when token `at` exists and reads `text`.
    bool is(std::size_t at, std::string_view text) const {
        return at < tokens.size() && tokens[at].text == text;
    }
    bool is_number(std::size_t at) const {
        return at < tokens.size() && tokens[at].kind == TokenKind::number;
    }
    bool is_word(std::size_t at) const { return at < tokens.size() && tokens[at].kind == TokenKind::word; }
    bool is_glued(std::size_t at) const { return at < tokens.size() && tokens[at].glued; }
    // The token's text, or "" behind the end.
    std::string_view text(std::size_t at) const {
        return at < tokens.size() ? std::string_view(tokens[at].text) : std::string_view();
    }
};

// Never fails; safe to call from several threads.
TokenizedText tokenize(std::string_view text);

// A word for recognition: a run of letters and digits, apostrophes inside dropped, so that "don't" and
// "dont" are one word. span: bytes of the folded text.
struct Word {
    std::string text;
    TextSpan span;
};

std::vector<Word> spanned_words(std::string_view folded);
std::vector<std::string> words_of(std::string_view folded);

}  // namespace parlance::nlu
