#pragma once

#include <cstddef>
#include <string>

namespace parlance::websocket {

// What `parlance serve` says once it listens.
struct ServeReport {
    std::string url;
    std::string chat_url;
    std::string embed;  // HTML for another page
    std::string pack;
    std::string model;
    std::size_t intents = 0;
    std::size_t customers = 0;
    bool demo = false;
};

// For people, without a line end.
std::string describe(const ServeReport& report);
// One object.
std::string to_json(const ServeReport& report);

}  // namespace parlance::websocket
