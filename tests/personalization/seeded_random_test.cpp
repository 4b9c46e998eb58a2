#include "personalization/seeded_random.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using parlance::personalization::SeededRandom;

TEST_CASE("draws of a seed are the published ones of SplitMix64 on every machine",
          "[personalization][random]") {
    SeededRandom random(1234567);
    // Vigna's reference implementation, splitmix64.c.
    for (const std::uint64_t wanted : {6457827717110365317U, 3203168211198807973U, 9817491932198370423U,
                                       4593380528125082431U, 16408922859458223821U})
        CHECK(random.next() == wanted);
}

TEST_CASE("bounded draws are spread evenly and stay within their bounds", "[personalization][random]") {
    SeededRandom random(1);
    std::array<int, 7> seen{};
    for (int i = 0; i < 70000; ++i) ++seen[random.below(7)];
    for (const int count : seen) CHECK(std::abs(count - 10000) < 400);
    for (int i = 0; i < 1000; ++i) {
        const auto drawn = random.between(-2, 2);
        CHECK((drawn >= -2 && drawn <= 2));
    }
}

TEST_CASE("normal draws have mean 0 and deviation 1", "[personalization][random]") {
    SeededRandom random(2);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100000; ++i) {
        const double drawn = random.normal();
        sum += drawn;
        squares += drawn * drawn;
    }
    CHECK(sum / 100000 == Approx(0).margin(0.015));
    CHECK(squares / 100000 == Approx(1).margin(0.02));
}

TEST_CASE("parts of one seed draw differently", "[personalization][random]") {
    CHECK(SeededRandom::of_part(7, 0).next() != SeededRandom::of_part(7, 1).next());
    CHECK(SeededRandom::of_part(7, 1).next() != SeededRandom::of_part(8, 1).next());
    CHECK(SeededRandom::of_part(7, 1).next() == SeededRandom::of_part(7, 1).next());
}
