#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <optional>

#include "dialogue/assistant.h"
#include "dialogue/script_runner.h"
#include "tests/pack_root.h"

namespace parlance::tests {

// The banking pack by keywords, loaded once for all tests of this program.
inline const dialogue::ScriptWorld& banking_world() {
    static const dialogue::ScriptWorld world = [] {
        Findings findings;
        auto source = std::make_shared<const PackSource>(PackSource::read(pack_root(), findings));
        auto assistant = dialogue::load_assistant(*source, {}, findings);
        for (const auto& finding : findings.sorted()) {
            if (finding.severity == Severity::error) UNSCOPED_INFO(describe(finding, pack_root()));
        }
        REQUIRE(assistant != nullptr);
        return dialogue::ScriptWorld{std::move(assistant), std::move(source), dialogue::ScriptStore::memory};
    }();
    return world;
}

// A script that must be readable.
inline dialogue::Script script_of(const std::string& text) {
    Findings findings;
    auto script = dialogue::parse_script(text, "test.chat", findings);
    for (const auto& finding : findings.sorted()) UNSCOPED_INFO(finding.message);
    REQUIRE(script.has_value());
    return *script;
}

}  // namespace parlance::tests
