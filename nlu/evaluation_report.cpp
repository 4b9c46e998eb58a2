#include "nlu/evaluation_report.h"

#include <algorithm>

#include "nlu/decimal_text.h"
#include "nlu/reliability_svg.h"
#include "nlu/scalar_measures.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t most_confusions = 30;

constexpr std::string_view style =
    "body{font:14px/1.5 sans-serif;margin:2em auto;max-width:60em;padding:0 1em;color:#222}"
    "table{border-collapse:collapse;margin:1em 0}"
    "td,th{padding:.2em .8em;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}.up{color:#1a7f37}.down{color:#b42318}"
    "small{color:#555}";

// Rows of cells; text is escaped, numbers are set right.
class Table {
public:
    explicit Table(const std::vector<std::string>& heads) {
        text_ = "<table>\n<tr>";
        for (const std::string& head : heads) text_ += "<th>" + escaped_for_html(head) + "</th>";
        text_ += "</tr>\n";
    }
    Table& row() {
        if (is_open_) text_ += "</tr>\n";
        text_ += "<tr>";
        is_open_ = true;
        return *this;
    }
    Table& text(std::string_view words) { return cell("td", escaped_for_html(words)); }
    Table& number(const std::string& digits) { return cell("td class=\"n\"", digits); }
    Table& number(double value, int decimals) { return number(decimal_text(value, decimals)); }
    Table& markup(const std::string& html) { return cell("td", html); }
    std::string take() { return text_ + (is_open_ ? "</tr>\n" : "") + "</table>\n"; }

private:
    Table& cell(const std::string& tag, const std::string& content) {
        text_.append("<").append(tag).append(">").append(content).append("</td>");
        return *this;
    }

    std::string text_;
    bool is_open_ = false;
};

std::string section(const std::string& title, const std::string& body) {
    return "<h3>" + escaped_for_html(title) + "</h3>\n" + body;
}

std::string numbers_of(const Evaluation& evaluation) {
    Table table({"measure", "value"});
    table.row().text("examples").number(std::to_string(evaluation.examples));
    for (const ScalarMeasure& measure : scalar_measures(evaluation)) {
        if (measure.value) table.row().text(measure.title).number(*measure.value, measure.decimals);
    }
    return table.take();
}

std::string changes_of(const std::vector<MeasureChange>& changes, const std::string& head) {
    Table table({head, "before", "after", "difference"});
    for (const MeasureChange& change : changes) {
        table.row().text(change.key).number(change.before, 4).number(change.after, 4);
        table.number((change.difference() > 0 ? "+" : "") + decimal_text(change.difference(), 4));
    }
    return table.take();
}

std::string intents_of(const Evaluation& evaluation) {
    std::vector<IntentMeasure> weakest = evaluation.intents;
    std::stable_sort(
        weakest.begin(), weakest.end(),
        [](const IntentMeasure& left, const IntentMeasure& right) { return left.f1 < right.f1; });
    Table table({"intent", "examples", "precision", "recall", "F1"});
    for (const IntentMeasure& intent : weakest) {
        table.row().text(intent.intent.text).number(std::to_string(intent.examples));
        table.number(intent.precision, 3).number(intent.recall, 3).number(intent.f1, 3);
    }
    return table.take();
}

std::string confusions_of(const Evaluation& evaluation) {
    Table table({"gold", "predicted", "times"});
    for (std::size_t i = 0; i < std::min(evaluation.confusions.size(), most_confusions); ++i) {
        const Confusion& confusion = evaluation.confusions[i];
        table.row().text(confusion.gold.text).text(confusion.predicted.text);
        table.number(std::to_string(confusion.count));
    }
    return table.take();
}

std::string worst_of(const Evaluation& evaluation) {
    Table table({"message", "gold", "predicted", "confidence", "looks like"});
    for (const Mistake& mistake : evaluation.worst) {
        std::string similar;
        for (const SimilarExample& example : mistake.neighbours) {
            similar += escaped_for_html(example.text) + " <small>" + escaped_for_html(example.intent.text) +
                       ", " + decimal_text(example.similarity, 2) + "</small><br/>";
        }
        table.row().text(mistake.text).text(mistake.gold.text).text(mistake.predicted.text);
        table.number(mistake.confidence, 3).markup(similar);
    }
    return table.take();
}

std::string html_of(const MeasuredSet& set, const std::string& title) {
    std::string text = "<h2>" + escaped_for_html(title) + "</h2>\n" + numbers_of(set.evaluation);
    if (set.baseline) {
        text += section("Against the baseline", changes_of(set.baseline->measures, "measure"));
        text += section("Intents whose F1 changed most", changes_of(set.baseline->intents, "intent"));
    }
    text += section("Reliability", reliability_svg(set.evaluation.reliability));
    text += section("Most confident mistakes", worst_of(set.evaluation));
    text += section("Commonest confusions", confusions_of(set.evaluation));
    return text + section("Intents, the weakest first", intents_of(set.evaluation));
}

}  // namespace

std::string escaped_for_html(std::string_view text) {
    std::string escaped;
    for (const char character : text) {
        switch (character) {
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '&': escaped += "&amp;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(character) >= ' ' || character == '\t') escaped += character;
        }
    }
    return escaped;
}

std::string to_html(const EvaluationReport& report) {
    std::string text =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<title>Evaluation of an intent model</title>\n<style>" +
        std::string(style) +
        "</style>\n</head>\n<body>\n<h1>Evaluation of an intent model</h1>\n<p>Method: " +
        escaped_for_html(report.method) + "</p>\n";
    text += html_of(report.overall, report.languages.empty() ? "Measures" : "All languages");
    for (const MeasuredSet& language : report.languages)
        text += html_of(language, "Language " + language.name);
    return text + "</body>\n</html>\n";
}

}  // namespace parlance::nlu
