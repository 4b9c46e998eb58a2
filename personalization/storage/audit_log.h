#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/audit_record.h"

namespace parlance::personalization {

// What a walk along the chain found.
struct AuditVerdict {
    std::uint64_t entries = 0;            // that were read
    std::string head;                     // digest of the newest entry; of nothing when there is none
    std::optional<std::uint64_t> broken;  // number of the first entry that does not fit; entries end there
    std::string problem;                  // what does not fit about it
};

// One object: intact, entries, head, and for a broken chain broken_at and problem.
std::string to_json_text(const AuditVerdict& verdict);

// The append-only trail of everything that was recommended, in one SQLite file of its own.
//
// Every entry's digest covers its text and the digest before it (a hash chain, Haber and Stornetta 1991), so
// that an entry changed, removed or slipped in later breaks the chain from there on. Whoever notes the head
// elsewhere also notices when the newest entries are cut off. Triggers refuse UPDATE and DELETE.
//
// Entries know a customer by a digest of his id and a random salt. `forget` deletes the salt: the entries
// stay and the chain holds, but nothing leads from them to the customer any more, or back.
//
// A committed entry survives the program's sudden end (WAL). Safe to call from several threads, and beside
// other processes on the same file.
class AuditLog {
public:
    // Opens or creates `file`; ":memory:" for none. Fails with storage_failed, naming file and reason.
    static Result<std::unique_ptr<AuditLog>> open(const std::filesystem::path& file);
    ~AuditLog();

    // Appends the records, all or none; those whose id is known already are left out. Fails with
    // storage_failed.
    Result<void> append(std::span<const AuditRecord> records);

    // Walks the whole chain. Fails with storage_failed when it cannot be read.
    Result<AuditVerdict> verify() const;

    // Whether an entry has this digest: one that was noted elsewhere as the head must still be there.
    Result<bool> has_digest(const std::string& digest) const;

    // Calls `note` with every entry, oldest first (without its customer, inputs and reasons), and from now on
    // with every record that is appended here, once it is kept, in the order of the chain, on the thread that
    // appends; one follower at a time. Fails with storage_failed.
    Result<void> follow(std::function<void(const AuditRecord&)> note);

    // A customer's entries as lines of JSON, oldest first.
    Result<std::vector<std::string>> entries_of(const CustomerId& customer) const;

    // Cuts the tie between a customer and his entries; true when there was one.
    Result<bool> forget(const CustomerId& customer);

private:
    struct Connection;
    explicit AuditLog(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace parlance::personalization
