// How long the sentence encoder takes for a message of CLINC150's validation set, on one thread.
#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iostream>

#include "tests/nlu/encoder_fixture.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// CLINC150 where it is installed; else a few messages of a bank's customers.
std::vector<std::string> messages() {
    std::vector<std::string> texts;
    std::ifstream file(tests::data_root() / "clinc150/val.tsv");
    for (std::string line; std::getline(file, line);) texts.push_back(line.substr(line.find('\t') + 1));
    if (!texts.empty()) return texts;
    return {"what is my balance?", "could you please transfer 100 euros from my savings to Anna next friday",
            "my card was stolen", "how much interest does the instant saver pay on 1000 euros in a year?"};
}

// Milliseconds for each text, ascending; the first round only warms up.
std::vector<double> times_ms(const SentenceEncoder& encoder, const std::vector<std::string>& texts,
                             VectorLevel level) {
    std::vector<float> pools(SentenceEncoder::width);
    std::vector<double> times;
    for (int round = 0; round < 2; ++round) {
        times.clear();
        for (const std::string& text : texts) {
            const auto begin = std::chrono::steady_clock::now();
            encoder.encode(text, pools, level);
            const auto end = std::chrono::steady_clock::now();
            times.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

}  // namespace

TEST_CASE("encoding one message", "[nlu][encoder][!benchmark]") {
    REQUIRE(tests::has_encoder_package());
    const auto texts = messages();
    for (const auto precision : {EncoderPrecision::float32, EncoderPrecision::int8}) {
        const SentenceEncoder& encoder = tests::installed_encoder(precision);
        const std::string name = precision == EncoderPrecision::int8 ? "int8" : "float32";
        for (const VectorLevel level : supported_vector_levels()) {
            const auto times = times_ms(encoder, texts, level);
            std::cout << name << ", " << level << ": p50 " << times[times.size() / 2] << " ms, p99 "
                      << times[times.size() * 99 / 100] << " ms over " << times.size() << " messages\n";
        }
        std::vector<float> pools(SentenceEncoder::width);
        BENCHMARK(name + ", best level, 14 tokens") {
            encoder.encode("could you move 100 euros from my savings to Anna", pools);
            return pools[0];
        };
    }
}
