#include <catch2/catch.hpp>
#include <fstream>

#include "dialogue/storage/temporary_folder.h"

using parlance::dialogue::TemporaryFolder;

TEST_CASE("a temporary folder goes with its owner and what is in it", "[dialogue][store]") {
    std::filesystem::path path;
    {
        auto folder = TemporaryFolder::make().value();
        path = folder.path();
        std::ofstream(path / "file") << "x";
        const TemporaryFolder owner = std::move(folder);
        CHECK(owner.path() == path);
        CHECK(std::filesystem::exists(path / "file"));
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("two temporary folders are two", "[dialogue][store]") {
    const auto one = TemporaryFolder::make().value();
    const auto other = TemporaryFolder::make().value();
    CHECK(one.path() != other.path());
}
