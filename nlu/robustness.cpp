#include "nlu/robustness.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "nlu/neural/random_stream.h"
#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

// FNV-1a, so that a text's slips do not depend on the texts before it.
std::uint64_t digest(std::string_view text) {
    std::uint64_t sum = 14695981039346656037ULL;
    for (const char byte : text) sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return sum;
}

// One code point of a text.
struct Piece {
    std::string_view bytes;
    char32_t code = 0;
    bool is_letter() const { return kind_of_character(code) == CharacterKind::letter; }
};

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        pieces.push_back({text.substr(at, character.bytes), character.code});
        at += character.bytes;
    }
    return pieces;
}

using KeyboardRows = std::array<std::string_view, 3>;
constexpr KeyboardRows qwerty{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr KeyboardRows qwertz{"qwertzuiop\u00fc", "asdfghjkl\u00f6\u00e4", "yxcvbnm"};

// The keys that touch this one; each row is half a key to the right of the one above it.
std::vector<std::string_view> neighbour_keys(const KeyboardRows& rows, std::string_view key) {
    std::array<std::vector<Piece>, 3> keys;
    std::transform(rows.begin(), rows.end(), keys.begin(), pieces_of);
    std::vector<std::string_view> found;
    const auto add = [&](std::size_t row, std::size_t column) {
        if (row < keys.size() && column < keys[row].size()) found.push_back(keys[row][column].bytes);
    };
    for (std::size_t row = 0; row < keys.size(); ++row) {
        for (std::size_t column = 0; column < keys[row].size(); ++column) {
            if (keys[row][column].bytes != key) continue;
            // Below zero wraps round to a number beyond every row, which `add` leaves out.
            add(row, column - 1);
            add(row, column + 1);
            add(row - 1, column);
            add(row - 1, column + 1);
            add(row + 1, column - 1);
            add(row + 1, column);
        }
    }
    return found;
}

// Writes a text with slips at chosen letters.
class Typist {
public:
    Typist(std::vector<Piece> pieces, const Locale& locale, RandomStream& random)
        : pieces_(std::move(pieces)),
          slips_(pieces_.size(), false),
          rows_(locale.tag.starts_with("de") ? qwertz : qwerty),
          random_(random) {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].is_letter()) letters_.push_back(i);
        }
    }

    bool has_letters() const { return !letters_.empty(); }

    // At most every other letter slips, so that some of the text is left.
    void choose_slips(double share) {
        const double wanted = std::floor(share * static_cast<double>(pieces_.size()) + random_.unit());
        const std::size_t count = std::min(static_cast<std::size_t>(wanted), (letters_.size() + 1) / 2);
        std::vector<std::size_t> places = letters_;
        for (std::size_t i = 0; i < count; ++i) {  // the first steps of a Fisher-Yates shuffle
            std::swap(places[i], places[i + random_.below(places.size() - i)]);
            slips_[places[i]] = true;
        }
    }

    std::string write() {
        std::string text;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!slips_[i]) {
                text += pieces_[i].bytes;
            } else if (write_slip(i, text)) {
                ++i;
            }
        }
        return text;
    }

private:
    // True when the next character was written too. A slip that is impossible here becomes another.
    bool write_slip(std::size_t at, std::string& text) {
        const Piece& piece = pieces_[at];
        enum Slip : std::size_t { swap, drop, replace, repeat };
        const std::size_t slip = random_.below(4);
        if (slip == swap && can_swap(at)) {
            text.append(pieces_[at + 1].bytes).append(piece.bytes);
            return true;
        }
        if (slip == drop && letters_.size() > 1) return false;
        const std::string other = slip == repeat ? std::string() : neighbour_of(piece);
        if (other.empty()) {
            text.append(piece.bytes).append(piece.bytes);
        } else {
            text += other;
        }
        return false;
    }

    bool can_swap(std::size_t at) const {
        return at + 1 < pieces_.size() && !slips_[at + 1] && pieces_[at + 1].is_letter() &&
               pieces_[at + 1].code != pieces_[at].code;
    }

    // A key beside this one, in the same case; empty for letters that the keyboard does not have.
    std::string neighbour_of(const Piece& piece) {
        const std::string small = to_lower_case(piece.bytes);
        const std::vector<std::string_view> keys = neighbour_keys(rows_, small);
        if (keys.empty()) return {};
        const std::string_view key = keys[random_.below(keys.size())];
        return small == piece.bytes ? std::string(key) : to_upper_case(key);
    }

    std::vector<Piece> pieces_;
    std::vector<std::size_t> letters_;  // places in pieces_
    std::vector<bool> slips_;           // one a piece
    const KeyboardRows& rows_;
    RandomStream& random_;
};

bool has_letters(std::string_view text) {
    const std::vector<Piece> pieces = pieces_of(text);
    return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.is_letter(); });
}

std::string without_punctuation(std::string_view text) {
    constexpr char32_t right_quote = 0x2019;
    std::string plain;
    for (const Piece& piece : pieces_of(text)) {
        if (piece.code == '\'' || piece.code == right_quote) continue;
        const bool is_gap = is_punctuation(piece.code) || piece.bytes == " ";
        if (!is_gap) {
            plain += piece.bytes;
        } else if (!plain.empty() && plain.back() != ' ') {
            plain += ' ';
        }
    }
    if (plain.ends_with(' ')) plain.pop_back();
    return plain;
}

}  // namespace

std::string_view to_text(Perturbation perturbation) {
    switch (perturbation) {
        case Perturbation::typos_5: return "typos_5";
        case Perturbation::typos_10: return "typos_10";
        case Perturbation::lower_case: return "lower_case";
        case Perturbation::upper_case: return "upper_case";
        case Perturbation::no_punctuation: return "no_punctuation";
    }
    return {};
}

std::string with_keyboard_slips(std::string_view text, double share, const Locale& locale,
                                std::uint64_t seed) {
    RandomStream random(digest(text) ^ (seed * 0x9E3779B97F4A7C15ULL));
    Typist typist(pieces_of(text), locale, random);
    if (!typist.has_letters()) return std::string(text);
    typist.choose_slips(share);
    return typist.write();
}

std::string perturbed(std::string_view text, Perturbation perturbation, const Locale& locale,
                      std::uint64_t seed) {
    if (!has_letters(text)) return std::string(text);
    switch (perturbation) {
        case Perturbation::typos_5: return with_keyboard_slips(text, 0.05, locale, seed);
        case Perturbation::typos_10: return with_keyboard_slips(text, 0.10, locale, seed);
        case Perturbation::lower_case: return to_lower_case(text);
        case Perturbation::upper_case: return to_upper_case(text);
        case Perturbation::no_punctuation: return without_punctuation(text);
    }
    return std::string(text);
}

}  // namespace parlance::nlu
