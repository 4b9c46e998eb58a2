#include <nlohmann/json.hpp>

#include "dialogue/findings_report.h"

namespace parlance::dialogue {

std::string to_json(const Findings& findings, std::size_t files) {
    auto problems = nlohmann::ordered_json::array();
    for (const auto& finding : findings.sorted()) {
        problems.push_back({{"severity", finding.severity == Severity::error ? "error" : "warning"},
                            {"code", finding.code},
                            {"file", finding.file},
                            {"line", finding.position.line},
                            {"column", finding.position.column},
                            {"message", finding.message},
                            {"fix", finding.fix}});
    }
    const nlohmann::ordered_json report{{"errors", findings.count(Severity::error)},
                                        {"warnings", findings.count(Severity::warning)},
                                        {"files", files},
                                        {"problems", std::move(problems)}};
    return report.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace parlance::dialogue
