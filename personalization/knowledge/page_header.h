#pragma once

#include <map>
#include <string>
#include <string_view>

#include "intents/findings.h"

namespace parlance::personalization {

// One `name: value` in front of a page.
struct HeaderField {
    std::string text;
    SourcePosition position;  // of the value
};

// What stands between the two lines of three hyphens that a page begins with.
struct PageHeader {
    std::map<std::string, HeaderField> fields;
    std::string_view body;  // of the text that was read
    int body_line = 1;      // where it begins

    // A field's text, or "".
    std::string text(const std::string& name) const;
    // A field's place; the page's beginning without one.
    SourcePosition position(const std::string& name) const;
};

// Reads the lines in front of a page. Findings: E0422 (no such lines, one without a colon, an unknown name
// with a did-you-mean, a name given twice) and E0423 (id, language, title or source is missing or empty).
PageHeader read_page_header(const std::string& file, std::string_view text, Findings& findings);

}  // namespace parlance::personalization
