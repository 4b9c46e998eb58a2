#include "personalization/recommender/like_split.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <random>

namespace parlance::personalization {

namespace {

constexpr ItemNumber most_items = 1'000'000;

std::optional<ItemNumber> value_of(const std::string& name) {
    ItemNumber value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value);
    const bool whole = error == std::errc() && end == name.data() + name.size();
    return whole && value < most_items ? std::optional(value) : std::nullopt;
}

std::vector<ItemNumber> numbers_of(const std::vector<std::string>& names, const ItemNumbers& numbers) {
    std::vector<ItemNumber> result;
    for (const std::string& name : names) result.push_back(numbers.of(name));
    return result;
}

}  // namespace

ItemNumbers::ItemNumbers(const std::vector<const NamedLikes*>& files) {
    ItemNumber highest = 0;
    for (const NamedLikes* file : files) {
        for (const NamedLikes::User& user : file->users) {
            for (const std::string& name : user.items) {
                names_.push_back(name);
                const auto value = value_of(name);
                by_value_ = by_value_ && value.has_value();
                highest = std::max(highest, value.value_or(0));
            }
        }
    }
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    by_value_ = by_value_ && highest < 4 * names_.size() + 16;
    size_ = by_value_ ? std::size_t{highest} + 1 : names_.size();
}

ItemNumber ItemNumbers::of(const std::string& name) const {
    if (by_value_) return *value_of(name);
    return static_cast<ItemNumber>(std::lower_bound(names_.begin(), names_.end(), name) - names_.begin());
}

LikeSplit hold_out(const Interactions& all, double share, std::uint32_t seed) {
    std::mt19937 random(seed);
    LikeSplit split{Interactions(all.items()), Interactions(all.items())};
    for (std::size_t user = 0; user < all.users(); ++user) {
        const auto liked = all.of(user);
        std::vector<ItemNumber> shuffled(liked.begin(), liked.end());
        for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[random() % i]);
        const auto wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(liked.size())));
        const std::size_t kept_out = std::min(wanted, std::max<std::size_t>(liked.size(), 1) - 1);
        const auto border = shuffled.begin() + static_cast<std::ptrdiff_t>(kept_out);
        split.test.add_user({shuffled.begin(), border});
        split.training.add_user({border, shuffled.end()});
    }
    return split;
}

Interactions numbered(const NamedLikes& likes, const ItemNumbers& numbers) {
    Interactions result(numbers.size());
    for (const NamedLikes::User& user : likes.users) result.add_user(numbers_of(user.items, numbers));
    return result;
}

LikeSplit beside(const NamedLikes& training, const NamedLikes& test, const ItemNumbers& numbers) {
    std::map<std::string, const NamedLikes::User*> waiting;
    for (const NamedLikes::User& user : test.users) waiting.emplace(user.name, &user);
    LikeSplit split{numbered(training, numbers), Interactions(numbers.size())};
    for (const NamedLikes::User& user : training.users) {
        const auto found = waiting.find(user.name);
        split.test.add_user(found == waiting.end() ? std::vector<ItemNumber>{}
                                                   : numbers_of(found->second->items, numbers));
        if (found != waiting.end()) waiting.erase(found);
    }
    for (const auto& [name, user] : waiting) {
        split.training.add_user({});
        split.test.add_user(numbers_of(user->items, numbers));
    }
    return split;
}

}  // namespace parlance::personalization
