#include "nlu/duckling/time_recognizer.h"

#include "nlu/datetime/expression_reader.h"
#include "nlu/duckling/cycle_reader.h"
#include "nlu/duckling/time_terms.h"

namespace parlance::nlu {

namespace {

// The prepositions that belong to a moment here: "on friday", "at 5 pm", "in march".
std::size_t behind_preposition(const TimeText& in, std::size_t at) {
    const std::size_t next = in.skip(at, {"on", "at", "in", "@", "during", "for"});
    return next > at ? in.skip(next, {"the"}) : in.skip(at, {"the"});
}

using MaybeMoment = MaybeRead<Resolution>;

MaybeMoment read_moment_at(const TimeText& in, std::size_t at) {
    MaybeMoment best = read_cycle(in, at);
    const auto expression = read_expression(in, at);
    if (!expression) return best;
    if (auto terms = time_terms(*expression, in.now))
        best = longer(std::move(best), MaybeMoment{{std::move(*terms), expression->end}});
    return best;
}

MaybeMoment read_moment(const TimeText& in, std::size_t at) {
    auto best = read_moment_at(in, at);
    const std::size_t next = behind_preposition(in, at);
    return next > at ? longer(std::move(best), read_moment_at(in, next)) : best;
}

}  // namespace

std::vector<Recognition> recognize_moments(std::string_view text, TimePoint reference) {
    const TokenizedText tokens = tokenize(text);
    const TimeText in{tokens, std::chrono::floor<std::chrono::seconds>(reference)};
    std::vector<Recognition> recognitions;
    for (std::size_t at = 0; at < in.size();) {
        auto moment = read_moment(in, at);
        if (moment)
            recognitions.push_back({tokens.original(at, moment->end), "time", std::move(moment->value)});
        at = moment ? moment->end : at + 1;
    }
    return recognitions;
}

}  // namespace parlance::nlu
