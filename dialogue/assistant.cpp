#include "dialogue/assistant.h"

#include "dialogue/assistant_checks.h"
#include "nlg/template_reply_generator.h"
#include "nlu/keyword_classifier.h"
#include "personalization/knowledge/knowledge_reader.h"
#include "personalization/outreach/outreach_reader.h"

namespace parlance::dialogue {

namespace {

std::vector<personalization::OutreachRule> rules_of(
    const std::vector<personalization::ReadOutreachRule>& read) {
    std::vector<personalization::OutreachRule> rules;
    for (const auto& each : read) rules.push_back(each.rule);
    return rules;
}

// The pages and what the articles say in short.
std::shared_ptr<const personalization::KnowledgeIndex> index_of(
    std::vector<personalization::KnowledgePage> pages, const personalization::Catalogue& catalogue,
    Findings& findings) {
    for (auto& page : personalization::knowledge_of(catalogue)) pages.push_back(std::move(page));
    auto index = personalization::KnowledgeIndex::build(pages);
    if (index) return std::make_shared<const personalization::KnowledgeIndex>(std::move(*index));
    findings.error("E0642", "knowledge", {}, "the knowledge cannot be indexed: " + index.error().detail);
    return nullptr;
}

}  // namespace

std::shared_ptr<const Assistant> load_assistant(const PackSource& source, nlu::Classifiers classifiers,
                                                Findings& findings, personalization::BehaviorModels behavior,
                                                personalization::AdviceOptions advice) {
    auto pack = load_pack(source, findings);
    if (classifiers.intents == nullptr)
        classifiers.intents = std::make_shared<const nlu::KeywordClassifier>(pack);
    auto flows = load_flows(source, pack, findings);
    auto responses = std::make_shared<const nlg::Responses>(nlg::load_responses(source, pack, findings));
    auto catalogue = std::make_shared<const personalization::Catalogue>(
        personalization::load_catalogue(source, pack, findings));
    auto understander = nlu::make_understander(pack, source, std::move(classifiers), findings);
    const auto outreach = personalization::read_outreach(source, pack, findings);
    check_assistant({flows, *responses, *catalogue, outreach}, source, findings);
    auto knowledge = index_of(personalization::read_knowledge(source, pack, findings), *catalogue, findings);
    if (findings.has_errors()) return nullptr;
    return std::make_shared<const Assistant>(Assistant{
        std::move(pack),
        std::move(flows),
        responses,
        std::move(understander),
        personalization::PersonalizationEngines(std::move(catalogue), std::move(behavior), std::move(advice)),
        std::make_unique<const nlg::TemplateReplyGenerator>(responses),
        {},
        rules_of(outreach),
        std::move(knowledge)});
}

}  // namespace parlance::dialogue
