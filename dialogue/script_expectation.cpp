#include "dialogue/script_expectation.h"

#include <algorithm>
#include <vector>

#include "nlu/text_pattern.h"

namespace parlance::dialogue {
namespace {

using Mismatch = std::optional<std::string>;
using NamedValues = std::vector<std::pair<std::string, std::string>>;

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : between) + word;
    return text.empty() ? "none" : text;
}

std::string listed(const NamedValues& values) {
    std::string text;
    for (const auto& [name, value] : values) text += (text.empty() ? "" : ", ") + name + " = " + value;
    return text.empty() ? "none" : text;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

const std::string* find(const NamedValues& values, const std::string& name) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const auto& entry) { return entry.first == name; });
    return found == values.end() ? nullptr : &found->second;
}

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool contains_words(const std::string& text, const std::string& words) {
    const auto same = [](char a, char b) { return small(a) == small(b); };
    return std::search(text.begin(), text.end(), words.begin(), words.end(), same) != text.end();
}

struct Judge {
    const ObservedTurn& seen;
    const JudgedTurn& turn;

    Mismatch operator()(const ExpectSaid& expected) const {
        const bool long_enough = expected.more ? seen.said.size() >= expected.names.size()
                                               : seen.said.size() == expected.names.size();
        const auto same = [](const ResponseName& name, const std::string& said) { return name.text == said; };
        if (long_enough && std::equal(expected.names.begin(), expected.names.end(), seen.said.begin(), same))
            return {};
        return "said: " + joined(seen.said, " ");
    }
    Mismatch operator()(const ExpectIntent& expected) const {
        return expected.intent.text == seen.intent ? Mismatch{} : "intent: " + seen.intent;
    }
    Mismatch operator()(const ExpectFlow& expected) const {
        const bool step_holds = expected.step.empty() || expected.step.text == seen.step;
        if (expected.flow.text == seen.flow && step_holds) return {};
        return seen.flow.empty() ? "no flow" : "flow: " + seen.flow + " " + seen.step;
    }
    Mismatch operator()(const ExpectPhase& expected) const {
        return expected.phase == seen.phase ? Mismatch{} : "phase: " + seen.phase;
    }
    Mismatch operator()(const ExpectSlot& expected) const {
        const auto* value = find(seen.slots, expected.slot.text);
        const bool holds = expected.value ? value != nullptr && *value == *expected.value : value == nullptr;
        return holds ? Mismatch{} : "slots: " + listed(seen.slots);
    }
    Mismatch operator()(const ExpectFact& expected) const {
        const auto* value = find(seen.facts, expected.fact.text);
        if (value == nullptr || (expected.value && *value != *expected.value))
            return "facts: " + listed(seen.facts);
        if (expected.source && !contains(seen.sources, *expected.source))
            return "sources: " + joined(seen.sources, ", ");
        return {};
    }
    Mismatch operator()(const ExpectOffer& expected) const {
        const bool holds =
            expected.offer.empty() ? seen.offers.empty() : contains(seen.offers, expected.offer.text);
        return holds ? Mismatch{} : "offers: " + joined(seen.offers, " ");
    }
    Mismatch operator()(const ExpectAction& expected) const {
        const bool holds =
            expected.title.empty() ? seen.actions.empty() : contains(seen.actions, expected.title);
        return holds ? Mismatch{} : "actions: " + joined(seen.actions, " | ");
    }
    Mismatch operator()(const ExpectText& expected) const {
        bool found = false;
        if (expected.is_expression) {
            const auto pattern = nlu::TextPattern::compile(expected.pattern);
            if (pattern.has_error()) return pattern.error().detail;
            found = !pattern->find_all(seen.text).empty();
        } else {
            found = contains_words(seen.text, expected.pattern);
        }
        return found != expected.absent ? Mismatch{} : "another text";
    }
    Mismatch operator()(const ExpectError& expected) const {
        if (expected.code == seen.error) return {};
        return seen.error.empty() ? "a reply, no error" : "error: " + seen.error;
    }
    Mismatch operator()(const ExpectLedger& expected) const {
        const auto balance = turn.balance(expected.account);
        if (balance.has_error()) return "no balance: " + balance.error().detail;
        return *balance == expected.balance ? Mismatch{} : "balance: " + to_text(*balance);
    }
};

}  // namespace

std::optional<std::string> mismatch(const Expectation& expectation, const JudgedTurn& turn) {
    return std::visit(Judge{turn.seen, turn}, expectation);
}

}  // namespace parlance::dialogue
