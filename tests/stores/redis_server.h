#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <array>
#include <string>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/storage/redis_connection.h"

namespace parlance::tests {

// A real redis-server on a unix socket in a folder of its own. It writes every command to disk before it
// answers, so that what it acknowledged is there after `kill` and `start`.
class RedisServer {
public:
    RedisServer() { start(); }
    ~RedisServer() { kill(); }
    RedisServer(const RedisServer&) = delete;
    RedisServer& operator=(const RedisServer&) = delete;

    // False when the program is not installed.
    bool is_running() const { return process_ > 0; }

    personalization::RedisAddress address() const { return {folder_.path() / "redis.sock"}; }

    // Ends it on the spot, as a crash would.
    void kill() {
        if (!is_running()) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        process_ = 0;
    }

    // Returns when it answers.
    void start() {
        const std::string folder = folder_.path().string();
        const std::string socket = address().unix_socket;
        std::array<const char*, 14> arguments{"redis-server",
                                              "--port",
                                              "0",
                                              "--unixsocket",
                                              socket.c_str(),
                                              "--dir",
                                              folder.c_str(),
                                              "--appendonly",
                                              "yes",
                                              "--appendfsync",
                                              "always",
                                              "--save",
                                              "",
                                              nullptr};
        std::array<int, 2> output{};
        REQUIRE(::pipe2(output.data(), O_CLOEXEC) == 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output[1], STDERR_FILENO);
        const int problem = ::posix_spawnp(&process_, arguments[0], &actions, nullptr,
                                           const_cast<char* const*>(arguments.data()), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(output[1]);
        if (problem != 0) process_ = 0;
        if (is_running()) wait_until_ready(output[0]);
        ::close(output[0]);
    }

private:
    static void wait_until_ready(int output) {
        std::string log;
        std::array<char, 4096> part{};
        while (log.find("eady to accept connections") == std::string::npos) {
            const auto size = ::read(output, part.data(), part.size());
            if (size <= 0) FAIL("redis-server does not start:\n" << log);
            log.append(part.data(), static_cast<std::size_t>(size));
        }
    }

    dialogue::TemporaryFolder folder_ = std::move(*dialogue::TemporaryFolder::make());
    pid_t process_ = 0;
};

}  // namespace parlance::tests
