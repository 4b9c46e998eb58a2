#pragma once

#include <fstream>
#include <map>

#include "tests/websocket/running_server.h"

namespace parlance::tests {

// Plays tests/protocol/*.json against a server: an array of steps, each with one of
//   send, send_text   a frame; {"$repeat": "a", "$times": 3} in it stands for "aaa"
//   expect            the next frame: members named here must be there and match, others are not looked at
//   expect_close      the code the server closes with
//   reconnect         cuts the connection and opens another
//   server            options, first of all: {"analysis": true}
//   note              for readers
// In an expectation "*" matches anything; "$name" matches anything the first time, and the same value from
// then on. In a sent frame "$name" is that value.
class GoldenExchange {
public:
    explicit GoldenExchange(const std::filesystem::path& file) : steps_(Json::parse(std::ifstream(file))) {
        const auto& first = steps_.at(0);
        const bool analysis = first.contains("server") && first.at("server").value("analysis", false);
        server_ = std::make_unique<RunningServer>(
            [analysis](websocket::ServerOptions& options) { options.analysis = analysis; });
    }

    void play() {
        auto client = server_->connect();
        for (const auto& step : steps_) {
            INFO(step.dump());
            if (step.contains("send")) client.send(filled_in(step.at("send")));
            if (step.contains("send_text")) client.send_text(step.at("send_text"));
            if (step.contains("expect_close")) CHECK(client.wait_for_close() == step.at("expect_close"));
            if (step.contains("reconnect")) {
                client.raw().cut();
                client = server_->connect();
            }
            if (!step.contains("expect")) continue;
            const auto frame = client.next();
            INFO(frame.dump());
            REQUIRE(matches(step.at("expect"), frame));
        }
    }

private:
    Json filled_in(const Json& value) const {
        if (value.is_string() && value.get<std::string>().starts_with('$')) return captured_.at(value);
        if (!value.is_object()) return value;
        if (value.contains("$repeat")) {
            std::string text;
            for (int i = 0; i < value.at("$times").get<int>(); ++i)
                text += value.at("$repeat").get<std::string>();
            return text;
        }
        Json filled = Json::object();
        for (const auto& [key, member] : value.items()) filled[key] = filled_in(member);
        return filled;
    }

    bool matches(const Json& expected, const Json& found) {
        if (expected.is_string()) {
            const auto text = expected.get<std::string>();
            if (text == "*") return true;
            if (text.starts_with('$')) return captured_.emplace(text, found).first->second == found;
        }
        if (expected.is_array() && found.is_array()) {
            return expected.size() == found.size() &&
                   std::equal(expected.begin(), expected.end(), found.begin(),
                              [this](const Json& e, const Json& f) { return matches(e, f); });
        }
        if (!expected.is_object() || !found.is_object()) return expected == found;
        for (const auto& [key, member] : expected.items()) {
            if (!found.contains(key) || !matches(member, found.at(key))) return false;
        }
        return true;
    }

    Json steps_;
    std::unique_ptr<RunningServer> server_;
    std::map<std::string, Json> captured_;
};

}  // namespace parlance::tests
