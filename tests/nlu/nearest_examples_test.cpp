#include "nlu/nearest_examples.h"

#include <catch2/catch.hpp>

#include "nlu/typos.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

struct Place {
    std::vector<WeightedFeature> ngrams;
    std::vector<float> meaning;
    operator ExamplePlace() const { return {ngrams, meaning}; }
};

const Place card{{{3, 0.8F}, {9, 0.6F}}, {1, 0, 0}};
const Place loan{{{4, 1}}, {0, 1, 0}};
const Place german{{{70, 1}}, {}};

NearestExamples small_examples() {
    NearestExamples examples(3);
    examples.add("lost my card", 1, card);
    examples.add("a loan please", 0, loan);
    examples.add("guten Tag", 1, german);
    examples.finish();
    return examples;
}

}  // namespace

TEST_CASE("the nearest training texts come back, most similar first", "[nlu][examples]") {
    const NearestExamples examples = small_examples();
    const auto found = examples.find(card, 2);
    REQUIRE(found.size() == 2);
    CHECK(found[0].text == "lost my card");
    CHECK(found[0].label == 1);
    CHECK(found[0].similarity == Approx(1).margin(0.02));
    CHECK(found[1].similarity < 0.5F);
    CHECK(examples.find(german, 1).front().text == "guten Tag");
    CHECK(examples.find(german, 10).size() == 3);
    CHECK(NearestExamples().find(card, 3).empty());
}

TEST_CASE("examples come back from their bytes, and damaged bytes make none", "[nlu][examples]") {
    SectionWriter writer;
    small_examples().write(writer);
    const std::string bytes = writer.take();
    NearestExamples again;
    SectionReader reader(std::as_bytes(std::span(bytes)), nullptr);
    REQUIRE(again.read(reader, 2));
    CHECK(again.find(loan, 1).front().text == "a loan please");
    NearestExamples other;
    SectionReader second(std::as_bytes(std::span(bytes)), nullptr);
    CHECK_FALSE(other.read(second, 1));  // a label beyond the classes
    for (std::size_t length = 0; length < bytes.size(); length += 5) {
        SectionReader part(std::as_bytes(std::span(bytes).first(length)), nullptr);
        CHECK_FALSE(other.read(part, 2));
    }
}

TEST_CASE("typos keep to their rate and their seed", "[nlu][typos]") {
    const std::string text(4000, 'a');
    RandomStream random(1);
    RandomStream same(1);
    const std::string slipped = with_typos(text, 0.05, random);
    CHECK(slipped == with_typos(text, 0.05, same));
    CHECK(slipped != text);
    CHECK(std::abs(static_cast<int>(slipped.size()) - 4000) < 60);
    CHECK(with_typos("123 \xC3\xA4 !", 1, random) == "123 \xC3\xA4 !");
    CHECK(with_typos(text, 0, random) == text);
}
