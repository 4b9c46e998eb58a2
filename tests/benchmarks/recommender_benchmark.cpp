// EASE^R and iALS beside the same models in NumPy, in one run: parlance_recommender_benchmark
//
// Needs MovieLens 1M's train.txt under PARLANCE_DATA, and python3 with numpy (Debian: python3-numpy) for the
// peer. Prints fit times and how long a query of the ten best items takes, and the ratios.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "personalization/recommender/implicit_factors.h"
#include "personalization/recommender/interaction_reader.h"
#include "personalization/recommender/item_regression.h"

namespace parlance {
namespace {

using namespace personalization;
using Clock = std::chrono::steady_clock;

constexpr std::size_t queries = 2000;
constexpr std::size_t best_items = 10;

struct Measured {
    double fit_s = 0;
    double p50_ms = 0;
    double p99_ms = 0;
};

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Items by their numbers in the file, as the peer has them.
Interactions interactions_in(const NamedLikes& likes) {
    ItemNumber items = 0;
    for (const auto& user : likes.users) {
        for (const auto& item : user.items) items = std::max(items, ItemNumber(std::stoul(item)) + 1);
    }
    Interactions interactions(items);
    for (const auto& user : likes.users) {
        std::vector<ItemNumber> liked;
        for (const auto& item : user.items) liked.push_back(ItemNumber(std::stoul(item)));
        interactions.add_user(std::move(liked));
    }
    return interactions;
}

void take_best(std::span<const ItemNumber> history, std::vector<float>& scores,
               std::vector<ItemNumber>& order) {
    for (const ItemNumber item : history) scores[item] = -std::numeric_limits<float>::infinity();
    std::iota(order.begin(), order.end(), ItemNumber{0});
    std::partial_sort(order.begin(), order.begin() + best_items, order.end(),
                      [&](ItemNumber left, ItemNumber right) { return scores[left] > scores[right]; });
}

template <typename Fit>
Measured measured(const Interactions& likes, Fit fit) {
    Measured result;
    const auto start = Clock::now();
    const ItemScorer score = fit(likes);
    result.fit_s = since(start);
    std::vector<double> times;
    std::vector<float> scores(likes.items());
    std::vector<ItemNumber> order(likes.items());
    for (std::size_t user = 0; user < std::min(queries, likes.users()); ++user) {
        const auto begun = Clock::now();
        score(likes.of(user), scores);
        take_best(likes.of(user), scores, order);
        times.push_back(1e3 * since(begun));
    }
    std::sort(times.begin(), times.end());
    result.p50_ms = times[times.size() / 2];
    result.p99_ms = times[times.size() * 99 / 100];
    return result;
}

// What the peer prints; nothing when python3 or numpy is not there.
nlohmann::json peer_on(const std::string& file) {
    const std::string script =
        (std::filesystem::path(__FILE__).parent_path() / "peers" / "recommender_queries.py").string();
    const std::string command = "python3 '" + script + "' '" + file + "' 2>/dev/null";
    FILE* pipe = popen(command.c_str(), "r");
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text.push_back(static_cast<char>(c));
    pclose(pipe);
    return nlohmann::json::parse(text, nullptr, false);
}

void print(const char* model, const Measured& ours, const nlohmann::json& peer) {
    std::printf("%-6s fit %6.2f s   query p50 %.3f ms, p99 %.3f ms\n", model, ours.fit_s, ours.p50_ms,
                ours.p99_ms);
    if (!peer.is_object() || !peer.contains(model)) return;
    const auto& theirs = peer.at(model);
    const auto of = [&](const char* key) { return theirs.at(key).get<double>(); };
    std::printf(
        "%-6s fit %6.2f s   query p50 %.3f ms, p99 %.3f ms   ours take %.2f, %.2f and %.2f of these\n",
        "NumPy", of("fit_s"), of("p50_ms"), of("p99_ms"), ours.fit_s / of("fit_s"),
        ours.p50_ms / of("p50_ms"), ours.p99_ms / of("p99_ms"));
}

int run() {
    const char* folder = std::getenv("PARLANCE_DATA");
    const std::string file = std::string(folder == nullptr ? "../shared/data" : folder) + "/ml-1m/train.txt";
    Findings findings;
    const auto likes = read_likes(file, 0, findings);
    if (!likes) {
        std::printf("skipped: %s\n", likes.error().detail.c_str());
        return 0;
    }
    const Interactions interactions = interactions_in(*likes);
    const auto peer = peer_on(file);
    if (peer.is_discarded()) std::printf("no peer: python3 with numpy is not there\n");
    print("ease",
          measured(interactions, [](const Interactions& all) { return train_item_regression(all, 2000); }),
          peer);
    print("ials",
          measured(interactions,
                   [](const Interactions& all) {
                       return train_implicit_factors(all, {64, 0.01F, 0.3F, 12, 42});
                   }),
          peer);
    return 0;
}

}  // namespace
}  // namespace parlance

int main() {
    return parlance::run();
}
