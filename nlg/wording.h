#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "intents/locale.h"
#include "intents/result.h"
#include "intents/slot_value.h"

namespace parlance::nlg {

// A value as a customer of this locale reads it: Money "\u20ac1,234.50" / "1.234,50 \u20ac", a date
// "20 November 2026" / "20. November 2026", numbers with the locale's separators.
std::string word(const SlotValue& value, const Locale& locale);

// Fills an ICU MessageFormat template. Integers and doubles stay numbers, so plural and select work; a
// boolean that is selected on is "true" or "false"; everything else goes in as `word` has it. The only file
// that includes ICU's formatter. Fails with bad_template (syntax, an argument that `arguments` lacks, over 8
// KiB or 32 levels of braces), naming template and argument.
Result<std::string> format_template(std::string_view text, const std::map<std::string, SlotValue>& arguments,
                                    const Locale& locale);

// The argument names a template uses. Fails with bad_template.
Result<std::set<std::string>> template_arguments(std::string_view text);

// What a template says by itself: its text without arguments, selectors, formats and "#". Fails with
// bad_template.
Result<std::string> literal_text(std::string_view text);

// The text with every decimal digit of any script as 0-9 and every space as ' ', for reading a reply again.
std::string plain_digits(std::string_view text);

}  // namespace parlance::nlg
