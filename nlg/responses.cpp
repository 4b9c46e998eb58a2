#include "nlg/responses.h"

#include <algorithm>
#include <utility>

#include "nlg/response_reader.h"

namespace parlance::nlg {
namespace {

using ByLanguage = std::map<Locale, std::vector<ReadResponse>>;

const ReadResponse* find_read(const std::vector<ReadResponse>& list, const ResponseName& name) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const ReadResponse& read) { return read.name == name; });
    return found == list.end() ? nullptr : &*found;
}

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "{" : ", {") + name + "}";
    return text.empty() ? "none" : text;
}

void check_against_default(const std::vector<ReadResponse>& defaults, const std::vector<ReadResponse>& others,
                           const Locale& language, Findings& findings) {
    std::vector<std::string> known;
    for (const ReadResponse& read : defaults) known.push_back(read.name.text);
    for (const ReadResponse& expected : defaults) {
        const ReadResponse* other = find_read(others, expected.name);
        if (other == nullptr) {
            findings.error(
                "E0502", expected.file, expected.position,
                "the response \"" + expected.name.text + "\" is missing in \"" + language.tag + "\"",
                "add it to responses/" + language.tag + ".json");
        } else if (other->placeholders != expected.placeholders) {
            findings.error("E0503", other->file, other->position,
                           "\"" + other->name.text + "\" uses " + joined(other->placeholders) +
                               ", the default language " + joined(expected.placeholders),
                           "use the same placeholders");
        }
    }
    for (const ReadResponse& read : others) {
        if (find_read(defaults, read.name) != nullptr) continue;
        findings.error("E0502", read.file, read.position,
                       "the response \"" + read.name.text + "\" is missing in the default language",
                       did_you_mean(read.name.text, known));
    }
}

}  // namespace

const Response* Responses::find(const ResponseName& name, const Locale& locale) const {
    const auto language = by_language_.find(locale);
    if (language == by_language_.end()) return nullptr;
    const auto response = language->second.find(name);
    return response == language->second.end() ? nullptr : &response->second;
}

std::vector<std::string> Responses::names() const {
    std::set<std::string> names;
    for (const auto& [locale, responses] : by_language_) {
        for (const auto& [name, response] : responses) names.insert(name.text);
    }
    return {names.begin(), names.end()};
}

std::set<std::string> Responses::placeholders_of(const ResponseName& name) const {
    const auto found = placeholders_.find(name);
    return found == placeholders_.end() ? std::set<std::string>{} : found->second;
}

Responses load_responses(const PackSource& source, const Pack& pack, Findings& findings) {
    ResponseReader reader(pack, findings);
    ByLanguage read;
    for (const Locale& language : pack.languages) {
        const std::string path = "responses/" + language.tag + ".json";
        if (const PackFile* file = source.file(path)) {
            read[language] = reader.read(*file, language);
        } else {
            findings.error("E0501", path, {}, "the language \"" + language.tag + "\" has no responses",
                           "add " + path);
        }
    }
    if (!pack.languages.empty() && read.contains(pack.languages.front())) {
        for (const auto& [language, responses] : read) {
            if (language == pack.languages.front()) continue;
            check_against_default(read[pack.languages.front()], responses, language, findings);
        }
    }
    Responses all;
    for (auto& [language, responses] : read) {
        for (ReadResponse& one : responses) {
            all.placeholders_[one.name].merge(one.placeholders);
            all.by_language_[language].emplace(one.name, std::move(one.response));
        }
    }
    return all;
}

}  // namespace parlance::nlg
