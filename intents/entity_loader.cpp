#include "intents/entity_loader.h"

#include <algorithm>

#include "intents/object_reader.h"

namespace parlance {

namespace {

// An object of text lists, one per language ("any" for all).
std::map<std::string, std::vector<std::string>> lists_by_language(ObjectReader& owner, std::string_view key,
                                                                  const Pack& pack) {
    std::map<std::string, std::vector<std::string>> lists;
    const auto* node = owner.object(key);
    if (node == nullptr) return lists;
    ObjectReader reader(*node, owner.file(), owner.findings());
    for (const auto& member : *node->object()) {
        const bool known =
            member.key == "any" || std::any_of(pack.languages.begin(), pack.languages.end(),
                                               [&](const Locale& l) { return l.tag == member.key; });
        if (!known) {
            owner.findings().error("E0213", owner.file(), member.key_position,
                                   "the pack has no language \"" + member.key + "\" (\"any\" serves all)");
        }
        lists[member.key] = reader.texts(member.key);
    }
    return lists;
}

}  // namespace

void load_entity(const PackFile& file, Pack& pack, Findings& findings) {
    ObjectReader reader(file.root, file.path, findings);
    EntitySpec spec;
    spec.file = file.path;
    spec.kind.text = reader.required_text("entity");
    reader.text_or("description", "");
    spec.position = reader.position_of("entity");
    const auto& built_in = built_in_entity_kinds();
    if (std::find(built_in.begin(), built_in.end(), spec.kind.text) != built_in.end()) {
        reader.error("E0212", "entity",
                     "\"" + spec.kind.text + "\" is built in; give the entity another name");
    }
    if (std::any_of(pack.entities.begin(), pack.entities.end(),
                    [&](const EntitySpec& e) { return e.kind == spec.kind; })) {
        reader.error("E0210", "entity",
                     "the entity \"" + spec.kind.text + "\" is already defined in another file");
    }
    if (const auto* values = reader.array("values")) {
        for (const auto& node : *values->array()) {
            ObjectReader value(node, file.path, findings);
            EntityValueSpec entry;
            entry.value = value.required_text("value");
            entry.synonyms = lists_by_language(value, "synonyms", pack);
            value.finish();
            spec.values.push_back(std::move(entry));
        }
    }
    spec.patterns = lists_by_language(reader, "patterns", pack);
    spec.except = lists_by_language(reader, "except", pack);
    if (const auto* roles = reader.object("roles")) {
        ObjectReader role(*roles, file.path, findings);
        for (const auto& member : *roles->object())
            spec.roles[member.key] = lists_by_language(role, member.key, pack);
    }
    spec.is_fuzzy = reader.boolean_or("fuzzy", true);
    if (spec.values.empty() && spec.patterns.empty()) {
        reader.error("E0211", "entity",
                     "the entity \"" + spec.kind.text + "\" has neither values nor patterns");
    }
    reader.finish();
    pack.entities.push_back(std::move(spec));
}

}  // namespace parlance
