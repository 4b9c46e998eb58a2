#include "personalization/learning/contacts.h"

#include <ostream>

#include "personalization/learning/churn_inputs.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

std::optional<Contacts> contacts_of_campaigns(const CommandArguments& arguments,
                                              const CommandStreams& streams, ExitCode& exit) {
    auto campaigns = campaign_rows_from(arguments, streams, exit);
    if (!campaigns) return std::nullopt;
    const TableReading reading{std::string(outcome_column),
                               "yes",
                               {names_in(arguments.get("drop")), names_in(arguments.get("keep"))},
                               {}};
    auto rows = churn_data(campaigns->table, reading);
    if (!rows) {
        exit = told(rows.error(), streams);
        return std::nullopt;
    }
    rows->rows.groups = campaigns->people;
    return Contacts{arguments.get("offered"), std::move(*rows), std::move(campaigns)};
}

ContactSplit split_campaigns(const Contacts& contacts, double share) {
    const CampaignRows& campaigns = *contacts.campaigns;
    const Split by_share = temporal_split(contacts.rows.order, share);
    const auto day = campaigns.known[by_share.test.front()];
    Split split;
    for (std::size_t row = 0; row < campaigns.known.size(); ++row)
        (campaigns.known[row] < day ? split.training : split.test).push_back(row);
    ContactSplit result{contacts.rows.rows.rows(split.training), contacts.rows.rows.rows(split.test)};
    for (std::size_t i = 0; i < split.training.size(); ++i) {
        const auto& taken_on = campaigns.taken_on[split.training[i]];
        result.earlier.labels[i] = taken_on && *taken_on < day ? 1 : 0;
    }
    return result;
}

}  // namespace

std::optional<Contacts> contacts_from(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit) {
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    if (!seed) return std::nullopt;
    std::optional<Contacts> contacts;
    if (has_campaigns(arguments)) {
        contacts = contacts_of_campaigns(arguments, streams, exit);
    } else if (arguments.has("data")) {
        auto rows = churn_data_from(arguments.get("data"), arguments, streams, exit);
        if (rows) contacts = Contacts{arguments.get("data"), std::move(*rows), std::nullopt};
    } else {
        streams.notes << "give --data, or all of --offered, --offers and --taken\n";
        exit = ExitCode::usage;
    }
    if (contacts) contacts->seed = static_cast<std::uint32_t>(*seed);
    return contacts;
}

ContactSplit split_in_time(const Contacts& contacts, double share) {
    if (contacts.campaigns) return split_campaigns(contacts, share);
    const Split split = temporal_split(contacts.rows.order, share);
    return {contacts.rows.rows.rows(split.training), contacts.rows.rows.rows(split.test)};
}

std::vector<CommandOption> contact_options() {
    using Kind = CommandOption::Kind;
    std::vector<CommandOption> options = {
        {"--data", "contacts and their answers (CSV), in the order of time", Kind::text, false, ""},
        {"--target", "the column to foretell (default: inferred)", Kind::text, false, ""},
        {"--positive", "its value that means accepted (default: inferred)", Kind::text, false, ""},
        {"--drop", "columns to leave out, parted by commas: what is known only afterwards", Kind::text, false,
         ""},
        {"--keep", "columns to learn from whatever speaks against it", Kind::text, false, ""},
        {"--time", "the column that orders the rows in time (default: the file's order)", Kind::text, false,
         ""},
        {"--seed", "of the folds and the training", Kind::integer, false, "42"}};
    for (CommandOption& option : campaign_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace parlance::personalization
