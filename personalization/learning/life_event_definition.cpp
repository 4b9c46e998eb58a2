#include "personalization/learning/life_event_definition.h"

#include <algorithm>

#include "intents/findings.h"

namespace parlance::personalization {

namespace {

// biofam's codes: 0 with the parents, 1 left, 2 married, 3 left and married, 4 child, 5 left with child,
// 6 left, married, with child, 7 divorced. Who is divorced may have any of these behind him, so watching
// ends.
const std::vector<std::string>& family_states() {
    static const std::vector<std::string> states = {"0", "1", "2", "3", "4", "5", "6", "7"};
    return states;
}

const std::vector<std::string>& work_states() {
    static const std::vector<std::string> states = {"FE",          "HE",     "employment",
                                                    "joblessness", "school", "training"};
    return states;
}

bool are_among(const std::vector<std::string>& states, const std::vector<std::string>& known) {
    return std::includes(known.begin(), known.end(), states.begin(), states.end());
}

LifeEventDefinition family_event(const std::string& name, std::vector<std::string> into) {
    return {name, std::move(into), {"7"}, true, 1, 0, 1};
}

// Watched from every third month, half a year of history given.
LifeEventDefinition work_event(const std::string& name, std::vector<std::string> into) {
    return {name, std::move(into), {}, false, 6, 6, 3};
}

std::string unknown_event(const std::string& name, const std::vector<std::string>& known) {
    const std::string hint = did_you_mean(name, known);
    std::string list;
    for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
    return "there is no event \"" + name + "\"; " + (hint.empty() ? "there are " + list : hint);
}

void write_names(nlu::SectionWriter& writer, const std::vector<std::string>& names) {
    writer.number(static_cast<std::uint32_t>(names.size()));
    for (const std::string& name : names) writer.text(name);
}

std::vector<std::string> read_names(nlu::SectionReader& reader) {
    std::vector<std::string> names;
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) names.emplace_back(reader.text());
    return names;
}

}  // namespace

void LifeEventDefinition::write(nlu::SectionWriter& writer) const {
    writer.text(name);
    write_names(writer, into);
    write_names(writer, ends);
    writer.number(static_cast<std::uint8_t>(only_first ? 1 : 0));
    for (const std::size_t value : {horizon, first, every}) writer.number(static_cast<std::uint64_t>(value));
}

bool LifeEventDefinition::read(nlu::SectionReader& reader) {
    name = std::string(reader.text());
    into = read_names(reader);
    ends = read_names(reader);
    only_first = reader.number<std::uint8_t>() != 0;
    for (std::size_t* value : {&horizon, &first, &every}) *value = reader.number<std::uint64_t>();
    return reader.ok() && horizon > 0 && every > 0;
}

std::vector<LifeEventDefinition> known_life_events(const LifeCourses& lives) {
    if (lives.unit == "year" && are_among(lives.states, family_states()))
        return {family_event("leaving_home", {"1", "3", "5", "6"}), family_event("marriage", {"2", "3", "6"}),
                family_event("first_child", {"4", "5", "6"})};
    if (lives.unit == "month" && are_among(lives.states, work_states()))
        return {work_event("work_change", {}), work_event("job_start", {"employment"}),
                work_event("job_loss", {"joblessness"})};
    return {};
}

std::vector<std::string> columns_not_learned(const LifeCourses& lives) {
    std::vector<std::string> names;
    for (const std::string& name : lives.covariates.columns) {
        if (name == "id" || name == "idhous" || name == "weight" || name.starts_with("wp00tb"))
            names.push_back(name);
    }
    return names;
}

Result<std::vector<LifeEventDefinition>> choose_life_events(const LifeCourses& lives,
                                                            const std::vector<std::string>& names,
                                                            std::size_t horizon) {
    const std::vector<LifeEventDefinition> known = known_life_events(lives);
    std::vector<std::string> all;
    for (const LifeEventDefinition& event : known) all.push_back(event.name);
    if (all.empty())
        return Error{ErrorCode::bad_training,
                     lives.file + ": no events are known for states like \"" + lives.states.front() + "\""};
    std::vector<LifeEventDefinition> chosen;
    for (const std::string& name : names.empty() ? all : names) {
        const auto found = std::find(all.begin(), all.end(), name);
        if (found == all.end()) return Error{ErrorCode::bad_training, unknown_event(name, all)};
        chosen.push_back(known[static_cast<std::size_t>(found - all.begin())]);
        if (horizon > 0) chosen.back().horizon = horizon;
        if (chosen.back().first + chosen.back().horizon >= lives.periods.size())
            return Error{ErrorCode::bad_training, "a horizon of " + std::to_string(horizon) +
                                                      " leaves no period of " +
                                                      std::to_string(lives.periods.size())};
    }
    return chosen;
}

}  // namespace parlance::personalization
