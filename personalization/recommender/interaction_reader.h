#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/result.h"
#include "personalization/recommender/interactions.h"

namespace parlance::personalization {

// The lines of a file of likes, by the names that the file has for users and items.
struct NamedLikes {
    struct User {
        std::string name;
        std::vector<std::string> items;
    };
    std::vector<User> users;  // in the order of their first lines
};

// Reads likes, in one of three forms that the lines themselves tell apart:
// - `user item rating [time]`, one like a line, the same number of columns in every line (MovieLens 100K,
//   LastFM); a rating below `least_rating` is no like;
// - `count item item ...`, one user a line, named by the line's number from 0 (CiteULike);
// - `user item item ...`, one user a line.
// Cells are parted by blanks or tabs. Wrong lines are findings: a rating that is no number (E1008), no likes
// at all (E1010).
NamedLikes parse_likes(std::string_view content, const std::string& name, double least_rating,
                       Findings& findings);

// The same from a file. Fails with io_failed when the file cannot be read.
Result<NamedLikes> read_likes(const std::filesystem::path& file, double least_rating, Findings& findings);

// Lists of terms for the items 0, 1, ...: one a line, `count term term ...` as CiteULike has tags and
// citations. Terms become numbers. Wrong lines are findings: a count that is not the line's (E1011).
struct ItemTerms {
    std::vector<std::vector<std::string>> of_item;
};
ItemTerms parse_item_terms(std::string_view content, const std::string& name, Findings& findings);
Result<ItemTerms> read_item_terms(const std::filesystem::path& file, Findings& findings);

}  // namespace parlance::personalization
