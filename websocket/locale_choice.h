#pragma once

#include <string>
#include <vector>

#include "intents/locale.h"

namespace parlance::websocket {

// The pack's language for a BCP 47 tag: the tag itself, else its first part ("de" for "de-AT"), else the
// pack's default, the first. languages: never empty.
Locale choose_locale(const std::string& tag, const std::vector<Locale>& languages);

}  // namespace parlance::websocket
