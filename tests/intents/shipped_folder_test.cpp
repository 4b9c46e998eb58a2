#include "intents/shipped_folder.h"

#include <catch2/catch.hpp>

#include "tests/intents/temporary_pack.h"

using namespace parlance;
using parlance::tests::TemporaryPack;

namespace {

// A checkout and a prefix side by side, with the files given; `banking` is looked for in both.
struct Places {
    explicit Places(const std::vector<std::string>& files) {
        for (const std::string& file : files) folder.write(file, "{}");
    }

    std::string found() const {
        const auto place = find_shipped({checkout, "packs/banking"}, folder.root() / "prefix/bin/parlance");
        return place.lexically_relative(folder.root()).string();
    }

    TemporaryPack folder;
    std::string checkout = (folder.root() / "checkout/banking").string();
};

}  // namespace

TEST_CASE("what comes with the program is found in the checkout first, then where it is installed",
          "[intents][shipped]") {
    using Files = std::vector<std::string>;
    const std::string in_checkout = "checkout/banking/pack.json";
    const std::string in_prefix = "prefix/share/parlance/packs/banking/pack.json";
    const auto [files, found] = GENERATE_COPY(table<Files, std::string>({
        {Files{in_checkout, in_prefix}, "checkout/banking"},
        {Files{in_checkout}, "checkout/banking"},
        {Files{in_prefix}, "prefix/share/parlance/packs/banking"},
        {Files{}, "checkout/banking"},                    // what a message is to name
        {Files{"checkout/banking"}, "checkout/banking"},  // a file, no folder
    }));
    CAPTURE(files);
    CHECK(Places(files).found() == found);
}
