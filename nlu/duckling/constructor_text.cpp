#include "nlu/duckling/constructor_text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <span>
#include <string>
#include <vector>

#include "nlu/duckling/moment_text.h"
#include "nlu/duckling/unit_names.h"
#include "nlu/recognizers/value_text.h"

namespace parlance::nlu {

namespace {

// The words, numbers and quoted texts of an expression, in order; brackets and commas only part them.
struct Expression {
    std::vector<std::string> words;
    std::vector<double> numbers;
    std::vector<std::string> quoted;
};

constexpr std::string_view separators = " \t,()[]{}=";

std::size_t end_of_word(std::string_view text, std::size_t at) {
    return std::min(text.find_first_of(separators, at), text.size());
}

void add_word(std::string_view word, Expression& expression) {
    double number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error == std::errc() && end == word.data() + word.size()) {
        expression.numbers.push_back(number);
    } else {
        expression.words.emplace_back(word);
    }
}

Expression parse(std::string_view text) {
    Expression expression;
    for (std::size_t at = 0; at < text.size();) {
        if (separators.find(text[at]) != std::string_view::npos) {
            ++at;
            continue;
        }
        if (text[at] == '"') {
            const std::size_t end = std::min(text.find('"', at + 1), text.size());
            expression.quoted.emplace_back(text.substr(at + 1, end - at - 1));
            at = end + 1;
            continue;
        }
        const std::size_t end = end_of_word(text, at);
        add_word(text.substr(at, end - at), expression);
        at = end;
    }
    return expression;
}

bool starts_with(const Expression& expression, std::string_view word) {
    return !expression.words.empty() && expression.words.front().starts_with(word);
}

bool has_word(const Expression& expression, std::string_view word) {
    return std::find(expression.words.begin(), expression.words.end(), word) != expression.words.end();
}

// The last word that names a unit or a grain: constructors go before it.
void put_unit(const Expression& expression, const std::string& key, Resolution& resolution) {
    for (std::size_t i = expression.words.size(); i > 1; --i) {
        const std::string& word = expression.words[i - 1];
        if (word == "Just" || word == "Nothing") continue;
        resolution[key] = unit_name(word);
        return;
    }
}

Resolution time_of(const Expression& expression) {
    constexpr std::size_t parts = 6;
    const std::span<const double> numbers(expression.numbers);
    Resolution resolution;
    if (numbers.size() >= 2 * parts) {
        resolution = {{"from", moment_of(numbers.first(parts))},
                      {"to", moment_of(numbers.subspan(parts, parts))}};
    } else if (has_word(expression, "After")) {
        resolution = {{"from", moment_of(numbers)}, {"to", "open"}};
    } else if (has_word(expression, "Before")) {
        resolution = {{"from", "open"}, {"to", moment_of(numbers)}};
    } else {
        resolution = {{"value", moment_of(numbers)}};
    }
    put_unit(expression, "grain", resolution);
    return resolution;
}

Resolution amount_of(const Expression& expression) {
    const std::string first = value_text(expression.numbers.front());
    Resolution resolution;
    if (expression.numbers.size() > 1) {
        resolution = {{"from", first}, {"to", value_text(expression.numbers[1])}};
    } else if (starts_with(expression, "under")) {
        resolution = {{"from", "open"}, {"to", first}};
    } else if (starts_with(expression, "above")) {
        resolution = {{"from", first}, {"to", "open"}};
    } else {
        resolution = {{"value", first}};
    }
    put_unit(expression, "unit", resolution);
    return resolution;
}

bool names_constructor(const Expression& expression) {
    if (expression.words.empty()) return false;
    const std::string& word = expression.words.front();
    constexpr std::string_view functions[] = {"simple", "between", "under", "above", "datetime", "amount"};
    return std::isupper(static_cast<unsigned char>(word.front())) != 0 ||
           std::any_of(std::begin(functions), std::end(functions),
                       [&](std::string_view each) { return word.starts_with(each); });
}

}  // namespace

Resolution read_constructor(std::string_view text, std::string_view section) {
    if (const auto moment = moment_in(text)) return {{"value", *moment}};
    const Expression expression = parse(text);
    if (expression.words.empty() && expression.quoted.empty() && expression.numbers.size() == 1)
        return {{"value", value_text(expression.numbers.front())}};
    const bool is_expression = names_constructor(expression);
    const bool has_amount = section != "phone-number" && section != "email" && section != "url" &&
                            section != "credit-card-number";
    if (is_expression && !expression.quoted.empty() && !has_amount)
        return {{"value", expression.quoted.front()}};
    if (is_expression && section == "time" && expression.numbers.size() >= 3) return time_of(expression);
    if (is_expression && has_amount && !expression.numbers.empty()) return amount_of(expression);
    return {{"value", std::string(text)}};
}

}  // namespace parlance::nlu
