#include "websocket/error_frame.h"

namespace parlance::websocket {

std::string_view to_text(ProtocolCode code) {
    switch (code) {
        case ProtocolCode::bad_json: return "bad_json";
        case ProtocolCode::bad_request: return "bad_request";
        case ProtocolCode::unknown_type: return "unknown_type";
        case ProtocolCode::unauthorized: return "unauthorized";
        case ProtocolCode::token_expired: return "token_expired";
        case ProtocolCode::forbidden: return "forbidden";
        case ProtocolCode::not_found: return "not_found";
        case ProtocolCode::too_large: return "too_large";
        case ProtocolCode::rate_limited: return "rate_limited";
        case ProtocolCode::session_expired: return "session_expired";
        case ProtocolCode::busy: return "busy";
        case ProtocolCode::internal: return "internal";
    }
    return "internal";
}

ErrorFrame error_frame(const Error& error, std::string re) {
    const auto frame = [&](ProtocolCode code, std::string message, bool retryable = false) {
        return ErrorFrame{code, std::move(message), std::move(re), retryable, {}};
    };
    switch (error.code) {
        case ErrorCode::bad_text: return frame(ProtocolCode::bad_request, "The text cannot be read.");
        case ErrorCode::empty_text: return frame(ProtocolCode::bad_request, "The text is empty.");
        case ErrorCode::bad_json: return frame(ProtocolCode::bad_json, "This is not JSON.");
        case ErrorCode::bad_request:
            return frame(ProtocolCode::bad_request, "The message cannot be understood.");
        case ErrorCode::not_found: return frame(ProtocolCode::not_found, "There is no such conversation.");
        case ErrorCode::unknown_customer:
            return frame(ProtocolCode::forbidden, "This customer is not known.");
        case ErrorCode::busy:
            return frame(ProtocolCode::busy, "Too much is going on. Please try again.", true);
        case ErrorCode::version_conflict:
        case ErrorCode::storage_failed:
        case ErrorCode::source_failed:
            return frame(ProtocolCode::internal, "The message could not be stored. Please send it again.",
                         true);
        case ErrorCode::bad_model:
        case ErrorCode::bad_training:
        case ErrorCode::bad_pack:
        case ErrorCode::unknown_flow:
        case ErrorCode::flow_loop:
        case ErrorCode::unknown_fact:
        case ErrorCode::refused:
        case ErrorCode::unknown_response:
        case ErrorCode::bad_template:
        case ErrorCode::ungrounded:
        case ErrorCode::io_failed: return frame(ProtocolCode::internal, "Something went wrong here.");
    }
    return frame(ProtocolCode::internal, "Something went wrong here.");
}

bool may_be_logged(ErrorCode code) {
    switch (code) {
        case ErrorCode::bad_model:
        case ErrorCode::bad_pack:
        case ErrorCode::unknown_flow:
        case ErrorCode::flow_loop:
        case ErrorCode::unknown_fact:
        case ErrorCode::unknown_response:
        case ErrorCode::storage_failed:
        case ErrorCode::io_failed: return true;
        case ErrorCode::bad_text:
        case ErrorCode::empty_text:
        case ErrorCode::bad_json:
        case ErrorCode::bad_request:
        case ErrorCode::bad_training:
        case ErrorCode::source_failed:
        case ErrorCode::refused:
        case ErrorCode::unknown_customer:
        case ErrorCode::bad_template:
        case ErrorCode::ungrounded:
        case ErrorCode::version_conflict:
        case ErrorCode::not_found:
        case ErrorCode::busy: return false;
    }
    return false;
}

}  // namespace parlance::websocket
