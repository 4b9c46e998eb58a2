#include "nlu/unicode_text.h"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace parlance::nlu {

namespace {

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

icu::StringPiece piece_of(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

// The plain spelling of typographic characters; 0 when the character is plain already.
char plain_form(char32_t code) {
    switch (code) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:
        case 0x02BC:
        case 0x00B4:
        case 0x0060: return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB:
        case 0x2033: return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
        case 0x2E3A: return '-';
        default: return 0;
    }
}

constexpr CharacterKind kind_of_ascii(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) return CharacterKind::letter;
    if (c >= '0' && c <= '9') return CharacterKind::digit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return CharacterKind::space;
    return c < ' ' || c == 0x7F ? CharacterKind::control : CharacterKind::symbol;
}

// Most text is ASCII: asking ICU takes several times as long.
constexpr std::array<CharacterKind, 0x80> ascii_kinds = [] {
    std::array<CharacterKind, 0x80> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) kinds[c] = kind_of_ascii(static_cast<char>(c));
    return kinds;
}();

// Collects folded bytes with their origins and makes runs of white space one space.
class FoldedTextBuilder {
public:
    explicit FoldedTextBuilder(std::size_t expected) {
        folded_.text.reserve(expected);
        folded_.begins.reserve(expected);
        folded_.ends.reserve(expected);
    }

    void add(std::string_view bytes, char32_t code, std::size_t begin, std::size_t end) {
        const bool space = kind_of_character(code) == CharacterKind::space;
        if (space && !folded_.text.empty() && folded_.text.back() == ' ') {
            folded_.ends.back() = end;
            return;
        }
        const char plain = space ? ' ' : plain_form(code);
        if (plain != 0) bytes = std::string_view(&plain, 1);
        for (const char byte : bytes) {
            folded_.text.push_back(byte);
            folded_.begins.push_back(begin);
            folded_.ends.push_back(end);
        }
    }

    FoldedText take() { return std::move(folded_); }

private:
    FoldedText folded_;
};

FoldedText fold_ascii(std::string_view text) {
    FoldedTextBuilder builder(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        builder.add({&lower, 1}, static_cast<unsigned char>(lower), i, i + 1);
    }
    return builder.take();
}

// Adds the characters of `changed`, all of which came from the original's [begin, end); characters that
// ICU left alone map one to one.
void add_piece(FoldedTextBuilder& builder, std::string_view piece, std::size_t begin, std::size_t end,
               bool changed) {
    for (std::size_t at = 0; at < piece.size();) {
        const Character next = character_at(piece, at);
        const std::size_t from = changed ? begin : begin + at;
        const std::size_t to = changed ? end : begin + at + next.bytes;
        builder.add(piece.substr(at, next.bytes), next.code, from, to);
        at += next.bytes;
    }
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    if (length > INT32_MAX) return false;
    for (std::int32_t at = 0; at < length;) {
        UChar32 code = 0;
        U8_NEXT(bytes, at, static_cast<std::int32_t>(length), code);
        if (code < 0) return false;
    }
    return true;
}

std::string to_nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    if (U_SUCCESS(status)) nfc->normalizeUTF8(0, piece_of(text), sink, nullptr, status);
    return U_SUCCESS(status) ? composed : std::string(text);
}

void to_nfkc(std::string_view text, std::string& normalised) {
    normalised.clear();
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = is_ascii(text) ? nullptr : icu::Normalizer2::getNFKCInstance(status);
    icu::StringByteSink<std::string> sink(&normalised);
    if (nfkc != nullptr) nfkc->normalizeUTF8(0, piece_of(text), sink, nullptr, status);
    if (nfkc == nullptr || U_FAILURE(status)) normalised = text;
}

Character character_at(std::string_view text, std::size_t at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 code = 0;
    std::size_t next = at;
    U8_NEXT(bytes, next, text.size(), code);
    return {code < 0 ? char32_t{0xFFFD} : static_cast<char32_t>(code), next - at};
}

CharacterKind kind_of_character(char32_t code) {
    if (code < ascii_kinds.size()) return ascii_kinds[code];
    const auto c = static_cast<UChar32>(code);
    if (u_isUWhiteSpace(c)) return CharacterKind::space;
    const std::uint32_t category = U_MASK(u_charType(c));
    if ((category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0) return CharacterKind::letter;
    return (category & U_GC_CC_MASK) != 0 ? CharacterKind::control : CharacterKind::symbol;
}

std::vector<TextSpan> words_between_breaks(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    // Making an iterator loads ICU's rules, and one must not be shared: each thread keeps its own.
    thread_local const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    std::vector<TextSpan> words;
    if (!breaks || U_FAILURE(status)) return words;
    UText* const opened =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_FAILURE(status)) return words;
    breaks->setText(opened, status);
    std::int32_t begin = breaks->first();
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
        if (breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
            words.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
        begin = end;
    }
    utext_close(opened);
    return words;
}

bool is_punctuation(char32_t code) {
    return u_ispunct(static_cast<UChar32>(code)) != 0;
}

std::string to_lower_case(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string changed;
    icu::StringByteSink<std::string> sink(&changed);
    icu::CaseMap::utf8ToLower("", 0, piece_of(text), sink, nullptr, status);
    return U_SUCCESS(status) ? changed : std::string(text);
}

std::string to_upper_case(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string changed;
    icu::StringByteSink<std::string> sink(&changed);
    icu::CaseMap::utf8ToUpper("", 0, piece_of(text), sink, nullptr, status);
    return U_SUCCESS(status) ? changed : std::string(text);
}

bool is_country_code(std::string_view code) {
    for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
        if (code == *known) return true;
    }
    return false;
}

FoldedText fold_with_origins(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string changed;
    icu::StringByteSink<std::string> sink(&changed);
    icu::Edits edits;
    if (U_SUCCESS(status)) casefold->normalizeUTF8(0, piece_of(text), sink, &edits, status);
    FoldedTextBuilder builder(text.size());
    if (U_FAILURE(status)) {
        add_piece(builder, text, 0, text.size(), false);
        return builder.take();
    }
    auto edit = edits.getFineIterator();
    while (edit.next(status)) {
        const auto from = static_cast<std::size_t>(edit.sourceIndex());
        const auto to = from + static_cast<std::size_t>(edit.oldLength());
        const std::string_view piece(changed.data() + edit.destinationIndex(),
                                     static_cast<std::size_t>(edit.newLength()));
        add_piece(builder, piece, from, to, edit.hasChange());
    }
    return builder.take();
}

}  // namespace parlance::nlu
