#include "nlu/duckling/moment_terms.h"

#include "nlu/duckling/duration_terms.h"
#include "nlu/duckling/moment_text.h"

namespace parlance::nlu {

Resolution value_terms(Instant at, Grain grain) {
    return {{"value", moment_text(at)}, {"grain", std::string(grain_name(grain))}};
}

Resolution range_terms(Instant from, Instant to, Grain grain) {
    return {{"from", moment_text(from)}, {"to", moment_text(to)}, {"grain", std::string(grain_name(grain))}};
}

}  // namespace parlance::nlu
