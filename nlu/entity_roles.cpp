#include "nlu/entity_roles.h"

#include <algorithm>
#include <string_view>

#include "nlu/normaliser.h"
#include "nlu/phrase_table.h"
#include "nlu/stop_words.h"

namespace parlance::nlu {

namespace {

std::string_view without_end(std::string_view text) {
    const auto end = text.find_last_not_of(' ');
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

bool ends_with_words(std::string_view text, std::string_view phrase) {
    if (!text.ends_with(phrase)) return false;
    return text.size() == phrase.size() || text[text.size() - phrase.size() - 1] == ' ';
}

// Whether one of the phrases stands in front of a value, with at most one stop word ("my") between.
bool is_said_before(std::string_view text, const std::vector<std::string>& phrases,
                    std::string_view language) {
    for (int skipped = 0; skipped <= 1; ++skipped) {
        text = without_end(text);
        const bool is_said = std::any_of(phrases.begin(), phrases.end(),
                                         [&](const auto& phrase) { return ends_with_words(text, phrase); });
        if (is_said) return true;
        const auto space = text.find_last_of(' ');
        const auto last = space == std::string_view::npos ? text : text.substr(space + 1);
        if (last.empty() || !is_stop_word(last, language)) return false;
        text.remove_suffix(last.size());
    }
    return false;
}

}  // namespace

bool serves(const EntityKind& kind, const EntityKind& wanted) {
    return kind == wanted || kind.text.starts_with(wanted.text + ".");
}

EntityRoles::EntityRoles(const std::vector<EntitySpec>& entities) {
    for (const EntitySpec& spec : entities) {
        for (const auto& [role, languages] : spec.roles) {
            for (const auto& [language, phrases] : languages) {
                Role entry{{spec.kind.text + "." + role}, {}};
                for (const std::string& phrase : phrases) entry.before.push_back(fold(phrase));
                roles_[spec.kind.text][language].push_back(std::move(entry));
            }
        }
    }
}

void EntityRoles::assign(const Utterance& utterance, std::vector<Entity>& entities) const {
    const std::string spoken = language_of(utterance.locale);
    for (Entity& entity : entities) {
        const auto kind = roles_.find(entity.kind.text);
        if (kind == roles_.end()) continue;
        const std::string before = fold(utterance.text.substr(0, entity.span.begin));
        for (const std::string& language : {spoken, std::string("any")}) {
            const auto roles = kind->second.find(language);
            if (roles == kind->second.end()) continue;
            const auto said = std::find_if(roles->second.begin(), roles->second.end(), [&](const Role& role) {
                return is_said_before(before, role.before, spoken);
            });
            if (said == roles->second.end()) continue;
            entity.kind = said->kind;
            break;
        }
    }
}

}  // namespace parlance::nlu
