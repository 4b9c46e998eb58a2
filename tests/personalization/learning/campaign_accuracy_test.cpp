#include <catch2/catch.hpp>
#include <sstream>

#include "personalization/learning/binary_measures.h"
#include "personalization/learning/contacts.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::personalization;

TEST_CASE("who redeems in a campaign is foretold as well as was measured",
          "[personalization][acceptance][data]") {
    const auto folder = tests::data_root() / "completejourney";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: " << folder.string() << " is not there; set PARLANCE_DATA");
        return;
    }
    const CommandArguments arguments{{{"offered", folder / "campaigns.csv"},
                                      {"offers", folder / "campaign_descriptions.csv"},
                                      {"taken", folder / "coupon_redemptions.csv"},
                                      {"people", folder / "demographics.csv"},
                                      {"columns",
                                       "person=household_id,offer=campaign_id,start=start_date,end=end_date,"
                                       "kind=campaign_type,day=redemption_date"}}};
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    ExitCode exit = ExitCode::ok;
    const auto contacts = contacts_from(arguments, {in, out, notes}, exit);
    CAPTURE(notes.str());
    REQUIRE(contacts.has_value());
    CHECK(contacts->campaigns->coverage.strays == 0);

    const ContactSplit split = split_in_time(*contacts, 0.63);
    REQUIRE(split.later.size() == 2438);
    REQUIRE(split.later.positives() == 299);
    BinaryTrainingOptions options;
    options.bags = 10;
    const auto training = train_binary(split.earlier, options);
    REQUIRE(training.has_value());
    const auto measures =
        measure_binary(*training->model.probabilities(split.later.features), split.later.labels);
    CHECK(measures.roc_auc.value() >= 0.79);
    CHECK(measures.precision_at_5 >= 0.70);
    CHECK(measures.ece <= 0.05);
}
