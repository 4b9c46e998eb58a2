#include "personalization/recommender/interactions.h"

#include <algorithm>

namespace parlance::personalization {

void Interactions::add_user(std::vector<ItemNumber> liked) {
    std::sort(liked.begin(), liked.end());
    liked.erase(std::unique(liked.begin(), liked.end()), liked.end());
    liked_.insert(liked_.end(), liked.begin(), liked.end());
    starts_.push_back(liked_.size());
}

Interactions Interactions::transposed() const {
    std::vector<std::vector<ItemNumber>> fans(items_);
    for (std::size_t user = 0; user < users(); ++user) {
        for (const ItemNumber item : of(user)) fans[item].push_back(static_cast<ItemNumber>(user));
    }
    Interactions turned(users());
    for (std::vector<ItemNumber>& one : fans) turned.add_user(std::move(one));
    return turned;
}

}  // namespace parlance::personalization
