#include "personalization/pseudonym_keys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

#include "intents/object_reader.h"
#include "intents/secret.h"

namespace parlance::personalization {
namespace {

constexpr std::size_t secret_bytes = 32;

Error io_failed(const std::filesystem::path& file, const std::string& what) {
    return {ErrorCode::io_failed, "keys of pseudonyms: " + file.string() + ": " + what};
}

bool is_secret(std::string_view text) {
    return text.size() == 2 * secret_bytes &&
           text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// A file of its own beside the wanted one, then moved there, so that nobody reads half of it. Another program
// that does the same at the same time wins or loses as a whole: `link` never replaces a file.
Result<void> make_file(const std::filesystem::path& file) {
    const std::string draft = file.string() + "." + random_hex(8);
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return io_failed(file, std::strerror(errno));
    const std::string text = R"({"keys": [{"id": "1", "secret": ")" + random_hex(secret_bytes) + "\"}]}\n";
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    const bool linked = written && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
    const int problem = errno;
    ::unlink(draft.c_str());
    if (!linked) return io_failed(file, std::strerror(problem));
    return {};
}

// The secrets, newest last; every problem becomes a finding.
std::vector<std::string> read_keys(const JsonNode& root, const std::string& name, Findings& findings) {
    std::vector<std::string> secrets;
    std::set<std::string> ids;
    ObjectReader reader(root, name, findings);
    if (const auto* keys = reader.required_array("keys")) {
        if (keys->array()->empty()) reader.error("E0520", "keys", "\"keys\" is empty");
        for (const JsonNode& node : *keys->array()) {
            ObjectReader key(node, name, findings);
            const std::string id = key.required_text("id");
            if (!id.empty() && !ids.insert(id).second)
                key.error("E0521", "id", "the id \"" + id + "\" is given twice");
            secrets.push_back(key.required_text("secret"));
            if (!secrets.back().empty() && !is_secret(secrets.back()))
                key.error("E0522", "secret", "a secret is 64 hex digits");
            key.finish();
        }
    }
    reader.finish();
    return secrets;
}

Error described(const Findings& findings) {
    std::string all = "keys of pseudonyms:";
    for (const Finding& finding : findings.sorted()) {
        all += "\n  " + finding.file + ":" + std::to_string(finding.position.line) + ":" +
               std::to_string(finding.position.column) + ": " + finding.message;
        if (!finding.fix.empty()) all += "; " + finding.fix;
    }
    return {ErrorCode::bad_request, all};
}

}  // namespace

Result<PseudonymKeys> PseudonymKeys::open(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        if (const auto made = make_file(file); !made) return made.error();
    }
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return io_failed(file, std::strerror(errno));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return io_failed(file, "others may read it; `chmod 600` makes it its owner's alone");
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) return io_failed(file, "cannot be read");
    Findings findings;
    const auto parsed = parse_json(text);
    if (const auto* error = std::get_if<JsonSyntaxError>(&parsed)) {
        findings.error("E0520", file.string(), error->position, error->message);
        return described(findings);
    }
    auto secrets = read_keys(std::get<JsonNode>(parsed), file.string(), findings);
    if (findings.has_errors()) return described(findings);
    return PseudonymKeys(std::move(secrets));
}

PseudonymKeys PseudonymKeys::for_this_run() {
    return PseudonymKeys({random_hex(secret_bytes)});
}

std::string PseudonymKeys::newest(std::string_view id) const {
    return hmac_sha256(secrets_.back(), id);
}

std::vector<std::string> PseudonymKeys::all(std::string_view id) const {
    std::vector<std::string> pseudonyms;
    for (auto secret = secrets_.rbegin(); secret != secrets_.rend(); ++secret)
        pseudonyms.push_back(hmac_sha256(*secret, id));
    return pseudonyms;
}

}  // namespace parlance::personalization
