#include "nlu/recognizers/recognizer_table.h"

#include <algorithm>

#include "nlu/recognizers/boolean_recognizer.h"
#include "nlu/recognizers/currency_recognizer.h"
#include "nlu/recognizers/entity_recognizers.h"
#include "nlu/recognizers/ordinal_recognizer.h"
#include "nlu/recognizers/range_recognizer.h"
#include "nlu/recognizers/time_recognizers.h"
#include "nlu/recognizers/web_recognizers.h"

namespace parlance::nlu {

std::span<const NamedRecognizer> recognizer_table() {
    // clang-format off
    static const std::vector<NamedRecognizer> table{
        {"NumberModel", recognize_numbers},
        {"OrdinalModel", recognize_ordinals},
        {"OrdinalModelSuppressExtendedTypes", recognize_plain_ordinals},
        {"PercentModel", recognize_percents},
        {"NumberRangeModel", recognize_ranges},
        {"CurrencyModel", recognize_currencies},
        {"PhoneNumberModel", recognize_phones},
        {"EmailModel", recognize_emails},
        {"URLModel", recognize_urls},
        {"BooleanModel", recognize_booleans},
        {"DateTimeModel", recognize_times},
        {"DateTimeModelCalendarMode", recognize_times},
        {"DateTimeModelComplexCalendar", recognize_times},
        {"DateTimeModelExperimentalMode", recognize_times},
        {"DateTimeModelExtendedTypes", recognize_times},
        {"DateTimeModelSplitDateAndTime", recognize_times},
        {"DateTimeModelTasksMode", recognize_times},
        {"EnglishOthers/DateTimeModel", recognize_times_day_first},
    };
    // clang-format on
    return table;
}

const Recognizer* recognizer_of(std::string_view model) {
    const auto table = recognizer_table();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const NamedRecognizer& row) { return row.model == model; });
    return found == table.end() ? nullptr : &found->recognize;
}

}  // namespace parlance::nlu
