#pragma once

#include <span>
#include <string_view>

namespace parlance::websocket {

// A file of the chat page's bundle, inside the program.
struct WebFile {
    std::string_view name;  // "index.html"
    std::string_view content;
};

// All files; empty when the program was built without them (PARLANCE_WEB=OFF). Defined in a generated source.
std::span<const WebFile> web_files();

}  // namespace parlance::websocket
