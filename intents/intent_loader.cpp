#include "intents/intent_loader.h"

#include <algorithm>
#include <cctype>

#include "intents/object_reader.h"

namespace parlance {

namespace {

constexpr std::size_t few_examples = 10;

std::vector<std::string> entity_kinds(const Pack& pack) {
    auto kinds = built_in_entity_kinds();
    for (const auto& entity : pack.entities) kinds.push_back(entity.kind.text);
    return kinds;
}

// Takes `[text](entity)` annotations out of an example, noting where they stood.
class AnnotationReader {
public:
    AnnotationReader(const std::string& file, const std::vector<std::string>& kinds, Findings& findings)
        : file_(file), kinds_(kinds), findings_(findings) {}

    IntentExample read(const std::string& marked, SourcePosition position) const {
        IntentExample example;
        example.position = position;
        std::size_t at = 0;
        while (at < marked.size()) {
            const auto open = marked.find('[', at);
            const auto middle = open == std::string::npos ? open : marked.find("](", open);
            const auto close = middle == std::string::npos ? middle : marked.find(')', middle);
            if (close == std::string::npos) {
                if (open != std::string::npos) report_broken(marked, position);
                break;
            }
            example.text.append(marked, at, open - at);
            add(example, marked.substr(open + 1, middle - open - 1),
                marked.substr(middle + 2, close - middle - 2));
            at = close + 1;
        }
        if (at < marked.size()) example.text.append(marked, at);
        return example;
    }

private:
    void add(IntentExample& example, const std::string& text, const std::string& kind) const {
        if (std::find(kinds_.begin(), kinds_.end(), kind) == kinds_.end()) {
            findings_.error("E0222", file_, example.position,
                            "[" + text + "](" + kind + ") names an unknown entity",
                            did_you_mean(kind, kinds_));
        }
        example.annotations.push_back({example.text.size(), example.text.size() + text.size(), {kind}});
        example.text += text;
    }

    void report_broken(const std::string& marked, SourcePosition position) const {
        findings_.error("E0221", file_, position,
                        "a broken annotation in \"" + marked + "\"; write [text](entity)");
    }

    const std::string& file_;
    const std::vector<std::string>& kinds_;
    Findings& findings_;
};

void load_examples(ObjectReader& reader, IntentSpec& spec, const Pack& pack) {
    const auto* examples = reader.required_object("examples");
    if (examples == nullptr) return;
    const auto kinds = entity_kinds(pack);
    const AnnotationReader annotations(spec.file, kinds, reader.findings());
    for (const auto& member : *examples->object()) {
        const Locale locale{member.key};
        if (std::find(pack.languages.begin(), pack.languages.end(), locale) == pack.languages.end()) {
            reader.findings().error("E0223", spec.file, member.key_position,
                                    "the pack has no language \"" + member.key + "\"");
        }
        const auto* list = member.value.array();
        if (list == nullptr) {
            reader.findings().error("E0103", spec.file, member.value.position,
                                    "examples must be a list of texts");
            continue;
        }
        for (const auto& item : *list) {
            if (const auto* text = item.text())
                spec.examples[locale].push_back(annotations.read(*text, item.position));
        }
    }
    for (const auto& language : pack.languages) {
        const auto count = spec.examples[language].size();
        const std::string where = "intent \"" + spec.name.text + "\" has ";
        if (count == 0) {
            reader.error("E0224", "examples", where + "no examples in \"" + language.tag + "\"");
        } else if (count < few_examples) {
            reader.findings().warning(
                "W0101", spec.file, reader.position_of("examples"),
                where + "only " + std::to_string(count) + " examples in \"" + language.tag + "\"");
        }
    }
}

// What makes two examples the same to an author's eye: letters and digits, lower case.
std::string bare(const std::string& text) {
    std::string kept;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0) {
            kept += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        } else if (!kept.empty() && kept.back() != ' ') {
            kept += ' ';
        }
    }
    while (!kept.empty() && kept.back() == ' ') kept.pop_back();
    return kept.empty() ? text : kept;
}

}  // namespace

void load_intent(const PackFile& file, Pack& pack, Findings& findings) {
    ObjectReader reader(file.root, file.path, findings);
    IntentSpec spec;
    spec.file = file.path;
    spec.name.text = reader.required_text("intent");
    spec.description = reader.text_or("description", "");
    spec.topic.text = reader.text_or("topic", "");
    if (pack.find_intent(spec.name) != nullptr) {
        reader.error("E0220", "intent",
                     "the intent \"" + spec.name.text + "\" is already defined in another file");
    }
    load_examples(reader, spec, pack);
    reader.finish();
    pack.intents.push_back(std::move(spec));
}

void check_examples(const Pack& pack, Findings& findings) {
    struct Seen {
        const IntentSpec* intent;
        const IntentExample* example;
    };
    std::map<std::pair<Locale, std::string>, Seen> seen;
    for (const auto& intent : pack.intents) {
        for (const auto& [locale, examples] : intent.examples) {
            for (const auto& example : examples) {
                const auto [first, is_new] =
                    seen.try_emplace({locale, bare(example.text)}, Seen{&intent, &example});
                if (is_new) continue;
                const auto& [other, place] = first->second;
                const std::string also = "; also " + other->file + ":" + std::to_string(place->position.line);
                if (other->name == intent.name) {
                    findings.warning("W0102", intent.file, example.position,
                                     "\"" + example.text + "\" stands here twice" + also);
                } else {
                    findings.error("E0225", intent.file, example.position,
                                   "\"" + example.text + "\" is an example of both " + intent.name.text +
                                       " and " + other->name.text + also);
                }
            }
        }
    }
    if (!pack.intents.empty() && pack.find_intent(out_of_scope_intent()) == nullptr) {
        findings.error("E0226", "pack.json", {},
                       "the pack has no intent \"out_of_scope\": it could never refuse a message");
    }
}

}  // namespace parlance
