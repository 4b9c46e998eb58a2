#include "dialogue/assistant.h"

#include "dialogue/assistant_checks.h"
#include "nlg/template_reply_generator.h"
#include "nlu/keyword_classifier.h"

namespace parlance::dialogue {

std::shared_ptr<const Assistant> load_assistant(const PackSource& source, nlu::Classifiers classifiers,
                                                Findings& findings,
                                                personalization::BehaviorModels behavior) {
    auto pack = load_pack(source, findings);
    if (classifiers.intents == nullptr)
        classifiers.intents = std::make_shared<const nlu::KeywordClassifier>(pack);
    auto flows = load_flows(source, pack, findings);
    auto responses = std::make_shared<const nlg::Responses>(nlg::load_responses(source, pack, findings));
    auto catalogue = std::make_shared<const personalization::Catalogue>(
        personalization::load_catalogue(source, pack, findings));
    auto understander = nlu::make_understander(pack, source, std::move(classifiers), findings);
    check_assistant(flows, *responses, *catalogue, source, findings);
    if (findings.has_errors()) return nullptr;
    return std::make_shared<const Assistant>(
        Assistant{std::move(pack),
                  std::move(flows),
                  responses,
                  std::move(understander),
                  personalization::PersonalizationEngines(std::move(catalogue), std::move(behavior)),
                  std::make_unique<const nlg::TemplateReplyGenerator>(responses),
                  {}});
}

}  // namespace parlance::dialogue
