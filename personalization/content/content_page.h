#pragma once

#include <optional>
#include <vector>

#include "personalization/content/content_index.h"
#include "personalization/content/learning_path.h"
#include "personalization/content/reading_history.h"
#include "personalization/content_personalization_engine.h"

namespace parlance::personalization {

// A page of content put together for one customer: no item is on it twice.
struct ContentPage {
    std::optional<RankedContent> hero;       // what fits best and was not read
    std::optional<RankedContent> next_step;  // the next lesson of what he is learning
    std::vector<RankedContent> related;      // what else fits, no two much alike
    std::vector<RankedContent> refresh;      // read long ago, or not understood, and fitting
};

struct PageOptions {
    std::size_t related = 4;
    std::size_t refresh = 2;
    double lambda = 0.7;  // of maximal marginal relevance: 1 asks for relevance alone, 0 for diversity alone
};

// What a page is put together from.
struct PageInput {
    const ContentIndex& index;
    const ReadingHistory& history;
    const std::vector<RankedContent>& ranked;  // by ContentPersonalizationEngine, many
    const LearningPath& path;                  // of the topic he is most interested in
    TimePoint now;
};

// Relevance is the engine's score in [0, 1], moved by a tenth at most for a format that the customer likes
// and for an item that is new (from less than 30 days ago); the reasons say so. `related` is chosen by
// maximal marginal relevance (Carbonell and Goldstein 1998) over shared topics, format and level. Never
// fails.
ContentPage assemble_page(const PageInput& input, const PageOptions& options = {});

}  // namespace parlance::personalization
