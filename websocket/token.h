#pragma once

#include <string>
#include <string_view>

#include "intents/clock.h"
#include "intents/name.h"
#include "intents/result.h"

namespace parlance::websocket {

// Why a customer's token is not taken; `expired` keeps the session, the others end the connection.
enum class TokenRefusal { malformed, bad_signature, expired, no_customer };

std::string_view to_text(TokenRefusal refusal);

struct VerifiedToken {
    CustomerId customer;   // the claim "sub"
    TimePoint expires_at;  // the claim "exp"
};

// Checks a JSON Web Token signed with HS256; a token that names any other algorithm is refused, "none"
// included. The claims "exp" and "sub" are required. Never throws; safe to call from several threads.
boost::system::result<VerifiedToken, TokenRefusal> verify_token(const std::string& token,
                                                                const std::string& secret, TimePoint now);

// Signs a token for tests and for trying a server out; `expires_at` becomes "exp".
std::string sign_token(const CustomerId& customer, TimePoint expires_at, const std::string& secret);

}  // namespace parlance::websocket
