#include "nlu/tokens.h"

namespace parlance::nlu {

namespace {

CharacterKind kind_at(std::string_view text, std::size_t at) {
    return at < text.size() ? kind_of_character(character_at(text, at).code) : CharacterKind::space;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (kind_at(text, at) == CharacterKind::letter) {
            at += character_at(text, at).bytes;
        } else if (text[at] == '\'' && kind_at(text, at + 1) == CharacterKind::letter) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const bool separator = text[at] == '.' || text[at] == ',' || text[at] == '\'';
        if (kind_at(text, at) == CharacterKind::digit ||
            (separator && kind_at(text, at + 1) == CharacterKind::digit)) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

}  // namespace

TokenizedText tokenize(std::string_view text) {
    TokenizedText result;
    result.folded = fold_with_origins(text);
    const std::string_view folded = result.folded.text;
    bool glued = false;
    for (std::size_t at = 0; at < folded.size();) {
        const Character next = character_at(folded, at);
        const CharacterKind kind = kind_of_character(next.code);
        if (kind == CharacterKind::space || kind == CharacterKind::control) {
            glued = false;
            at += next.bytes;
            continue;
        }
        Token token;
        std::size_t end = at + next.bytes;
        if (kind == CharacterKind::letter) {
            token.kind = TokenKind::word;
            end = end_of_word(folded, at);
        } else if (kind == CharacterKind::digit) {
            token.kind = TokenKind::number;
            end = end_of_number(folded, at);
        }
        token.text = std::string(folded.substr(at, end - at));
        token.span = {at, end};
        token.glued = glued;
        result.tokens.push_back(std::move(token));
        glued = true;
        at = end;
    }
    return result;
}

std::vector<Word> spanned_words(std::string_view folded) {
    std::vector<Word> words;
    bool inside = false;
    for (std::size_t at = 0; at < folded.size();) {
        const Character next = character_at(folded, at);
        const CharacterKind kind = kind_of_character(next.code);
        const std::size_t end = at + next.bytes;
        if (kind == CharacterKind::letter || kind == CharacterKind::digit) {
            if (!inside) words.push_back({{}, {at, at}});
            words.back().text.append(folded.substr(at, next.bytes));
            words.back().span.end = end;
            inside = true;
        } else if (next.code != '\'' || kind_at(folded, end) != CharacterKind::letter) {
            inside = false;
        }
        at = end;
    }
    return words;
}

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> texts;
    for (Word& word : spanned_words(folded)) texts.push_back(std::move(word.text));
    return texts;
}

}  // namespace parlance::nlu
