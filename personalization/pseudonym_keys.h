#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"

namespace parlance::personalization {

// The secrets that turn customers' and events' ids into pseudonyms (HMAC-SHA-256) for a store: the same id
// gives the same pseudonym, and nobody gets from one to the other without the key.
//
// The file holds every key that was ever in use, the newest last:
//     {"keys": [{"id": "1", "secret": "<64 hex digits>"}, {"id": "2", "secret": "..."}]}
// Writing uses the newest; what an older one wrote is still found. Without its keys a store's customers
// cannot be told any more, so keep the file as safe as the store, and apart from it. Immutable; safe to
// share.
class PseudonymKeys {
public:
    // Reads the file; makes one with a fresh key, readable by its owner only (0600), when there is none.
    // Fails with io_failed when it can be neither read nor made or when others may read it, and with
    // bad_request when it is no key file; the detail lists everything that is wrong with it.
    static Result<PseudonymKeys> open(const std::filesystem::path& file);

    // A key that is gone with the object, for tests and stores in memory.
    static PseudonymKeys for_this_run();

    // The pseudonym that a store writes: 32 bytes.
    std::string newest(std::string_view id) const;

    // Every pseudonym that a store may know the id by, the newest first.
    std::vector<std::string> all(std::string_view id) const;

private:
    explicit PseudonymKeys(std::vector<std::string> secrets) : secrets_(std::move(secrets)) {}

    std::vector<std::string> secrets_;  // newest last, never empty
};

}  // namespace parlance::personalization
