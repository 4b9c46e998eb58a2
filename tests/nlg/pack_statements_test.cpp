// What the banking pack's offers and articles say of themselves must pass the grounding check: a reason that
// never passes would silence every reply that it comes with.

#include <catch2/catch.hpp>

#include "intents/pack.h"
#include "nlg/grounding_check.h"
#include "personalization/offer_reasons.h"
#include "tests/nlg/plan_builder.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlg;
using namespace parlance::personalization;

namespace {

struct BankingCatalogue {
    Pack pack;
    Catalogue catalogue;
};

const BankingCatalogue& banking() {
    static const BankingCatalogue loaded = [] {
        Findings findings;
        const auto source = PackSource::read(tests::pack_root(), findings);
        BankingCatalogue read;
        read.pack = load_pack(source, findings);
        read.catalogue = load_catalogue(source, read.pack, findings);
        return read;
    }();
    return loaded;
}

// A number of its own for every numeric attribute, some whole and some not.
Attributes every_number() {
    Attributes attributes;
    double next = 17;
    for (const AttributeSpec& spec : attribute_specs()) {
        if (spec.kind == AttributeKind::number || spec.kind == AttributeKind::estimate)
            attributes[spec.name] = next += 123.25;
    }
    return attributes;
}

ReplyPlan profile_plan(const Attributes& attributes, const Locale& locale) {
    ReplyPlan plan;
    plan.locale = locale;
    for (const auto& [name, value] : attributes) plan.facts.push_back(tests::fact("profile." + name, value));
    return plan;
}

}  // namespace

TEST_CASE("every reason and summary of the pack's offers is grounded", "[nlg][grounding][pack]") {
    const GroundingCheck grounding;
    const Attributes attributes = every_number();
    const auto always = std::get<Expression>(Expression::parse("profile.age > 0"));
    REQUIRE_FALSE(banking().catalogue.offers.empty());
    for (const Offer& offer : banking().catalogue.offers) {
        for (const Locale& locale : banking().pack.languages) {
            for (const ReasonRule& rule : offer.reasons) {
                Offer alone = offer;
                alone.reasons = {{always, rule.weight, rule.text}};
                Reply reply;
                reply.recommendations.resize(1);
                reply.recommendations[0].summary = offer.summary.at(locale.tag);
                reply.recommendations[0].reasons =
                    reasons_for(alone, attributes, tests::day(2026, 11, 20), locale);
                const auto found = grounding.check(reply, profile_plan(attributes, locale));
                CAPTURE(offer.id.text, rule.text.at(locale.tag), offer.summary.at(locale.tag));
                CHECK(reply.recommendations[0].reasons.size() == 1);
                CHECK(found.empty());
            }
        }
    }
}

TEST_CASE("every article's summary can stand in a citation", "[nlg][grounding][pack]") {
    const GroundingCheck grounding;
    REQUIRE_FALSE(banking().catalogue.items.empty());
    for (const ContentItem& item : banking().catalogue.items) {
        for (const Locale& locale : banking().pack.languages) {
            Reply reply;
            reply.citations = {
                {item.id.text, item.title.at(locale.tag), item.url, item.summary.at(locale.tag)}};
            CAPTURE(item.id.text, reply.citations[0].snippet);
            CHECK(grounding.check(reply, profile_plan({}, locale)).empty());
        }
    }
}
