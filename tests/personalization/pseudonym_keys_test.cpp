#include "personalization/pseudonym_keys.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "dialogue/storage/temporary_folder.h"
#include "intents/secret.h"

using namespace parlance;
using namespace parlance::personalization;
namespace fs = std::filesystem;

namespace {

const std::string first_secret(64, 'a');
const std::string second_secret(64, 'b');

std::string entry(const std::string& id, const std::string& secret) {
    return R"({"id": ")" + id + R"(", "secret": ")" + secret + "\"}";
}

std::string file_of(const std::string& entries) {
    return "{\"keys\": [\n" + entries + "]}\n";
}

// A folder with a key file in it that only its owner may read.
struct KeyFile {
    dialogue::TemporaryFolder folder = std::move(*dialogue::TemporaryFolder::make());
    fs::path path = folder.path() / "behavior.keys";

    void write(const std::string& text) const {
        std::ofstream(path) << text;
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    }
};

}  // namespace

TEST_CASE("HMAC-SHA-256 gives the digests of RFC 4231", "[intents][secret]") {
    const auto [secret, text, digest] = GENERATE(table<std::string, std::string, std::string>({
        {std::string(20, '\x0b'), "Hi There",
         "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {"Jefe", "what do ya want for nothing?",
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
    }));
    CHECK(to_hex(hmac_sha256(secret, text)) == digest);
}

TEST_CASE("a key file is made once, for its owner alone, and read again", "[personalization][pseudonyms]") {
    const KeyFile file;
    const auto made = PseudonymKeys::open(file.path);
    REQUIRE(made.has_value());
    CHECK((fs::status(file.path).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const auto again = PseudonymKeys::open(file.path);
    REQUIRE(again.has_value());
    CHECK(again->newest("C001") == made->newest("C001"));
    CHECK(made->newest("C001").size() == 32);
    CHECK(made->newest("C001") != made->newest("C002"));
    CHECK(std::distance(fs::directory_iterator(file.folder.path()), {}) == 1);
}

TEST_CASE("the newest key writes and every older one is still looked for", "[personalization][pseudonyms]") {
    const KeyFile file;
    file.write(file_of(entry("1", first_secret)));
    const auto before = PseudonymKeys::open(file.path);
    REQUIRE(before.has_value());
    file.write(file_of(entry("1", first_secret) + "," + entry("2", second_secret)));
    const auto after = PseudonymKeys::open(file.path);
    REQUIRE(after.has_value());
    CHECK(after->newest("C001") != before->newest("C001"));
    CHECK(after->all("C001") == std::vector{after->newest("C001"), before->newest("C001")});
}

TEST_CASE("two keys made for a run have nothing in common", "[personalization][pseudonyms]") {
    CHECK(PseudonymKeys::for_this_run().newest("C001") != PseudonymKeys::for_this_run().newest("C001"));
}

TEST_CASE("a bad key file is refused with everything that is wrong", "[personalization][pseudonyms]") {
    const auto [text, findings] = GENERATE(table<std::string, std::vector<std::string>>({
        {"{", {"behavior.keys:1:"}},
        {"{}", {"\"keys\""}},
        {R"({"keys": []})", {"\"keys\" is empty"}},
        {file_of(entry("1", "short")), {":2:", "a secret is 64 hex digits"}},
        {file_of(entry("1", std::string(64, 'g'))), {"a secret is 64 hex digits"}},
        {file_of(entry("1", first_secret) + ",\n" + entry("1", "short")),
         {":3:", "the id \"1\" is given twice", "a secret is 64 hex digits"}},
        {R"({"keys": [{"id": "1", "secrte": ")" + first_secret + "\"}]}", {"did you mean \"secret\"?"}},
    }));
    CAPTURE(text);
    const KeyFile file;
    file.write(text);
    const auto keys = PseudonymKeys::open(file.path);
    REQUIRE(keys.has_error());
    CHECK(keys.error().code == ErrorCode::bad_request);
    CHECK_THAT(keys.error().detail, !Catch::Contains(first_secret));
    for (const std::string& finding : findings) CHECK_THAT(keys.error().detail, Catch::Contains(finding));
}

TEST_CASE("a key file that others may read is refused with the remedy", "[personalization][pseudonyms]") {
    const KeyFile file;
    file.write(file_of(entry("1", first_secret)));
    fs::permissions(file.path, fs::perms::group_read, fs::perm_options::add);
    const auto keys = PseudonymKeys::open(file.path);
    REQUIRE(keys.has_error());
    CHECK(keys.error().code == ErrorCode::io_failed);
    CHECK_THAT(keys.error().detail, Catch::Contains("chmod 600"));
    CHECK(PseudonymKeys::open(file.folder.path() / "no" / "folder").has_error());
}
