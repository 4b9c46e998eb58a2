// What reads a pack's files: the JSON reader with positions, the object reader, guards and findings.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dialogue/step_loader.h"
#include "intents/entity_loader.h"
#include "intents/intent_loader.h"
#include "intents/object_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace parlance;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    auto parsed = parse_json(text);
    if (const auto* problem = std::get_if<JsonSyntaxError>(&parsed)) {
        if (problem->position.line < 1 || problem->position.column < 1) __builtin_trap();
        return 0;
    }
    const PackFile file{"fuzz.json", std::get<JsonNode>(std::move(parsed))};
    Findings findings;
    Pack pack;
    pack.languages = {{"en"}};
    load_entity(file, pack, findings);
    load_intent(file, pack, findings);
    check_examples(pack, findings);
    dialogue::load_step(file.root, file.path, findings);
    ObjectReader reader(file.root, file.path, findings);
    reader.expression("if");
    reader.finish();
    for (const auto& finding : findings.sorted()) {
        if (finding.position.line < 1 || finding.position.column < 1) __builtin_trap();
    }
    return 0;
}
