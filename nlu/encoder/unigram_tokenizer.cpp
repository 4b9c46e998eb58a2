#include "nlu/encoder/unigram_tokenizer.h"

#include <algorithm>

#include "nlu/unicode_text.h"

namespace parlance::nlu {

namespace {

constexpr std::string_view space_mark = "\xE2\x96\x81";  // U+2581

// Scores are negative, but for pieces with a colon, which the package gives none: those count 0, which its
// tokenizer takes for no split at all and lets any other split replace.
constexpr double no_split = 0;

void mark_spaces(std::string_view normalised, std::string& text) {
    text.clear();
    if (normalised.empty()) return;
    text.append(space_mark);
    for (const char byte : normalised) {
        if (byte == ' ') {
            text.append(space_mark);
        } else {
            text.push_back(byte);
        }
    }
}

// Follows the best split back from the end; runs of unknown characters become one token.
void read_back(TokenizerScratch& scratch) {
    scratch.tokens.clear();
    for (std::size_t end = scratch.text.size(); end > 0; end = scratch.previous[end]) {
        const std::uint32_t token = scratch.token[end];
        if (token == 0 && !scratch.tokens.empty() && scratch.tokens.back() == 0) continue;
        scratch.tokens.push_back(token);
    }
    std::reverse(scratch.tokens.begin(), scratch.tokens.end());
}

}  // namespace

UnigramTokenizer::UnigramTokenizer(std::span<const Piece> vocabulary) {
    std::vector<std::pair<std::string_view, std::uint32_t>> pieces;
    for (std::size_t id = 0; id < vocabulary.size(); ++id) {
        scores_.push_back(vocabulary[id].score);
        if (id >= reserved_tokens) pieces.emplace_back(vocabulary[id].text, static_cast<std::uint32_t>(id));
    }
    std::sort(pieces.begin(), pieces.end());
    nodes_.emplace_back();
    build(pieces, 0, 0);
}

// Makes the children of `node` for pieces that share their first `depth` bytes; sorted, so that a piece
// that ends here comes first.
void UnigramTokenizer::build(std::span<const std::pair<std::string_view, std::uint32_t>> pieces,
                             std::size_t depth, std::size_t node) {
    while (!pieces.empty() && pieces.front().first.size() == depth) {
        nodes_[node].token = pieces.front().second;
        pieces = pieces.subspan(1);
    }
    std::vector<std::span<const std::pair<std::string_view, std::uint32_t>>> groups;
    for (std::size_t from = 0; from < pieces.size();) {
        std::size_t to = from + 1;
        while (to < pieces.size() && pieces[to].first[depth] == pieces[from].first[depth]) ++to;
        groups.push_back(pieces.subspan(from, to - from));
        from = to;
    }
    const std::size_t first = nodes_.size();
    nodes_[node].first_child = static_cast<std::uint32_t>(first);
    nodes_[node].children = static_cast<std::uint16_t>(groups.size());
    for (const auto& group : groups) {
        nodes_.push_back({.byte = static_cast<std::uint8_t>(group.front().first[depth])});
    }
    for (std::size_t i = 0; i < groups.size(); ++i) build(groups[i], depth + 1, first + i);
}

const UnigramTokenizer::Node* UnigramTokenizer::child_of(const Node& node, char byte) const {
    const Node* begin = nodes_.data() + node.first_child;
    const Node* end = begin + node.children;
    const auto wanted = static_cast<std::uint8_t>(byte);
    const Node* found = std::lower_bound(begin, end, wanted,
                                         [](const Node& child, std::uint8_t b) { return child.byte < b; });
    return found != end && found->byte == wanted ? found : nullptr;
}

// Offers every piece that starts at byte `start` to the split that ends where it ends.
void UnigramTokenizer::extend_from(std::size_t start, TokenizerScratch& scratch) const {
    const auto offer = [&](std::size_t end, std::uint32_t token, double score) {
        const double sum = scratch.score[start] + score;
        if (scratch.score[end] != no_split && sum < scratch.score[end]) return;
        scratch.score[end] = sum;
        scratch.token[end] = token;
        scratch.previous[end] = static_cast<std::uint32_t>(start);
    };
    bool known = false;
    const Node* node = nodes_.data();
    for (std::size_t at = start; at < scratch.text.size(); ++at) {
        node = child_of(*node, scratch.text[at]);
        if (node == nullptr) break;
        if (node->token == 0) continue;
        offer(at + 1, node->token, scores_[node->token]);
        known = true;
    }
    if (!known) offer(start + character_at(scratch.text, start).bytes, 0, 0);
}

std::span<const std::uint32_t> UnigramTokenizer::tokens_of(std::string_view text,
                                                           TokenizerScratch& scratch) const {
    to_nfkc(text, scratch.normalised);
    mark_spaces(scratch.normalised, scratch.text);
    scratch.score.assign(scratch.text.size() + 1, no_split);
    scratch.token.assign(scratch.text.size() + 1, 0);
    scratch.previous.resize(scratch.text.size() + 1);
    for (std::size_t start = 0; start < scratch.text.size();) {
        const std::size_t next = start + character_at(scratch.text, start).bytes;
        if (scratch.score[next] == no_split) scratch.previous[next] = static_cast<std::uint32_t>(start);
        extend_from(start, scratch);
        start = next;
    }
    read_back(scratch);
    return scratch.tokens;
}

}  // namespace parlance::nlu
