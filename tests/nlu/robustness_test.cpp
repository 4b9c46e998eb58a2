#include "nlu/robustness.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "nlu/unicode_text.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const std::vector<std::string> messages{"I'd like to move 200 euros to my savings account, please",
                                        "Können Sie mir bitte sagen, wie hoch mein Guthaben ist?",
                                        "what's the interest rate on a fixed-term deposit over three years",
                                        "Gr\u00fc\u00dfe \U0001F600, meine Karte wurde gestohlen!",
                                        "a",
                                        "Где моя карта"};

std::u32string characters_of(const std::string& text) {
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        characters.push_back(next.code);
        at += next.bytes;
    }
    return characters;
}

// Edits between two texts: insertion, deletion, replacement, swap of neighbours (optimal string alignment).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                   cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

}  // namespace

TEST_CASE("equal seeds make equal slips and other seeds others", "[nlu][robustness]") {
    const std::string& text = messages.front();
    const Locale english{"en"};
    CHECK(perturbed(text, Perturbation::typos_10, english, 1) ==
          perturbed(text, Perturbation::typos_10, english, 1));
    CHECK(perturbed(text, Perturbation::typos_10, english, 1) !=
          perturbed(text, Perturbation::typos_10, english, 2));
}

TEST_CASE("every perturbation leaves valid text with letters", "[nlu][robustness]") {
    const auto perturbation = GENERATE(from_range(all_perturbations));
    const auto language = GENERATE(as<std::string>(), "en", "de");
    for (const std::string& text : messages) {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const std::string changed = perturbed(text, perturbation, Locale{language}, seed);
            CAPTURE(text, changed, seed);
            REQUIRE(is_valid_utf8(changed));
            REQUIRE_FALSE(changed.empty());
        }
    }
}

TEST_CASE("text without letters stays as it is", "[nlu][robustness]") {
    const auto perturbation = GENERATE(from_range(all_perturbations));
    const auto text = GENERATE(as<std::string>(), "", "???", "12.50 - 3", "\U0001F600!");
    CHECK(perturbed(text, perturbation, Locale{"en"}, 7) == text);
}

TEST_CASE("typos change about the share of characters asked for", "[nlu][robustness]") {
    const double share = GENERATE(0.05, 0.10);
    std::size_t characters = 0;
    std::size_t edits = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        for (std::size_t i = 0; i < 4; ++i) {
            const std::u32string before = characters_of(messages[i]);
            characters += before.size();
            edits +=
                distance(before, characters_of(with_keyboard_slips(messages[i], share, Locale{"en"}, seed)));
        }
    }
    const double changed = static_cast<double>(edits) / static_cast<double>(characters);
    CHECK(changed == Approx(share).epsilon(0.05));
}

TEST_CASE("typos leave digits and signs alone", "[nlu][robustness]") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const std::string changed =
            with_keyboard_slips("pay 1234567890 EUR to #42!", 0.1, Locale{"en"}, seed);
        CAPTURE(changed);
        CHECK_THAT(changed, Catch::Contains("1234567890") && Catch::Contains("#42!"));
    }
}

TEST_CASE("case and punctuation change as a hasty customer would", "[nlu][robustness]") {
    const auto [perturbation, text, expected] = GENERATE(table<Perturbation, std::string, std::string>({
        {Perturbation::lower_case, "Wie VIEL \u00c4rger?", "wie viel \u00e4rger?"},
        {Perturbation::upper_case, "gr\u00fc\u00dfe, 5 euro", "GR\u00dcSSE, 5 EURO"},
        {Perturbation::no_punctuation, "what's my balance?", "whats my balance"},
        {Perturbation::no_punctuation, "Hello,world - it\u2019s me!!", "Hello world its me"},
        {Perturbation::no_punctuation, "send 5 \u20ac, now", "send 5 \u20ac now"},
    }));
    CHECK(perturbed(text, perturbation, Locale{"en"}, 1) == expected);
}
