#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "intents/pack.h"
#include "intents/pack_source.h"
#include "nlg/reply_plan.h"

namespace parlance::nlg {

// One response in one language. Templates are ICU MessageFormat with named arguments: a slot or a
// fact by its name, dots written as underscores ({amount}, {account_balance}).
struct Response {
    std::vector<std::string> variants;      // never empty
    std::optional<std::string> apologetic;  // used instead when the tone asks for it
    std::string each;                       // list to walk ("transaction"), or empty
    std::string item;                       // template of one line; {amount} is transaction.N.amount
    std::vector<SuggestedAction> actions;
};

// All responses of a pack, per language. Immutable; safe to share.
class Responses {
public:
    // nullptr when the pack lacks it in this language.
    const Response* find(const ResponseName& name, const Locale& locale) const;
    // Every response name of any language.
    std::vector<std::string> names() const;
    // The argument names a response's templates use in any language ("amount", "account_balance");
    // a list's item arguments appear as "transaction_N_amount".
    std::set<std::string> placeholders_of(const ResponseName& name) const;

private:
    friend Responses load_responses(const PackSource&, const Pack&, Findings&);
    std::map<Locale, std::map<ResponseName, Response>> by_language_;
    std::map<ResponseName, std::set<std::string>> placeholders_;
};

// Reads responses/<language>.json:
//     {"language": "en", "responses": {
//        "transfer.done": ["Done: {amount} is on its way to {payee}.", "..."],
//        "transactions.list": {"text": ["Your latest payments:"], "each": "transaction",
//                              "item": "{date}: {merchant}, {amount}",
//                              "actions": [{"title": "Dispute one", "payload": "/dispute_transaction"}],
//                              "apologetic": "I am sorry about this. ..."}}}
// Findings: E0501 a language without its file, or a file of another language; E0502 a response missing in a
// language; E0503 other placeholders than in the default language; E0504 a template that ICU refuses; E0505 a
// literal number, amount, percentage or date in a template (it would have no source); E0506 an action whose
// intent the pack lacks; E0507 "each" without "item" or the reverse; E0508 a response given twice or without
// text.
Responses load_responses(const PackSource& source, const Pack& pack, Findings& findings);

}  // namespace parlance::nlg
