#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "nlu/evaluation_report.h"

namespace parlance::tests {

// Answers by the text's first letter: "a..." is intent a; "?" is mostly out of scope; the rest is b.
class LetterClassifier final : public nlu::IntentClassifier {
public:
    std::vector<nlu::IntentScore> classify(std::string_view text, const Locale& locale) const override {
        if (!locales.empty() && locales.back() != locale) locales.push_back(locale);
        if (locales.empty()) locales.push_back(locale);
        if (text.starts_with('?')) return {{out_of_scope_intent(), 0.6F}, {{"a"}, 0.3F}, {{"b"}, 0.1F}};
        const std::string best = text.starts_with('a') ? "a" : "b";
        const std::string other = best == "a" ? "b" : "a";
        return {{{best}, 0.8F}, {{other}, 0.1F}, {out_of_scope_intent(), 0.1F}};
    }
    std::vector<nlu::SimilarExample> similar_examples(std::string_view text, std::size_t) const override {
        return {{{"a"}, "like <b>" + std::string(text), 0.5F}};
    }
    std::string_view method() const override { return "letters"; }

    mutable std::vector<Locale> locales;  // asked for, in order
};

// True when every tag of this markup is closed in order, its attributes are quoted and "&" starts an entity.
inline bool is_well_formed(const std::string& markup) {
    std::vector<std::string> open;
    for (std::size_t at = 0; at < markup.size(); ++at) {
        if (markup[at] == '&' && markup.find(';', at) - at > 6) return false;
        if (markup[at] != '<') continue;
        const std::size_t end = markup.find('>', at);
        if (end == std::string::npos) return false;
        const std::string tag = markup.substr(at + 1, end - at - 1);
        at = end;
        if (tag.starts_with('!')) continue;
        if (tag.find('<') != std::string::npos || std::count(tag.begin(), tag.end(), '"') % 2 != 0)
            return false;
        if (tag.ends_with('/')) continue;
        if (!tag.starts_with('/')) {
            open.push_back(tag.substr(0, tag.find(' ')));
        } else if (open.empty() || "/" + open.back() != tag) {
            return false;
        } else {
            open.pop_back();
        }
    }
    return open.empty();
}

}  // namespace parlance::tests
