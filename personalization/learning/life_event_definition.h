#pragma once

#include <string>
#include <vector>

#include "intents/result.h"
#include "nlu/encoder/section_bytes.h"
#include "personalization/learning/life_courses.h"

namespace parlance::personalization {

// What counts as a life event in recorded states, and from which moments it is foretold.
struct LifeEventDefinition {
    std::string name;               // "first_child"
    std::vector<std::string> into;  // coming into any of these is the event; empty: any change of state
    std::vector<std::string> ends;  // states that end the watching
    bool only_first = true;         // who has been in `into` is not watched any more
    std::size_t horizon = 1;        // periods within which it has to happen
    std::size_t first = 0;          // the first period to foretell from
    std::size_t every = 1;          // foretell from every so many periods

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader);
};

// The events that are known for the states of a file: of the Swiss family lives (biofam, ages: leaving_home,
// marriage, first_child) and of the Northern Irish school-to-work lives (mvad, months: work_change,
// job_start, job_loss). Empty for other states.
std::vector<LifeEventDefinition> known_life_events(const LifeCourses& lives);

// Columns that say who somebody is or how a survey counts him, which no event depends on.
std::vector<std::string> columns_not_learned(const LifeCourses& lives);

// The events of these names (all when there are none), with another horizon when it is not 0. Fails with
// bad_training, naming what there is, when a name is not known or the horizon leaves no period.
Result<std::vector<LifeEventDefinition>> choose_life_events(const LifeCourses& lives,
                                                            const std::vector<std::string>& names,
                                                            std::size_t horizon);

}  // namespace parlance::personalization
