#include "dialogue/script_report.h"

#include <algorithm>
#include <cstdio>

namespace parlance::dialogue {
namespace {

// Text as XML may hold it: the five signs spelled out, control characters that XML forbids left out.
std::string escaped(const std::string& text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\n': safe += "&#10;"; break;
            default:
                if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\t') safe += letter;
        }
    }
    return safe;
}

std::string seconds(std::chrono::microseconds time) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6f", std::chrono::duration<double>(time).count());
    return text;
}

}  // namespace

std::size_t count_failed(std::span<const ScriptOutcome> outcomes) {
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(), [](const ScriptOutcome& o) { return !o.passed(); }));
}

void write_report(std::span<const ScriptOutcome> outcomes, std::ostream& out) {
    for (const auto& outcome : outcomes) {
        if (outcome.passed()) continue;
        out << "FAILED " << outcome.title << "\n";
        for (const auto& failure : outcome.failures) out << "  " << describe(failure, outcome.file);
    }
    const auto failed = count_failed(outcomes);
    out << outcomes.size() - failed << " passed, " << failed << " failed\n";
}

std::string to_junit(std::span<const ScriptOutcome> outcomes) {
    std::chrono::microseconds total{0};
    for (const auto& outcome : outcomes) total += outcome.spent;
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"scripts\" tests=\"" +
                      std::to_string(outcomes.size()) + "\" failures=\"" +
                      std::to_string(count_failed(outcomes)) + "\" time=\"" + seconds(total) + "\">\n";
    for (const auto& outcome : outcomes) {
        xml += "  <testcase classname=\"" + escaped(outcome.file) + "\" name=\"" + escaped(outcome.title) +
               "\" time=\"" + seconds(outcome.spent) + "\"";
        if (outcome.passed()) {
            xml += "/>\n";
            continue;
        }
        std::string all;
        for (const auto& failure : outcome.failures) all += describe(failure, outcome.file);
        xml += ">\n    <failure message=\"" + escaped("expected: " + outcome.failures.front().expected) +
               "\">" + escaped(all) + "</failure>\n  </testcase>\n";
    }
    return xml + "</testsuite>\n";
}

}  // namespace parlance::dialogue
