#pragma once

#include "intents/result.h"
#include "nlg/reply_plan.h"

namespace parlance::nlg {

// Seam 6: ReplyPlan -> Reply. Templates now (`TemplateReplyGenerator`); a rewriting model later must
// pass the same grounding check. Safe to call from several threads.
class ReplyGenerator {
public:
    virtual ~ReplyGenerator() = default;

    // Fails with unknown_response, bad_template, or ungrounded when the finished text states something
    // that the plan does not support: the caller says something safe instead.
    virtual Result<Reply> generate(const ReplyPlan& plan) const = 0;
};

}  // namespace parlance::nlg
