#include "dialogue/storage/demo_bank_matching.h"

#include <algorithm>
#include <array>
#include <utility>

#include "nlu/normaliser.h"

namespace parlance::dialogue::demo_bank {
namespace {

using Indices = std::vector<std::size_t>;
using Words = std::vector<std::string>;

constexpr std::size_t least_letters_for_typo = 4;

Words words_of(const std::string& text) {
    Words words;
    std::string word;
    for (const char letter : text + " ") {
        const bool is_break = letter == ' ' || letter == ',' || letter == '-' || letter == '.';
        if (!is_break) word += letter;
        if (is_break && !word.empty()) words.push_back(std::exchange(word, {}));
    }
    return words;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (const char byte : text) {
        const auto bits = static_cast<unsigned char>(byte);
        if ((bits & 0xC0U) == 0x80U && !points.empty()) {
            points.back() = (points.back() << 6U) | (bits & 0x3FU);
        } else {
            points.push_back(bits);
        }
    }
    return points;
}

// The rest after the first difference, with one letter of the longer (or of both) let go.
bool rest_agrees(const std::u32string& left, const std::u32string& right, std::size_t at) {
    if (left.size() != right.size()) return left.compare(at + 1, std::u32string::npos, right, at) == 0;
    if (left.compare(at + 1, std::u32string::npos, right, at + 1) == 0) return true;
    return at + 1 < left.size() && left[at] == right[at + 1] && left[at + 1] == right[at] &&
           left.compare(at + 2, std::u32string::npos, right, at + 2) == 0;
}

template <typename Fits>
Indices indices_where(const std::vector<std::string>& names, const Fits& fits) {
    Indices found;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (fits(comparable(names[index]))) found.push_back(index);
    }
    return found;
}

bool is_near(const std::string& left, const std::string& right) {
    return std::min(left.size(), right.size()) >= least_letters_for_typo && within_one_edit(left, right);
}

}  // namespace

std::string comparable(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> spelled_out{
        {{"\u00e4", "ae"}, {"\u00f6", "oe"}, {"\u00fc", "ue"}}};
    std::string plain = nlu::fold(text);
    for (const auto& [umlaut, letters] : spelled_out) {
        for (auto at = plain.find(umlaut); at != std::string::npos; at = plain.find(umlaut, at)) {
            plain.replace(at, umlaut.size(), letters);
        }
    }
    return plain;
}

bool contains_text(std::string_view whole, std::string_view part) {
    const std::string wanted = comparable(part);
    return !wanted.empty() && comparable(whole).find(wanted) != std::string::npos;
}

bool within_one_edit(std::string_view left_text, std::string_view right_text) {
    std::u32string left = code_points(left_text);
    std::u32string right = code_points(right_text);
    if (left.size() < right.size()) std::swap(left, right);
    if (left.size() - right.size() > 1) return false;
    std::size_t at = 0;
    while (at < right.size() && left[at] == right[at]) ++at;
    return at == left.size() || rest_agrees(left, right, at);
}

Indices match_names(std::string_view query, const std::vector<std::string>& names) {
    const std::string wanted = comparable(query);
    const Words wanted_words = words_of(wanted);
    if (wanted_words.empty()) return {};
    Indices found = indices_where(names, [&](const std::string& name) { return name == wanted; });
    if (!found.empty()) return found;
    return indices_where(names, [&](const std::string& name) {
        const Words words = words_of(name);
        return std::all_of(wanted_words.begin(), wanted_words.end(), [&](const std::string& word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        });
    });
}

Indices match_misspelt(std::string_view query, const std::vector<std::string>& names) {
    const std::string wanted = comparable(query);
    return indices_where(names, [&](const std::string& name) {
        if (is_near(name, wanted)) return true;
        const Words words = words_of(name);
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return is_near(word, wanted); });
    });
}

}  // namespace parlance::dialogue::demo_bank
