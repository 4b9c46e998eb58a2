#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/encoder/encoder_weights.h"

namespace parlance::nlu {

// What a tokenizer needs while it works; keep one a thread, so that it allocates only while it grows.
struct TokenizerScratch {
    std::string normalised;
    std::string text;
    std::vector<double> score;            // of the best split that ends at a byte
    std::vector<std::uint32_t> token;     // its last token
    std::vector<std::uint32_t> previous;  // where that token starts
    std::vector<std::uint32_t> tokens;
};

// Splits a text into the pieces of a unigram vocabulary.
//
// The text is NFKC-normalised, case kept, spaces become U+2581 with one in front. A character that starts no
// piece is token 0 with score 0, and a run of them is one token.
// Method: the most probable split, by Viterbi over the pieces (Kudo 2018, "Subword Regularization"). Equal
// scores go to the shorter last piece, equal pieces to the later one, as in the package's own tokenizer.
// Immutable; safe to call from several threads.
class UnigramTokenizer {
public:
    UnigramTokenizer() : nodes_(1) {}
    // The pieces by token id; the first `reserved_tokens` are never matched.
    explicit UnigramTokenizer(std::span<const Piece> vocabulary);

    // The token ids of any text, also an empty one; the span lies in `scratch` until its next use.
    std::span<const std::uint32_t> tokens_of(std::string_view text, TokenizerScratch& scratch) const;

private:
    // A node of the trie over bytes; its children lie side by side in nodes_, by byte.
    struct Node {
        std::uint32_t first_child = 0;
        std::uint16_t children = 0;
        std::uint8_t byte = 0;
        std::uint32_t token = 0;  // 0: no piece ends here
    };

    void build(std::span<const std::pair<std::string_view, std::uint32_t>> pieces, std::size_t depth,
               std::size_t node);
    const Node* child_of(const Node& node, char byte) const;
    void extend_from(std::size_t start, TokenizerScratch& scratch) const;

    std::vector<Node> nodes_;
    std::vector<double> scores_;  // by token id
};

}  // namespace parlance::nlu
