#include <nlohmann/json.hpp>

#include "dialogue/script_report.h"

namespace parlance::dialogue {

std::string to_json(std::span<const ScriptOutcome> outcomes) {
    auto scripts = nlohmann::ordered_json::array();
    for (const auto& outcome : outcomes) {
        auto failures = nlohmann::ordered_json::array();
        for (const auto& failure : outcome.failures) {
            failures.push_back({{"line", failure.position.line},
                                {"column", failure.position.column},
                                {"expected", failure.expected},
                                {"seen", failure.seen},
                                {"reply", failure.reply}});
        }
        scripts.push_back({{"file", outcome.file},
                           {"title", outcome.title},
                           {"passed", outcome.passed()},
                           {"messages", outcome.messages},
                           {"us", outcome.spent.count()},
                           {"failures", std::move(failures)}});
    }
    const auto failed = count_failed(outcomes);
    const nlohmann::ordered_json report{
        {"passed", outcomes.size() - failed}, {"failed", failed}, {"scripts", std::move(scripts)}};
    return report.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace parlance::dialogue
