#include "tests/websocket/golden_exchange.h"

#include <set>

namespace parlance::tests {

namespace {

std::filesystem::path protocol_folder() {
    return std::filesystem::path(__FILE__).parent_path().parent_path() / "protocol";
}

}  // namespace

TEST_CASE("the golden exchanges are what the server does", "[websocket][protocol][golden]") {
    const std::string name =
        GENERATE("one_line_client", "hello", "errors", "resume", "end", "offers", "too_large", "analysis");
    CAPTURE(name);
    GoldenExchange(protocol_folder() / (name + ".json")).play();
}

TEST_CASE("every golden exchange is played", "[websocket][protocol][golden]") {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(protocol_folder())) {
        files.insert(entry.path().filename().string());
    }
    CHECK(files == std::set<std::string>{"analysis.json", "behavior.json", "end.json", "errors.json",
                                         "hello.json", "offers.json", "one_line_client.json", "resume.json",
                                         "too_large.json"});
}

}  // namespace parlance::tests
