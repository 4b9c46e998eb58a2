#include "nlu/stemmer.h"

#include <libstemmer.h>

#include <map>
#include <memory>

namespace parlance::nlu {

namespace {

struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// nullptr when Snowball does not know the language.
sb_stemmer* stemmer_of(std::string_view language) {
    thread_local std::map<std::string, std::unique_ptr<sb_stemmer, Delete>, std::less<>> stemmers;
    const auto known = stemmers.find(language);
    if (known != stemmers.end()) return known->second.get();
    const std::string name(language);
    return stemmers.emplace(name, sb_stemmer_new(name.c_str(), "UTF_8")).first->second.get();
}

}  // namespace

std::string stem(std::string_view word, std::string_view language) {
    sb_stemmer* const stemmer = stemmer_of(language);
    if (stemmer == nullptr) return std::string(word);
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stemmed = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
    if (stemmed == nullptr) return std::string(word);  // out of memory
    return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace parlance::nlu
