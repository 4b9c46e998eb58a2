#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "intents/calendar_date.h"
#include "intents/slot_value.h"

namespace parlance {

// A dotted name inside an expression: {"slots", "amount"}, {"facts", "account.balance"}.
struct ScopedName {
    std::string scope;
    std::string name;
    auto operator<=>(const ScopedName&) const = default;
};

// Gives a name's present value; nothing when it is unknown.
using ValueLookup = std::function<std::optional<SlotValue>(const ScopedName&)>;

// What stood in the way of reading an expression; `offset` counts bytes from its start.
struct ExpressionSyntaxError {
    std::size_t offset;
    std::string message;
};

// A guard in a flow or an eligibility rule: tiny, total, without side effects.
//
//     slots.amount > facts.account.available or not known(slots.payee)
//     profile.age >= 18 and profile.life_stage in ["starter", "family"]
//     length(slots.reason) < 200 and slots.day >= today
//
// Operators by rising strength: or, and, not, == != < <= > >= in. Literals: true false 12 2.5
// "text" 100 EUR today [list]. Scopes: slots, facts, profile. Numbers compare with numbers, money
// with money of the same currency, dates with dates, text with text; anything else, and any
// comparison with an unknown value, is false. So evaluation never fails.
// Immutable and cheap to copy; safe to call from several threads.
class Expression {
public:
    static std::variant<Expression, ExpressionSyntaxError> parse(std::string_view text);

    // today: the day that the word `today` stands for.
    bool holds(const ValueLookup& lookup, const CalendarDate& today) const;

    // Every name it reads, each once, in order of appearance: for checks at load.
    std::vector<ScopedName> names() const;

    // As the author wrote it.
    const std::string& text() const { return text_; }

    struct Node;

private:
    Expression(std::string text, std::shared_ptr<const Node> root);

    std::string text_;
    std::shared_ptr<const Node> root_;
};

}  // namespace parlance
