#include "nlu/country_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace parlance::nlu {

std::vector<std::string> country_codes() {
    std::vector<std::string> codes;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
        codes.emplace_back(*code);
    return codes;
}

std::string country_name(const std::string& code, const std::string& language) {
    icu::UnicodeString name;
    icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale(language.c_str()), name);
    std::string text;
    return name.toUTF8String(text);
}

}  // namespace parlance::nlu
