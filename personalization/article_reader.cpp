#include "personalization/article_reader.h"

#include <algorithm>

#include "personalization/behavior_profile.h"
#include "personalization/catalogue_checks.h"

namespace parlance::personalization {
namespace {

const std::vector<std::string>& life_stage_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const auto stage : {LifeStage::student, LifeStage::starter, LifeStage::family,
                                 LifeStage::established, LifeStage::pre_retirement, LifeStage::retired}) {
            list.emplace_back(to_text(stage));
        }
        return list;
    }();
    return names;
}

// E0411: not a date.
std::optional<CalendarDate> read_day(CheckedMember member) {
    auto& [reader, key] = member;
    if (!reader.has(key)) return std::nullopt;
    const auto day = parse_date(reader.text_or(key, ""));
    if (day) return *day;
    reader.error("E0411", key, day.error().detail, "write the day as year-month-day");
    return std::nullopt;
}

// E0412: the last day is before the first.
Validity read_validity(ObjectReader& reader) {
    const Validity validity{read_day({reader, "valid_from"}), read_day({reader, "valid_until"})};
    if (validity.from && validity.until && *validity.until < *validity.from) {
        reader.error("E0412", "valid_until",
                     "valid until " + to_text(*validity.until) + ", but only from " +
                         to_text(*validity.from) + ": it would never be shown",
                     "swap the two days or leave one out");
    }
    return validity;
}

ContentItem read_article(ObjectReader& reader, const Pack& pack) {
    ContentItem item;
    item.id.text = reader.required_text("id");
    item.title = read_texts({reader, "title"}, pack);
    item.summary = read_texts({reader, "summary"}, pack);
    check_no_digits({reader, "summary"}, item.summary);
    item.format = static_cast<ContentFormat>(
        read_choice({reader, "format"}, {"article", "video", "infographic", "podcast"}));
    item.level =
        static_cast<ContentLevel>(read_choice({reader, "level"}, {"beginner", "intermediate", "advanced"}));
    item.minutes = static_cast<int>(std::clamp<std::int64_t>(reader.integer_or("minutes", 0), 0, 600));
    item.topics = read_topics({reader, "topics"}, pack);
    item.intents = read_intents({reader, "intents"}, pack);
    item.life_stages = reader.texts("life_stages");
    check_names({reader, "life_stages"}, item.life_stages, life_stage_names(), "life stage");
    for (const std::string& id : reader.texts("prerequisites")) item.prerequisites.push_back({id});
    item.validity = read_validity(reader);
    item.url = reader.text_or("url", "");
    if (item.topics.empty() && item.intents.empty()) {
        reader.error("E0407", "id",
                     "nothing leads to \"" + item.id.text + "\": it has neither topics nor intents",
                     "list a topic or an intent");
    }
    reader.finish();
    return item;
}

}  // namespace

std::vector<ReadArticle> read_articles(const PackFile& file, const Pack& pack, Findings& findings) {
    std::vector<ReadArticle> articles;
    ObjectReader top(file.root, file.path, findings);
    if (const JsonNode* list = top.required_array("articles")) {
        for (const JsonNode& node : *list->array()) {
            ObjectReader reader(node, file.path, findings);
            if (node.is_object()) articles.push_back({read_article(reader, pack), file.path, node.position});
        }
    }
    top.finish();
    return articles;
}

}  // namespace parlance::personalization
