#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "intents/clock.h"
#include "intents/findings.h"
#include "intents/locale.h"
#include "intents/money.h"
#include "intents/name.h"

namespace parlance::dialogue {

// What must hold after a message. Names and values are compared as they are spelled in packs and by to_text.

// `< transfer.confirm ...`: the responses said, in order; with `...` more may follow.
struct ExpectSaid {
    std::vector<ResponseName> names;
    bool more = false;
};
struct ExpectIntent {
    IntentName intent;
};
// `flow transfer_money confirm`: the open flow and, unless empty, its step. `no flow` has both empty.
struct ExpectFlow {
    FlowName flow;
    StepName step;
};
struct ExpectPhase {
    std::string phase;
};
// `slot amount = 50.00 EUR`; without a value the slot must be empty.
struct ExpectSlot {
    SlotName slot;
    std::optional<std::string> value;
};
// `fact account.balance = 1.00 EUR from ledger`: the reply may state it; value and source where given.
struct ExpectFact {
    FactName fact;
    std::optional<std::string> value;
    std::optional<std::string> source;
};
// An offer's id, or with an empty one no offers at all.
struct ExpectOffer {
    OfferId offer;
};
// A suggested action's title, or with an empty one no actions at all.
struct ExpectAction {
    std::string title;
};
// `text ~ words` (anywhere, case of ASCII letters ignored) or `text ~ /expression/` (RE2); `text !~` for what
// must not be there.
struct ExpectText {
    std::string pattern;
    bool is_expression = false;
    bool absent = false;
};
struct ExpectError {
    std::string code;
};
// `ledger current = 100.00 EUR`: the account's balance at the host, so that money moved exactly once.
struct ExpectLedger {
    std::string account;
    Money balance;
};

using Expectation = std::variant<ExpectSaid, ExpectIntent, ExpectFlow, ExpectPhase, ExpectSlot, ExpectFact,
                                 ExpectOffer, ExpectAction, ExpectText, ExpectError, ExpectLedger>;

struct ScriptExpectation {
    Expectation expectation;
    std::string words;  // as written
    SourcePosition position;
};

// One message and what must hold after it. `restart_before`: the engine is built anew over the same stores
// first; `later`: so much time passes first.
struct ScriptTurn {
    std::string text;
    std::string client_message_id;  // empty: the runner makes one up
    bool restart_before = false;
    std::chrono::minutes later{0};
    std::vector<ScriptExpectation> expectations;
    SourcePosition position;
};

// A scripted conversation. Format: docs/scripts.md.
struct Script {
    std::string file;   // as findings and failures name it
    std::string title;  // the first comment, or the file's name
    CustomerId customer;
    TimePoint clock;
    Locale locale;
    std::vector<std::string> unavailable;  // look-ups and actions of the host that fail
    std::vector<ScriptTurn> turns;         // never empty
};

// The customer, moment and language of a script that names none.
inline constexpr std::string_view default_script_customer = "C001";
inline constexpr std::string_view default_script_clock = "2026-11-20T10:00:00Z";

// Reads a script. Reports everything wrong with it in one run and then gives nothing. Never throws.
// Codes: E0701 unknown directive, E0702 malformed argument, E0703 a directive in the wrong place, E0704 given
// twice, E0705 nothing to play or nothing expected; W0701 a message of which nothing is expected.
std::optional<Script> parse_script(std::string_view text, const std::string& file, Findings& findings);

// Reads a script from `root`/`file`; a file that cannot be read is the finding E0700.
std::optional<Script> read_script(const std::filesystem::path& root, const std::string& file,
                                  Findings& findings);

}  // namespace parlance::dialogue
