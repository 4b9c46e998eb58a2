#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parlance::personalization {

using ItemNumber = std::uint32_t;

// Who liked what: users by number, each with the numbers of his items, rising and without repeats.
class Interactions {
public:
    explicit Interactions(std::size_t items = 0) : items_(items) {}

    // The next user with his items, each below items(); sorts them and drops repeats.
    void add_user(std::vector<ItemNumber> liked);

    std::size_t users() const { return starts_.size() - 1; }
    std::size_t items() const { return items_; }
    std::size_t size() const { return liked_.size(); }
    std::span<const ItemNumber> of(std::size_t user) const {
        return std::span(liked_).subspan(starts_[user], starts_[user + 1] - starts_[user]);
    }

    // Who liked each item: the items as users.
    Interactions transposed() const;

private:
    std::size_t items_ = 0;
    std::vector<std::size_t> starts_ = {0};
    std::vector<ItemNumber> liked_;
};

}  // namespace parlance::personalization
