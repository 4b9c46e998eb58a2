#include "nlu/recognizers/recognizer_table.h"

#include <algorithm>

#include "nlu/recognizers/boolean_recognizer.h"
#include "nlu/recognizers/entity_recognizers.h"
#include "nlu/recognizers/web_recognizers.h"

namespace parlance::nlu {

std::span<const NamedRecognizer> recognizer_table() {
    static const std::vector<NamedRecognizer> table{
        {"NumberModel", recognize_numbers}, {"PercentModel", recognize_percents},
        {"EmailModel", recognize_emails},   {"PhoneNumberModel", recognize_phones},
        {"URLModel", recognize_urls},       {"BooleanModel", recognize_booleans},
    };
    return table;
}

const Recognizer* recognizer_of(std::string_view model) {
    const auto table = recognizer_table();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const NamedRecognizer& row) { return row.model == model; });
    return found == table.end() ? nullptr : &found->recognize;
}

}  // namespace parlance::nlu
