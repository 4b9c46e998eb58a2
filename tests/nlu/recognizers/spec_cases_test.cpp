#include "nlu/recognizers/spec_cases.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace parlance;
using namespace parlance::nlu;

namespace {

// A folder with one spec file, gone with the test.
class SpecFolder {
public:
    explicit SpecFolder(const std::string& content, const std::string& file = "English/NumberModel.json")
        : root_(std::filesystem::temp_directory_path() / "parlance_spec_cases_test") {
        std::filesystem::remove_all(root_);
        std::filesystem::create_directories((root_ / file).parent_path());
        std::ofstream(root_ / file, std::ios::binary) << content;
    }
    SpecFolder(const SpecFolder&) = delete;
    SpecFolder& operator=(const SpecFolder&) = delete;
    ~SpecFolder() { std::filesystem::remove_all(root_); }
    const std::filesystem::path& root() const { return root_; }

private:
    std::filesystem::path root_;
};

}  // namespace

TEST_CASE("units of a spec become bytes", "[nlu][recognizers]") {
    // A byte order mark, and a character of two units and four bytes before the number.
    const SpecFolder folder(
        "\xEF\xBB\xBF[{\"Input\": \"\xF0\x9F\x91\x8C 12\", \"NotSupported\": \"javascript\", \"Results\": "
        "[{\"Text\": \"12\", \"Start\": 3, \"End\": 4, \"TypeName\": \"number\", \"Resolution\": "
        "{\"value\": \"12\"}}]}]");
    Findings findings;
    const auto specs = read_model_specs(folder.root(), findings);
    REQUIRE(specs.size() == 1);
    CHECK(specs[0].model == "NumberModel");
    REQUIRE(specs[0].cases.size() == 1);
    REQUIRE(specs[0].cases[0].expected.size() == 1);
    CHECK(specs[0].cases[0].expected[0] == Recognition{{5, 7}, "number", {{"value", "12"}}});
}

TEST_CASE("a result without a place is looked for behind the one before", "[nlu][recognizers]") {
    const SpecFolder folder(R"([{"Input": "Yes, yes", "Results": [{"Text": "yes", "TypeName": "boolean"},
                                {"Text": "yes", "TypeName": "boolean"}]}])");
    Findings findings;
    const auto specs = read_model_specs(folder.root(), findings);
    REQUIRE(specs[0].cases[0].expected.size() == 2);
    CHECK(specs[0].cases[0].expected[0].span == TextSpan{0, 3});
    CHECK(specs[0].cases[0].expected[1].span == TextSpan{5, 8});
}

TEST_CASE("everything wrong with a spec is found with its place", "[nlu][recognizers]") {
    const SpecFolder folder(
        "[{\"Input\": \"a\"},\n {\"Results\": []},\n {\"Input\": \"b\", \"Results\": []}]");
    Findings findings;
    const auto specs = read_model_specs(folder.root(), findings);
    CHECK(specs[0].cases.size() == 1);
    REQUIRE(findings.count(Severity::error) == 2);
    CHECK(findings.sorted()[1].position.line == 2);
}

TEST_CASE("variants of English keep a name of their own", "[nlu][recognizers]") {
    const SpecFolder folder("[]", "EnglishOthers/DateTimeModel.json");
    Findings findings;
    CHECK(read_model_specs(folder.root(), findings)[0].model == "EnglishOthers/DateTimeModel");
}
