#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "intents/result.h"
#include "personalization/outreach/outreach_entry.h"

namespace parlance::personalization {

// What there is to tell customers unasked, what was told and what was dropped, in one SQLite file: a restart
// neither loses nor repeats anything. Every function fails with storage_failed. Safe to call from several
// threads.
class OutreachBook {
public:
    // Opens or creates `file`; ":memory:" for none.
    static Result<std::unique_ptr<OutreachBook>> open(const std::filesystem::path& file);
    ~OutreachBook();

    // Keeps an entry, in place of one with its id.
    Result<void> keep(const OutreachEntry& entry);

    // A customer's entries, oldest first.
    Result<std::vector<OutreachEntry>> entries_of(const CustomerId& customer) const;
    // Everybody's newest entries, newest first.
    Result<std::vector<OutreachEntry>> newest(std::size_t limit) const;

    // Who has something waiting that became due after the one moment and not after the other.
    Result<std::vector<CustomerId>> due_between(TimePoint after, TimePoint until) const;

    // Forgets a customer; gives how many entries went.
    Result<std::size_t> erase(const CustomerId& customer);

private:
    struct Connection;
    explicit OutreachBook(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace parlance::personalization
