#pragma once

#include <memory>
#include <string>
#include <vector>

#include "intents/pack.h"
#include "nlg/reply_plan.h"
#include "nlu/entity_extractor.h"

namespace parlance::nlg {

// A statement in a reply that no fact and no slot supports.
struct UngroundedStatement {
    std::string text;  // as it stands in the reply
    std::string kind;  // "money", "number", "percent", "date"
    bool operator==(const UngroundedStatement&) const = default;
};

// Reads a finished reply again with the recognisers of nlu and demands a fact or slot of equal value
// behind every amount, number, percentage and date. Text values (names, phone numbers, account numbers) of
// facts and slots support the digits inside them. Immutable; safe to call from several threads.
class GroundingCheck {
public:
    GroundingCheck();
    ~GroundingCheck();
    GroundingCheck(GroundingCheck&&) noexcept;
    GroundingCheck& operator=(GroundingCheck&&) noexcept;

    // Checks the text, the recommendations' reasons and the citations' snippets; empty when all is grounded.
    std::vector<UngroundedStatement> check(const Reply& reply, const ReplyPlan& plan) const;

private:
    std::vector<std::unique_ptr<const nlu::EntityExtractor>> recognisers_;
};

}  // namespace parlance::nlg
