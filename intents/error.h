#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace parlance {

// What went wrong, for code to decide on. The protocol's error codes are mapped from these in
// websocket/error_frame.cpp; a new value needs a line there and in `to_text`.
enum class ErrorCode {
    bad_text,       // not valid UTF-8, or over the size limit
    empty_text,     // nothing left after normalisation
    bad_json,       // not JSON at all
    bad_request,    // JSON, but not what was asked for
    bad_model,      // a model file that is missing, damaged or of another version
    bad_training,   // training lines that cannot be learned from
    bad_pack,       // a content pack with errors
    unknown_flow,   // a command names a flow the pack lacks
    flow_loop,      // a flow that never comes to rest
    unknown_fact,   // no source knows this fact
    source_failed,  // a fact source or action executor did not answer
    refused,        // the host refused an action (for example: not enough money)
    unknown_customer,
    unknown_response,  // a response name the pack lacks
    bad_template,      // a response that cannot be formatted
    ungrounded,        // a reply states something without a source
    version_conflict,  // someone else appended to the tracker first
    storage_failed,    // the store did not take or give the bytes
    not_found,         // a conversation, file or record that does not exist
    busy,              // too many turns are waiting
    io_failed,         // a file that cannot be read or written
};

// The enumerator's spelling, for logs and JSON.
std::string_view to_text(ErrorCode code);

// An expected failure. `detail` names the offending input and the fix; it is for the log and the
// author, never for the customer.
struct Error {
    ErrorCode code;
    std::string detail;
    bool operator==(const Error&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Error& error);

}  // namespace parlance
