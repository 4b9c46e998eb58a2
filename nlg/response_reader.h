#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "intents/pack.h"
#include "intents/pack_source.h"
#include "nlg/grounding_check.h"
#include "nlg/responses.h"

namespace parlance::nlg {

// A response in one language and where it was written.
struct ReadResponse {
    ResponseName name;
    Response response;
    std::set<std::string> placeholders;  // as Responses::placeholders_of names them
    std::string file;
    SourcePosition position;
};

// Reads responses/<language>.json; findings as load_responses lists them.
class ResponseReader {
public:
    // Borrows the pack and the findings.
    ResponseReader(const Pack& pack, Findings& findings);

    std::vector<ReadResponse> read(const PackFile& file, const Locale& locale);

private:
    // A template and the file and place that it stands in.
    struct Template {
        std::string text;
        const std::string& file;
        SourcePosition position;
    };

    std::optional<ReadResponse> read_response(const JsonMember& member, const std::string& file,
                                              const Locale& locale);
    Response read_object(const JsonNode& node, const std::string& file);
    std::vector<std::string> read_variants(const JsonNode& node, const std::string& file);
    std::vector<SuggestedAction> read_actions(const JsonNode& list, const std::string& file);
    std::set<std::string> check_template(const Template& checked, const Locale& locale);
    void check_payload(const std::string& payload, const std::string& file, SourcePosition position);

    const Pack& pack_;
    Findings& findings_;
    GroundingCheck grounding_;
};

}  // namespace parlance::nlg
