#include "intents/error.h"

namespace parlance {

std::string_view to_text(ErrorCode code) {
    switch (code) {
        case ErrorCode::bad_text: return "bad_text";
        case ErrorCode::empty_text: return "empty_text";
        case ErrorCode::bad_json: return "bad_json";
        case ErrorCode::bad_request: return "bad_request";
        case ErrorCode::bad_model: return "bad_model";
        case ErrorCode::bad_training: return "bad_training";
        case ErrorCode::bad_pack: return "bad_pack";
        case ErrorCode::unknown_flow: return "unknown_flow";
        case ErrorCode::flow_loop: return "flow_loop";
        case ErrorCode::unknown_fact: return "unknown_fact";
        case ErrorCode::source_failed: return "source_failed";
        case ErrorCode::refused: return "refused";
        case ErrorCode::unknown_customer: return "unknown_customer";
        case ErrorCode::unknown_response: return "unknown_response";
        case ErrorCode::bad_template: return "bad_template";
        case ErrorCode::ungrounded: return "ungrounded";
        case ErrorCode::version_conflict: return "version_conflict";
        case ErrorCode::storage_failed: return "storage_failed";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::busy: return "busy";
        case ErrorCode::io_failed: return "io_failed";
    }
    return "unknown";
}

std::ostream& operator<<(std::ostream& out, const Error& error) {
    return out << to_text(error.code) << ": " << error.detail;
}

}  // namespace parlance
