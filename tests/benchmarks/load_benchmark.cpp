// Loads a server with customers who write, read the answer, think, and write again (closed loop), all over
// loopback WebSockets, and prints how long a turn took them.
//   parlance_load_benchmark [--clients 50] [--turns 20] [--think-ms 200] [--seed 1] [--model FILE] [--pack
//   DIR]
//                           [--url ws://127.0.0.1:8080] [--json]
// Without --url it starts a server of its own, on SQLite files in a temporary folder. A server at --url must
// have its rate limit off.

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <thread>

#include "tests/pack_root.h"
#include "websocket/assistant_host.h"
#include "websocket/client.h"
#include "websocket/observed_frame.h"

namespace parlance {

namespace {

using Clockwork = std::chrono::steady_clock;

const std::vector<std::string>& messages() {
    static const std::vector<std::string> texts = {
        "hello",
        "what is my balance?",
        "show me my last transactions",
        "I want to send 50 euros to Anna",
        "stop",
        "how much interest does the instant saver pay?",
        "my card was stolen",
        "no, leave it",
        "what did I spend on groceries last month?",
        "this is the third time you charged me this fee, I am really annoyed",
        "can I talk to a person?",
        "we are having a baby in spring, what should I think of?",
        "I would like to invest some money every month",
        "thanks, that was helpful",
    };
    return texts;
}

struct LoadOptions {
    int clients = 50;
    int turns = 20;
    int think_ms = 200;
    unsigned seed = 1;
    std::string model;
    std::string pack = tests::pack_root().string();
    std::string url;
    bool json = false;
};

// What one client saw; times in milliseconds.
struct ClientResult {
    std::vector<double> turn_ms;
    std::string failure;
};

struct LoadResult {
    int clients = 0;
    std::size_t turns = 0;
    std::size_t failed_clients = 0;
    double seconds = 0;
    double p50_ms = 0, p95_ms = 0, p99_ms = 0, max_ms = 0;

    double turns_per_s() const { return seconds > 0 ? static_cast<double>(turns) / seconds : 0; }
};

bool read_number(const std::string& text, auto& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

std::optional<LoadOptions> read_options(int argc, char** argv) {
    LoadOptions options;
    const std::map<std::string, std::string*> texts = {
        {"--model", &options.model}, {"--pack", &options.pack}, {"--url", &options.url}};
    const std::map<std::string, int*> numbers = {
        {"--clients", &options.clients}, {"--turns", &options.turns}, {"--think-ms", &options.think_ms}};
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--json") {
            options.json = true;
            continue;
        }
        if (++i == argc) return std::nullopt;
        const std::string value = argv[i];
        const auto text = texts.find(name);
        const auto number = numbers.find(name);
        if (text != texts.end()) {
            *text->second = value;
        } else if (number != numbers.end() ? !read_number(value, *number->second)
                                           : name != "--seed" || !read_number(value, options.seed)) {
            return std::nullopt;
        }
    }
    return options.clients > 0 && options.turns > 0 && options.think_ms >= 0 ? std::optional(options)
                                                                             : std::nullopt;
}

// Milliseconds until the reply; fails when the server closes or refuses.
Result<double> take_turn(websocket::Client& client, const std::string& id, const std::string& text) {
    const auto begin = Clockwork::now();
    if (auto sent = client.send(websocket::message_frame(id, text)); !sent) return sent.error();
    websocket::FrameObserver observer(id);
    for (;;) {
        const auto frame = client.receive();
        if (!frame) return frame.error();
        const auto complete = observer.take(*frame);
        if (!complete) return complete.error();
        if (!*complete) continue;
        if (!observer.turn().error.empty()) return Error{ErrorCode::refused, observer.turn().error};
        return std::chrono::duration<double, std::milli>(Clockwork::now() - begin).count();
    }
}

ClientResult run_client(const websocket::ClientTarget& target, const LoadOptions& options, int number) {
    ClientResult result;
    auto client = websocket::Client::connect(target);
    if (!client) return {{}, client.error().detail};
    std::mt19937 random(options.seed + static_cast<unsigned>(number));
    std::uniform_int_distribution<int> think_ms(options.think_ms / 2, options.think_ms * 3 / 2);
    std::size_t next = random() % messages().size();
    for (int turn = 0; turn < options.turns; ++turn) {
        std::this_thread::sleep_for(std::chrono::milliseconds(think_ms(random)));
        const auto ms = take_turn(*client, "m" + std::to_string(turn), messages()[next]);
        if (!ms) {
            result.failure = ms.error().detail;
            return result;
        }
        result.turn_ms.push_back(*ms);
        next = (next + 1) % messages().size();
    }
    client->close();
    return result;
}

// The value that this share of the sorted values does not exceed (nearest rank).
double percentile(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

LoadResult run_load(const websocket::ClientTarget& target, const LoadOptions& options) {
    std::vector<ClientResult> results(static_cast<std::size_t>(options.clients));
    const auto begin = Clockwork::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < options.clients; ++i) {
        threads.emplace_back(
            [&, i] { results[static_cast<std::size_t>(i)] = run_client(target, options, i); });
    }
    for (auto& thread : threads) thread.join();
    LoadResult load;
    load.clients = options.clients;
    load.seconds = std::chrono::duration<double>(Clockwork::now() - begin).count();
    std::vector<double> all;
    for (const auto& result : results) {
        all.insert(all.end(), result.turn_ms.begin(), result.turn_ms.end());
        if (result.failure.empty()) continue;
        ++load.failed_clients;
        std::cerr << "a client failed: " << result.failure << "\n";
    }
    std::sort(all.begin(), all.end());
    load.turns = all.size();
    load.p50_ms = percentile(all, 0.5);
    load.p95_ms = percentile(all, 0.95);
    load.p99_ms = percentile(all, 0.99);
    load.max_ms = all.empty() ? 0 : all.back();
    return load;
}

void print(const LoadResult& load, bool json) {
    if (json) {
        std::cout << nlohmann::ordered_json{{"clients", load.clients},
                                            {"turns", load.turns},
                                            {"failed_clients", load.failed_clients},
                                            {"seconds", load.seconds},
                                            {"turns_per_s", load.turns_per_s()},
                                            {"p50_ms", load.p50_ms},
                                            {"p95_ms", load.p95_ms},
                                            {"p99_ms", load.p99_ms},
                                            {"max_ms", load.max_ms}}
                         .dump()
                  << "\n";
        return;
    }
    std::cout << load.clients << " clients, " << load.turns << " turns in " << load.seconds
              << " s: " << load.turns_per_s() << " turns/s\n"
              << "a turn: p50 " << load.p50_ms << " ms, p95 " << load.p95_ms << " ms, p99 " << load.p99_ms
              << " ms, slowest " << load.max_ms << " ms; " << load.failed_clients << " clients failed\n";
}

// A server of our own on a thread, for as long as this lives.
class OwnServer {
public:
    OwnServer(const websocket::AssistantHost& host, const websocket::Log& log)
        : server_(host.parts(log), options()), port_(server_.listen()) {
        if (port_) thread_ = std::thread([this] { server_.run(); });
    }
    ~OwnServer() {
        if (!thread_.joinable()) return;
        server_.drain();
        thread_.join();
    }
    OwnServer(const OwnServer&) = delete;
    OwnServer& operator=(const OwnServer&) = delete;

