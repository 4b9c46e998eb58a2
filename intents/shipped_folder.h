#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace parlance {

// A folder that comes with the program. An installed program is `<prefix>/bin/parlance`.
struct ShippedFolder {
    std::string_view in_checkout;   // from the top of the sources
    std::string_view in_installed;  // from <prefix>/share/parlance
};

// Finds the folder: in the checkout that is the working directory, or else in the prefix that `program` is
// installed in. With neither it is the path in a checkout, as a message is to name it.
std::filesystem::path find_shipped(const ShippedFolder& folder, const std::filesystem::path& program);

// The same for the program that is running.
std::filesystem::path find_shipped(const ShippedFolder& folder);

// The content pack that commands work with when none is named.
std::string default_pack();

}  // namespace parlance
