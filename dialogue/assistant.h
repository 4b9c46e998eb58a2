#pragma once

#include <filesystem>
#include <memory>

#include "dialogue/flow.h"
#include "dialogue/host.h"
#include "dialogue/policy.h"
#include "intents/pack.h"
#include "intents/pack_source.h"
#include "nlg/reply_generator.h"
#include "nlg/responses.h"
#include "nlu/understander.h"
#include "personalization/outreach/outreach_rule.h"
#include "personalization/personalization_engines.h"
#include "personalization/storage/knowledge_index.h"

namespace parlance::dialogue {

// A pack made ready to converse: everything immutable that a turn reads.
struct Assistant {
    Pack pack;
    Flows flows;
    std::shared_ptr<const nlg::Responses> responses;
    nlu::Understander understander;
    personalization::PersonalizationEngines personalization;
    std::unique_ptr<const nlg::ReplyGenerator> generator;
    PolicyThresholds thresholds;
    std::vector<personalization::OutreachRule> outreach;  // when to speak first
    std::shared_ptr<const personalization::KnowledgeIndex> knowledge;
};

// Reads every part of a pack and checks the parts against each other (a flow's responses, an offer's intents,
// a template's facts). Without a classifier of intents the assistant goes by keywords, without models of
// behaviour by point scores. Returns nullptr when
// there are errors; `findings` has them all.
std::shared_ptr<const Assistant> load_assistant(const PackSource& source, nlu::Classifiers classifiers,
                                                Findings& findings,
                                                personalization::BehaviorModels behavior = {},
                                                personalization::AdviceOptions advice = {});

}  // namespace parlance::dialogue