    const Result<std::uint16_t>& port() const { return port_; }

private:
    static websocket::ServerOptions options() {
        websocket::ServerOptions options;
        options.listen.port = 0;
        options.limits.messages_per_s = 0;
        return options;
    }

    websocket::Server server_;
    Result<std::uint16_t> port_;
    std::thread thread_;
};

int run_with_own_server(const LoadOptions& options) {
    websocket::ServerConfig config;
    config.pack = options.pack;
    config.nlu.model = options.model;
    config.store.data_dir =
        std::filesystem::temp_directory_path() / ("parlance_load_" + std::to_string(::getpid()));
    auto exit = ExitCode::ok;
    const CommandStreams streams{std::cin, std::cout, std::cerr};
    const auto host = websocket::open_assistant_host(config, streams, exit);
    if (!host) return static_cast<int>(exit);
    const websocket::Log log(websocket::LogLevel::warn);
    LoadResult load;
    {
        const OwnServer server(*host, log);
        if (!server.port()) {
            std::cerr << server.port().error().detail << "\n";
            return 3;
        }
        websocket::ClientTarget target;
        target.port = *server.port();
        load = run_load(target, options);
    }
    std::filesystem::remove_all(config.store.data_dir);
    print(load, options.json);
    return load.failed_clients == 0 ? 0 : 1;
}

int run_against(const LoadOptions& options) {
    const std::string prefix = "ws://";
    const auto colon = options.url.rfind(':');
    websocket::ClientTarget target;
    if (!options.url.starts_with(prefix) || colon <= prefix.size() ||
        !read_number(options.url.substr(colon + 1), target.port)) {
        std::cerr << "--url must look like ws://127.0.0.1:8080\n";
        return 2;
    }
    target.host = options.url.substr(prefix.size(), colon - prefix.size());
    const auto load = run_load(target, options);
    print(load, options.json);
    return load.failed_clients == 0 ? 0 : 1;
}

}  // namespace

}  // namespace parlance

int main(int argc, char** argv) {
    const auto options = parlance::read_options(argc, argv);
    if (!options) {
        std::cerr << "usage: parlance_load_benchmark [--clients N] [--turns N] [--think-ms N] [--seed N] "
                     "[--model FILE] "
                     "[--pack DIR] [--url ws://HOST:PORT] [--json]\n";
        return 2;
    }
    return options->url.empty() ? parlance::run_with_own_server(*options) : parlance::run_against(*options);
}
