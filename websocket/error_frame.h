#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intents/error.h"

namespace parlance::websocket {

// The protocol's error codes; the spelling is the enumerator's.
enum class ProtocolCode {
    bad_json,
    bad_request,
    unknown_type,
    unauthorized,
    token_expired,
    forbidden,
    not_found,
    too_large,
    rate_limited,
    session_expired,
    busy,
    internal
};

std::string_view to_text(ProtocolCode code);

// What a client is told when something did not work. `message` is for people and never quotes what was sent.
struct ErrorFrame {
    ProtocolCode code = ProtocolCode::internal;
    std::string message;
    std::string re;  // id of the message it answers, if that was known
    bool retryable = false;
    std::optional<double> retry_after_s;
};

// The frame for a turn that failed.
ErrorFrame error_frame(const Error& error, std::string re);

// True for codes whose detail is made of nothing a customer wrote: only those go to the log in full.
bool may_be_logged(ErrorCode code);

}  // namespace parlance::websocket
