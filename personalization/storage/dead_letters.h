#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "intents/name.h"
#include "intents/result.h"
#include "personalization/ingest/dead_letter.h"

namespace parlance::personalization {

// The events that were not counted, in one SQLite file of its own (WAL; a letter that was kept survives the
// program's sudden end). A letter's text is what came, customers' ids included: keep the file as safe as the
// feed it came from. Safe to call from several threads, and beside other processes on the same file.
class DeadLetters {
public:
    // Opens or creates `file`; ":memory:" for none. Fails with storage_failed, naming file and reason.
    static Result<std::unique_ptr<DeadLetters>> open(const std::filesystem::path& file);
    ~DeadLetters();

    // Keeps the letters, all or none; one with a text that is known already stays as it is. Fails with
    // storage_failed, as everything here does.
    Result<void> keep(std::span<const DeadLetter> letters);

    // All of them, oldest first.
    Result<std::vector<DeadLetter>> all() const;

    // Those whose text holds the customer's id as a word of its own, oldest first.
    Result<std::vector<DeadLetter>> mentioning(const CustomerId& customer) const;

    // Removes letters by their numbers. Returns how many went.
    Result<std::size_t> remove(std::span<const DeadLetter> letters);

private:
    struct Connection;
    explicit DeadLetters(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace parlance::personalization
