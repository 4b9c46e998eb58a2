#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "dialogue/flow.h"
#include "tests/intents/temporary_pack.h"

namespace parlance::tests {

// A pack of three flows: `pay` (payee, amount, confirm, act), `order` (asks before it lets go, comes back
// only when asked) and `lock` (lets nothing in between), and an answer to `hours`.
struct SmallFlows {
    TemporaryPack files;
    Findings findings;
    Pack pack;
    dialogue::Flows flows;

    SmallFlows() {
        files.write_minimum();
        for (const std::string intent : {"pay", "order", "lock", "hours", "affirm", "deny", "cancel",
                                         "repeat", "wait", "ask_why", "refuse_to_say", "correct_that"}) {
            files.write("intents/" + intent + ".json",
                        R"({"intent": ")" + intent + R"(", "examples": {"en": [")" + intent + R"("]}})");
        }
        files.write("entities/payee.json",
                    R"({"entity": "payee", "values": [{"value": "Anna"}, {"value": "Ben"}]})");
        files.write("flows/pay.json", R"({
            "flow": "pay", "triggers": ["pay"], "start": "who", "carry_over": ["payee"],
            "slots": {
                "payee": {"entities": ["payee"], "from_text": true, "ask": "pay.ask_payee", "why": "pay.why_payee"},
                "amount": {"entities": ["money"], "ask": "pay.ask_amount", "valid_if": "slots.amount > 0 EUR",
                           "invalid": "pay.bad_amount"},
                "note": {"entities": [], "from_text": true, "ask": "pay.ask_note", "optional": true, "depends_on": ["payee"]}
            },
            "steps": {
                "who": {"collect": ["payee", "amount", "note"], "next": "find"},
                "find": {"look_up": ["account"], "next": "enough"},
                "enough": {"branch": [{"if": "slots.amount > facts.account.available", "next": "poor"}], "else": "confirm"},
                "poor": {"say": "pay.too_much", "next": "end"},
                "confirm": {"confirm": "pay.confirm", "yes": "act", "no": "end"},
                "act": {"act": "transfer", "next": "done", "refused": "refused"},
                "refused": {"say": "pay.refused", "next": "end"},
                "done": {"say": "pay.done", "next": "end"},
                "end": {"end": true}
            }})");
        files.write("flows/order.json", R"({
            "flow": "order", "triggers": ["order"], "start": "what", "interruptions": "ask", "return": "ask",
            "slots": {"item": {"from_text": true, "ask": "order.ask_item"}},
            "steps": {"what": {"collect": "item", "next": "end"}, "end": {"end": true}}})");
        files.write("flows/lock.json", R"({
            "flow": "lock", "triggers": ["lock"], "start": "pin", "interruptions": "never",
            "slots": {"pin": {"entities": ["number"], "type": "integer", "ask": "lock.ask_pin", "pii": "secret"}},
            "steps": {"pin": {"collect": "pin", "next": "end"}, "end": {"end": true}}})");
        files.write("answers.json", R"({"answers": [{"intent": "hours", "say": ["hours.answer"]}]})");
        const auto source = PackSource::read(files.root(), findings);
        pack = load_pack(source, findings);
        flows = dialogue::load_flows(source, pack, findings);
        for (const auto& finding : findings.sorted()) UNSCOPED_INFO(describe(finding, files.root()));
        REQUIRE_FALSE(findings.has_errors());
    }
};

}  // namespace parlance::tests
