#include "nlu/duckling/zone_shift.h"

#include "nlu/duckling/moment_text.h"
#include "nlu/word_table.h"

namespace parlance::nlu {

namespace {

constexpr int corpus_offset_hours = -2;

// Hours east of UTC.
std::optional<int> zone_offset(std::string_view word) {
    static constexpr auto zones = word_table<int>({
        {"utc", 0},   {"gmt", 0},   {"wet", 0},  {"bst", 1},  {"cet", 1},   {"west", 1},  {"cest", 2},
        {"eet", 2},   {"eest", 3},  {"msk", 3},  {"est", -5}, {"edt", -4},  {"cst", -6},  {"cdt", -5},
        {"mst", -7},  {"mdt", -6},  {"pst", -8}, {"pdt", -7}, {"akst", -9}, {"hst", -10}, {"jst", 9},
        {"aest", 10}, {"aedt", 11}, {"sgt", 8},  {"hkt", 8},
    });
    return zones.find(word);
}

}  // namespace

void shift_to_zone(const TimeText& in, Read<Resolution>& moment) {
    const auto offset = zone_offset(in.word(moment.end));
    const auto value = moment.value.find("value");
    const auto grain = moment.value.find("grain");
    if (!offset || value == moment.value.end() || grain == moment.value.end()) return;
    const auto instant = instant_in(value->second);
    if (!instant || (grain->second != "hour" && grain->second != "minute")) return;
    value->second = moment_text(*instant + std::chrono::hours(corpus_offset_hours - *offset));
    grain->second = "minute";
    ++moment.end;
}

}  // namespace parlance::nlu
