// expression := both {"or" both}          both := negation {"and" negation}
// negation   := "not" negation | comparison
// comparison := operand [("==" | "!=" | "<" | "<=" | ">" | ">=") operand | "in" "[" literal {"," literal}
// "]"] operand    := "(" expression ")" | "known" "(" name ")" | "length" "(" name ")" | "today" | literal |
// name literal    := "true" | "false" | text in double quotes | number [CURRENCY] name       := ("slots" |
// "facts" | "profile") "." identifier {"." identifier}

#include <cctype>
#include <charconv>

#include "intents/expression_node.h"

namespace parlance {

namespace {

using Node = Expression::Node;
using NodePointer = std::shared_ptr<const Node>;

constexpr int max_depth = 64;

bool is_name_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

template <typename T>
NodePointer make(T content) {
    return std::make_shared<const Node>(Node{std::move(content)});
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::variant<NodePointer, ExpressionSyntaxError> parse() {
        auto root = either();
        skip_space();
        if (!failed_ && at_ < text_.size()) fail("nothing more was expected here");
        if (failed_) return error_;
        return root;
    }

private:
    NodePointer either() {
        std::vector<NodePointer> operands{both()};
        while (!failed_ && take_word("or")) operands.push_back(both());
        return operands.size() == 1 ? operands.front() : make(Node::Either{std::move(operands)});
    }

    NodePointer both() {
        std::vector<NodePointer> operands{negation()};
        while (!failed_ && take_word("and")) operands.push_back(negation());
        return operands.size() == 1 ? operands.front() : make(Node::Both{std::move(operands)});
    }

    NodePointer negation() {
        if (++depth_ > max_depth) return fail("nested too deeply");
        NodePointer node = take_word("not") ? make(Node::Not{negation()}) : comparison();
        --depth_;
        return node;
    }

    NodePointer comparison() {
        auto left = operand();
        if (failed_) return left;
        if (take_word("in")) return make(Node::In{std::move(left), literal_list()});
        using Comparison = Node::Comparison;
        constexpr std::pair<std::string_view, Comparison> symbols[]{
            {"==", Comparison::equal},         {"!=", Comparison::unequal},
            {"<=", Comparison::less_or_equal}, {">=", Comparison::greater_or_equal},
            {"<", Comparison::less},           {">", Comparison::greater}};
        for (const auto& [symbol, comparison] : symbols) {
            if (take(symbol)) return make(Node::Compare{comparison, std::move(left), operand()});
        }
        return left;
    }

    NodePointer operand() {
        skip_space();
        if (take("(")) {
            if (++depth_ > max_depth) return fail("nested too deeply");
            auto inner = either();
            --depth_;
            expect(")");
            return inner;
        }
        if (take_word("today")) return make(Node::Today{});
        if (take_word("known")) return make(Node::Known{name_in_parentheses()});
        if (take_word("length")) return make(Node::Length{name_in_parentheses()});
        if (starts_literal()) return make(Node::Literal{literal()});
        return make(Node::Reference{name()});
    }

    ScopedName name_in_parentheses() {
        expect("(");
        auto found = name();
        expect(")");
        return found;
    }

    ScopedName name() {
        skip_space();
        const auto begin = at_;
        while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
        const auto whole = text_.substr(begin, at_ - begin);
        const auto dot = whole.find('.');
        const auto scope = whole.substr(0, dot);
        if (whole.empty()) {
            fail("a value is missing here");
        } else if (dot == std::string_view::npos || dot + 1 == whole.size() || whole.back() == '.' ||
                   (scope != "slots" && scope != "facts" && scope != "profile")) {
            at_ = begin;
            fail("\"" + std::string(whole) + "\" is no value; names begin with slots., facts. or profile.");
        } else {
            return {std::string(scope), std::string(whole.substr(dot + 1))};
        }
        return {};
    }

    bool starts_literal() {
        skip_space();
        if (at_ >= text_.size()) return false;
        const char c = text_[at_];
        return c == '"' || c == '-' || std::isdigit(static_cast<unsigned char>(c)) != 0 ||
               peek_word("true") || peek_word("false");
    }

    SlotValue literal() {
        skip_space();
        if (take_word("true")) return true;
        if (take_word("false")) return false;
        if (at_ < text_.size() && text_[at_] == '"') return quoted();
        return number_or_money();
    }

    SlotValue quoted() {
        const auto end = text_.find('"', at_ + 1);
        if (end == std::string_view::npos) {
            fail("the text has no closing quote");
            return std::string{};
        }
        const auto inside = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return std::string(inside);
    }

    SlotValue number_or_money() {
        const auto begin = at_;
        if (at_ < text_.size() && text_[at_] == '-') ++at_;
        while (at_ < text_.size() &&
               (std::isdigit(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '.'))
            ++at_;
        const auto digits = text_.substr(begin, at_ - begin);
        if (at_ + 4 <= text_.size() && text_[at_] == ' ' &&
            (at_ + 4 == text_.size() || !is_name_character(text_[at_ + 4]))) {
            if (const auto money = parse_money(text_.substr(begin, at_ + 4 - begin))) {
                at_ += 4;
                return *money;
            }
        }
        std::int64_t whole = 0;
        double real = 0;
        const char* end = digits.data() + digits.size();
        if (const auto [stop, failure] = std::from_chars(digits.data(), end, whole);
            failure == std::errc{} && stop == end)
            return whole;
        if (const auto [stop, failure] = std::from_chars(digits.data(), end, real);
            failure == std::errc{} && stop == end)
            return real;
        at_ = begin;
        fail("a number, a text in double quotes, true or false was expected here");
        return false;
    }

    std::vector<SlotValue> literal_list() {
        std::vector<SlotValue> list;
        expect("[");
        do {
            if (failed_) break;
            list.push_back(literal());
        } while (take(","));
        expect("]");
        return list;
    }

    void skip_space() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    }

    bool take(std::string_view symbol) {
        skip_space();
        if (!text_.substr(at_).starts_with(symbol)) return false;
        at_ += symbol.size();
        return true;
    }

    bool peek_word(std::string_view word) {
        skip_space();
        const auto end = at_ + word.size();
        return text_.substr(at_).starts_with(word) && (end >= text_.size() || !is_name_character(text_[end]));
    }

    bool take_word(std::string_view word) {
        if (!peek_word(word)) return false;
        at_ += word.size();
        return true;
    }

    void expect(std::string_view symbol) {
        if (!failed_ && !take(symbol)) fail("\"" + std::string(symbol) + "\" was expected here");
    }

    NodePointer fail(std::string message) {
        if (!failed_) error_ = {at_, std::move(message)};
        failed_ = true;
        return make(Node::Literal{false});
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool failed_ = false;
    ExpressionSyntaxError error_{0, {}};
};

}  // namespace

std::variant<NodePointer, ExpressionSyntaxError> parse_expression(std::string_view text) {
    return Parser(text).parse();
}

}  // namespace parlance
