#pragma once

#include <memory>

#include "nlg/grounding_check.h"
#include "nlg/reply_generator.h"
#include "nlg/responses.h"

namespace parlance::nlg {

// Fills the pack's templates, one paragraph per response of the plan, a line per list member, then
// checks the grounding. Suggested actions keep their order, each payload once.
class TemplateReplyGenerator final : public ReplyGenerator {
public:
    explicit TemplateReplyGenerator(std::shared_ptr<const Responses> responses);

    Result<Reply> generate(const ReplyPlan& plan) const override;

private:
    std::shared_ptr<const Responses> responses_;
    GroundingCheck grounding_;
};

}  // namespace parlance::nlg
