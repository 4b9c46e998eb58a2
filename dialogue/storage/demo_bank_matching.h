#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parlance::dialogue::demo_bank {

// Text as names are compared: case-folded (nlu::fold) and with German umlauts spelled out.
std::string comparable(std::string_view text);

// `part` occurs in `whole`, both made comparable; an empty part occurs nowhere.
bool contains_text(std::string_view whole, std::string_view part);

// Equal but for at most one letter changed, added, left out or swapped with its neighbour (optimal string
// alignment distance of at most 1, in code points).
bool within_one_edit(std::string_view left, std::string_view right);

// The names that `query` can mean, as indices in order: those equal to it; else those with the query among
// their words, or, for a query of several words, all its words among theirs.
std::vector<std::size_t> match_names(std::string_view query, const std::vector<std::string>& names);

// The names that `query` may be a typing error of: whole name or one word, of four letters at least.
std::vector<std::size_t> match_misspelt(std::string_view query, const std::vector<std::string>& names);

}  // namespace parlance::dialogue::demo_bank
