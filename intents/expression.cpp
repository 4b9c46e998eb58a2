#include "intents/expression.h"

#include <algorithm>
#include <cmath>

#include "intents/expression_node.h"

namespace parlance {

namespace {

using Node = Expression::Node;

std::optional<double> as_number(const SlotValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
}

// -1, 0 or 1; nothing when the two cannot be compared.
template <typename T>
int order(const T& a, const T& b) {
    if (a < b) return -1;
    return b < a ? 1 : 0;
}

std::optional<int> compare(const SlotValue& a, const SlotValue& b) {
    const auto left = as_number(a);
    const auto right = as_number(b);
    if (left && right)
        return std::isnan(*left) || std::isnan(*right) ? std::nullopt : std::optional(order(*left, *right));
    if (a.index() != b.index()) return std::nullopt;
    if (const auto* money = std::get_if<Money>(&a)) {
        const auto& other = std::get<Money>(b);
        if (money->currency != other.currency) return std::nullopt;
        return order(money->minor_units, other.minor_units);
    }
    return order(a, b);
}

bool satisfies(Node::Comparison comparison, int order) {
    switch (comparison) {
        case Node::Comparison::equal: return order == 0;
        case Node::Comparison::unequal: return order != 0;
        case Node::Comparison::less: return order < 0;
        case Node::Comparison::less_or_equal: return order <= 0;
        case Node::Comparison::greater: return order > 0;
        case Node::Comparison::greater_or_equal: return order >= 0;
    }
    return false;
}

// Bytes that begin a character: counts code points of valid UTF-8.
std::int64_t characters_of(const std::string& text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

struct Evaluator {
    const ValueLookup& lookup;
    const CalendarDate& today;

    // The value of an operand; nothing for what is unknown or has only a truth.
    std::optional<SlotValue> value(const Node& node) const {
        if (const auto* literal = std::get_if<Node::Literal>(&node.content)) return literal->value;
        if (std::holds_alternative<Node::Today>(node.content)) return SlotValue{today};
        if (const auto* reference = std::get_if<Node::Reference>(&node.content))
            return lookup(reference->name);
        if (const auto* length = std::get_if<Node::Length>(&node.content)) {
            const auto found = lookup(length->name);
            if (!found || !std::holds_alternative<std::string>(*found)) return std::nullopt;
            return SlotValue{characters_of(std::get<std::string>(*found))};
        }
        return SlotValue{truth(node)};
    }

    bool truth(const Node& node) const { return std::visit(*this, node.content); }

    bool operator()(const Node::Literal& literal) const {
        const auto* flag = std::get_if<bool>(&literal.value);
        return flag != nullptr && *flag;
    }
    bool operator()(const Node::Today&) const { return false; }
    bool operator()(const Node::Reference& reference) const {
        const auto found = lookup(reference.name);
        const auto* flag = found ? std::get_if<bool>(&*found) : nullptr;
        return flag != nullptr && *flag;
    }
    bool operator()(const Node::Known& known) const { return lookup(known.name).has_value(); }
    bool operator()(const Node::Length&) const { return false; }
    bool operator()(const Node::Not& negation) const { return !truth(*negation.operand); }
    bool operator()(const Node::Both& both) const {
        return std::all_of(both.operands.begin(), both.operands.end(),
                           [this](const auto& n) { return truth(*n); });
    }
    bool operator()(const Node::Either& either) const {
        return std::any_of(either.operands.begin(), either.operands.end(),
                           [this](const auto& n) { return truth(*n); });
    }
    bool operator()(const Node::Compare& comparison) const {
        const auto left = value(*comparison.left);
        const auto right = value(*comparison.right);
        if (!left || !right) return false;
        const auto found = compare(*left, *right);
        return found && satisfies(comparison.comparison, *found);
    }
    bool operator()(const Node::In& in) const {
        const auto item = value(*in.item);
        if (!item) return false;
        return std::any_of(in.list.begin(), in.list.end(),
                           [&](const SlotValue& v) { return compare(*item, v) == 0; });
    }
};

struct NameCollector {
    std::vector<ScopedName>& names;

    void add(const ScopedName& name) const {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    void walk(const Node& node) const { std::visit(*this, node.content); }
    void operator()(const Node::Literal&) const {}
    void operator()(const Node::Today&) const {}
    void operator()(const Node::Reference& reference) const { add(reference.name); }
    void operator()(const Node::Known& known) const { add(known.name); }
    void operator()(const Node::Length& length) const { add(length.name); }
    void operator()(const Node::Not& negation) const { walk(*negation.operand); }
    void operator()(const Node::Both& both) const {
        for (const auto& operand : both.operands) walk(*operand);
    }
    void operator()(const Node::Either& either) const {
        for (const auto& operand : either.operands) walk(*operand);
    }
    void operator()(const Node::Compare& comparison) const {
        walk(*comparison.left);
        walk(*comparison.right);
    }
    void operator()(const Node::In& in) const { walk(*in.item); }
};

}  // namespace

Expression::Expression(std::string text, std::shared_ptr<const Node> root)
    : text_(std::move(text)), root_(std::move(root)) {}

std::variant<Expression, ExpressionSyntaxError> Expression::parse(std::string_view text) {
    auto tree = parse_expression(text);
    if (auto* problem = std::get_if<ExpressionSyntaxError>(&tree)) return std::move(*problem);
    return Expression(std::string(text), std::get<std::shared_ptr<const Node>>(std::move(tree)));
}

bool Expression::holds(const ValueLookup& lookup, const CalendarDate& today) const {
    return Evaluator{lookup, today}.truth(*root_);
}

std::vector<ScopedName> Expression::names() const {
    std::vector<ScopedName> names;
    NameCollector{names}.walk(*root_);
    return names;
}

}  // namespace parlance
