#include "nlu/opened_pack.h"

#include "nlu/keyword_classifier.h"
#include "nlu/trained_models.h"

namespace parlance::nlu {

namespace {

Result<Classifiers> classifiers_of(const std::filesystem::path& model, const Pack& pack) {
    Classifiers classifiers;
    if (!model.empty()) {
        const auto models = TrainedModels::load(model);
        if (!models) return models.error();
        classifiers = {models->intents, models->sentiment};
    }
    if (classifiers.intents == nullptr) classifiers.intents = std::make_shared<KeywordClassifier>(pack);
    return classifiers;
}

}  // namespace

Result<void> check_pack(const Findings& findings, const std::filesystem::path& pack) {
    if (!findings.has_errors()) return {};
    return Error{ErrorCode::bad_pack, describe(findings, pack)};
}

Result<OpenedPack> open_pack(const PackChoice& choice) {
    Findings findings;
    PackSource source = PackSource::read(choice.pack, findings);
    Pack pack = load_pack(source, findings);
    if (const auto sound = check_pack(findings, choice.pack); !sound) return sound.error();
    auto language = pack.language(choice.language);
    if (!language) return language.error();
    auto classifiers = classifiers_of(choice.model, pack);
    if (!classifiers) return classifiers.error();
    return OpenedPack{std::move(source), std::move(pack), std::move(*classifiers), std::move(*language)};
}

}  // namespace parlance::nlu
