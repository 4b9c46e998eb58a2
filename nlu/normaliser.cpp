#include "nlu/normaliser.h"

#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

// Replaces control characters by spaces and takes white space off both ends.
std::string cleaned(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    std::size_t kept = 0;  // where the last character that is no space ended
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        const CharacterKind kind = kind_of_character(next.code);
        // Tabs and line ends are control characters that also count as white space.
        const bool control = kind == CharacterKind::control || next.code < 0x20 || next.code == 0x85;
        const bool blank = kind == CharacterKind::space || control;
        if (control) {
            if (!clean.empty()) clean.push_back(' ');
        } else if (!blank || !clean.empty()) {
            clean.append(text.substr(at, next.bytes));
        }
        if (!blank) kept = clean.size();
        at += next.bytes;
    }
    clean.resize(kept);
    return clean;
}

// True when something is left that can be seen: joiners and variation selectors alone are nothing.
bool says_something(std::string_view text) {
    const std::string folded = fold(text);
    return folded.find_first_not_of(' ') != std::string::npos;
}

}  // namespace

Result<Utterance> make_utterance(std::string_view raw, const Locale& locale, TimePoint received_at) {
    // Composition can shorten a text, but by far less than this; a longer one is not worth the work.
    if (raw.size() > 4 * max_utterance_bytes) {
        return Error{ErrorCode::bad_text, "message of " + std::to_string(raw.size()) +
                                              " bytes; the limit is " + std::to_string(max_utterance_bytes)};
    }
    if (!is_valid_utf8(raw)) return Error{ErrorCode::bad_text, "message is not valid UTF-8"};
    std::string text = cleaned(to_nfc(raw));
    if (text.size() > max_utterance_bytes) {
        return Error{ErrorCode::bad_text, "message of " + std::to_string(text.size()) +
                                              " bytes; the limit is " + std::to_string(max_utterance_bytes)};
    }
    if (!says_something(text)) return Error{ErrorCode::empty_text, "message has no visible text"};
    return Utterance{std::move(text), locale, received_at};
}

std::string fold(std::string_view text) {
    return fold_with_origins(text).text;
}

}  // namespace parlance::nlu
