// nlohmann's reader keeps no positions. Its lexer is driven here over an iterator that counts the bytes
// taken; at each SAX event the count says where the token ended, and scanning back finds its start.

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "intents/json_node.h"

namespace parlance {

namespace {

constexpr std::size_t max_depth = 256;

// A forward view of the text that publishes how far it has been read.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        *furthest_ = std::max(*furthest_, at_);
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** furthest_;
};

// Turns byte offsets into lines and columns.
class LineIndex {
public:
    explicit LineIndex(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\n') starts_.push_back(i + 1);
        }
    }
    SourcePosition at(std::size_t offset) const {
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
        const auto line = after - starts_.begin();
        return {static_cast<int>(line),
                static_cast<int>(offset - starts_[static_cast<std::size_t>(line) - 1]) + 1};
    }

private:
    std::vector<std::size_t> starts_{0};
};

class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(std::string_view text, const char* const* furthest)
        : text_(text), furthest_(furthest), lines_(text) {}

    bool null() override { return add(nullptr, start_of_word()); }
    bool boolean(bool value) override { return add(value, start_of_word()); }
    bool number_integer(number_integer_t value) override {
        return add(std::int64_t{value}, start_of_number());
    }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > static_cast<number_unsigned_t>(INT64_MAX))
            return add(static_cast<double>(value), start_of_number());
        return add(static_cast<std::int64_t>(value), start_of_number());
    }
    bool number_float(number_float_t value, const string_t&) override {
        return add(value, start_of_number());
    }
    bool string(string_t& value) override { return add(std::move(value), start_of_string()); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonNode::Object{}); }
    bool start_array(std::size_t) override { return open(JsonNode::Array{}); }
    bool key(string_t& value) override {
        keys_.back() = {std::move(value), lines_.at(start_of_string())};
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& problem) override {
        const std::string what = problem.what();
        const auto colon = what.find(": ");
        const auto offset = std::min(position == 0 ? 0 : position - 1, text_.size());
        error = {lines_.at(offset), colon == std::string::npos ? what : what.substr(colon + 2)};
        return false;
    }

    JsonNode root;
    JsonSyntaxError error{{1, 1}, "the document is empty"};

private:
    struct PendingKey {
        std::string text;
        SourcePosition position;
    };

    bool add(JsonNode::Content content, std::size_t offset) {
        JsonNode node;
        node.content = std::move(content);
        node.position = lines_.at(offset);
        attach(std::move(node));
        return true;
    }

    bool open(JsonNode::Content content) {
        if (open_.size() >= max_depth) {
            error = {lines_.at(consumed() - 1), "nested more than 256 levels deep"};
            return false;
        }
        JsonNode node;
        node.content = std::move(content);
        node.position = lines_.at(consumed() - 1);
        open_.push_back(std::move(node));
        keys_.emplace_back();
        return true;
    }

    bool close() {
        JsonNode node = std::move(open_.back());
        open_.pop_back();
        keys_.pop_back();
        attach(std::move(node));
        return true;
    }

    void attach(JsonNode node) {
        if (open_.empty()) {
            root = std::move(node);
        } else if (auto* members = std::get_if<JsonNode::Object>(&open_.back().content)) {
            members->push_back({std::move(keys_.back().text), keys_.back().position, std::move(node)});
        } else {
            std::get<JsonNode::Array>(open_.back().content).push_back(std::move(node));
        }
    }

    std::size_t consumed() const { return static_cast<std::size_t>(*furthest_ - text_.data()); }

    // The offset of the opening quote of the string whose closing quote was just read.
    std::size_t start_of_string() const {
        std::size_t quote = consumed() - 1;
        while (quote > 0) {
            --quote;
            if (text_[quote] != '"') continue;
            std::size_t backslashes = 0;
            while (backslashes < quote && text_[quote - 1 - backslashes] == '\\') ++backslashes;
            if (backslashes % 2 == 0) return quote;
        }
        return 0;
    }

    std::size_t start_of_word() const {
        return start_of([](char c) { return c >= 'a' && c <= 'z'; }, consumed());
    }

    // The lexer has looked one byte past a number, unless the number ends the text.
    std::size_t start_of_number() const {
        const auto belongs = [](char c) {
            return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
        };
        const std::size_t end =
            consumed() > 0 && belongs(text_[consumed() - 1]) ? consumed() : consumed() - 1;
        return start_of(belongs, end);
    }

    template <typename Belongs>
    std::size_t start_of(Belongs belongs, std::size_t end) const {
        while (end > 0 && belongs(text_[end - 1])) --end;
        return end;
    }

    std::string_view text_;
    const char* const* furthest_;
    LineIndex lines_;
    std::vector<JsonNode> open_;
    std::vector<PendingKey> keys_;
};

}  // namespace

std::variant<JsonNode, JsonSyntaxError> parse_json(std::string_view text) {
    const char* furthest = text.data();
    TreeBuilder builder(text, &furthest);
    const CountingIterator begin(text.data(), &furthest);
    const CountingIterator end(text.data() + text.size(), &furthest);
    const bool strict = true;
    const bool ignore_comments = true;
    if (!nlohmann::json::sax_parse(begin, end, &builder, nlohmann::json::input_format_t::json, strict,
                                   ignore_comments)) {
        return std::move(builder.error);
    }
    return std::move(builder.root);
}

}  // namespace parlance
