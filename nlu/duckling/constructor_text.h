#pragma once

#include <string_view>

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// What an expectation in text means. It may be the expression that duckling's corpora are written with
//
// | expression                                             | resolution                                |
// |--------------------------------------------------------|-------------------------------------------|
// | `NumeralValue 33`, `OrdinalData 4`                     | value                                     |
// | `simple Dollar 10`, `DurationData 2 Hour`              | value, unit                               |
// | `between Dollar (10, 20)`, `under Cup 2`, `above ...`  | from, to ("open" where there is none), unit |
// | `datetime (2013, 2, 12, 4, 30, 0) Second`              | value, grain                              |
// | `datetimeInterval ((...), (...)) Day`                  | from, to, grain                           |
// | `datetimeOpenInterval After (...) Day`                 | from, "open", grain                       |
// | `PhoneNumberValue "..."`, `UrlData "..." "..."`        | value: the first text in quotes           |
//
// or the value itself: a number ("33"), a moment, an address. Never fails.
Resolution read_constructor(std::string_view text, std::string_view section);

}  // namespace parlance::nlu
