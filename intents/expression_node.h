#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "intents/expression.h"

namespace parlance {

// The tree behind an Expression: private to expression.cpp and expression_parser.cpp.
struct Expression::Node {
    struct Literal {
        SlotValue value;
    };
    struct Today {};
    struct Reference {
        ScopedName name;
    };
    struct Known {
        ScopedName name;
    };
    struct Length {
        ScopedName name;
    };
    struct Not {
        std::shared_ptr<const Node> operand;
    };
    struct Both {
        std::vector<std::shared_ptr<const Node>> operands;
    };
    struct Either {
        std::vector<std::shared_ptr<const Node>> operands;
    };
    enum class Comparison { equal, unequal, less, less_or_equal, greater, greater_or_equal };
    struct Compare {
        Comparison comparison;
        std::shared_ptr<const Node> left, right;
    };
    struct In {
        std::shared_ptr<const Node> item;
        std::vector<SlotValue> list;
    };

    std::variant<Literal, Today, Reference, Known, Length, Not, Both, Either, Compare, In> content;
};

// Reads an expression's tree; expression_parser.cpp has the grammar.
std::variant<std::shared_ptr<const Expression::Node>, ExpressionSyntaxError> parse_expression(
    std::string_view text);

}  // namespace parlance
