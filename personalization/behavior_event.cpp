#include "personalization/behavior_event.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parlance::personalization {
namespace {

constexpr std::array<std::pair<BehaviorKind, std::string_view>, 9> kinds{{
    {BehaviorKind::login, "login"},
    {BehaviorKind::page_view, "page_view"},
    {BehaviorKind::transaction, "transaction"},
    {BehaviorKind::chat_turn, "chat_turn"},
    {BehaviorKind::article_read, "article_read"},
    {BehaviorKind::offer_shown, "offer_shown"},
    {BehaviorKind::offer_answered, "offer_answered"},
    {BehaviorKind::complaint, "complaint"},
    {BehaviorKind::life_signal, "life_signal"},
}};

}  // namespace

std::string_view to_text(BehaviorKind kind) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) { return entry.first == kind; });
    return found == kinds.end() ? std::string_view{"unknown"} : found->second;
}

std::vector<std::string> behavior_kind_names() {
    std::vector<std::string> names;
    for (const auto& [kind, name] : kinds) names.emplace_back(name);
    return names;
}

std::optional<BehaviorKind> behavior_kind(std::string_view text) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) { return entry.second == text; });
    if (found == kinds.end()) return std::nullopt;
    return found->first;
}

bool is_own_act(BehaviorKind kind) {
    switch (kind) {
        case BehaviorKind::login:
        case BehaviorKind::page_view:
        case BehaviorKind::chat_turn:
        case BehaviorKind::article_read:
        case BehaviorKind::offer_answered:
        case BehaviorKind::complaint: return true;
        case BehaviorKind::transaction:
        case BehaviorKind::offer_shown:
        case BehaviorKind::life_signal: return false;
    }
    return false;
}

}  // namespace parlance::personalization
