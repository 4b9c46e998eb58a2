#pragma once

#include <map>
#include <string>
#include <vector>

#include "intents/pack.h"
#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// Whether an entity of one kind may stand where another is wanted: `account.from` where `account` is, not the
// other way round.
bool serves(const EntityKind& kind, const EntityKind& wanted);

// Tells what a value is for by the words in front of it: "from my savings" makes an `account` an
// `account.from`. Between the words and the value there may be a stop word. Immutable; safe to call from
// several threads.
class EntityRoles {
public:
    EntityRoles() = default;
    // The roles of a pack's entities.
    explicit EntityRoles(const std::vector<EntitySpec>& entities);

    // Gives each entity whose role is said the kind `entity.role`.
    void assign(const Utterance& utterance, std::vector<Entity>& entities) const;

private:
    struct Role {
        EntityKind kind;                  // `account.from`
        std::vector<std::string> before;  // folded phrases in front
    };
    std::map<std::string, std::map<std::string, std::vector<Role>>> roles_;  // by kind, then language
};

}  // namespace parlance::nlu
