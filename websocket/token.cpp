#include "websocket/token.h"

#include <algorithm>
#include <jwt/jwt.hpp>

namespace parlance::websocket {

namespace {

std::int64_t seconds(TimePoint at) {
    return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

TokenRefusal refusal(const std::error_code& error) {
    if (error == jwt::VerificationErrc::InvalidSignature ||
        error == jwt::VerificationErrc::InvalidAlgorithm) {
        return TokenRefusal::bad_signature;
    }
    return TokenRefusal::malformed;
}

constexpr std::int64_t latest_expiry_s = 253'402'300'799;  // the end of the year 9999

// Claims: any JSON object of the library's own kind.
template <typename Claims>
boost::system::result<VerifiedToken, TokenRefusal> read_claims(const Claims& claims, std::int64_t now_s) {
    const auto expiry = claims.find("exp");
    if (expiry == claims.end() || !expiry->is_number_integer()) return TokenRefusal::malformed;
    const auto expiry_s = expiry->template get<std::int64_t>();
    if (expiry_s <= now_s) return TokenRefusal::expired;
    if (const auto begin = claims.find("nbf"); begin != claims.end()) {
        const bool begun = begin->is_number_integer() && begin->template get<std::int64_t>() <= now_s;
        if (!begun) return TokenRefusal::malformed;
    }
    const auto subject = claims.find("sub");
    if (subject == claims.end() || !subject->is_string()) return TokenRefusal::no_customer;
    VerifiedToken verified{CustomerId{subject->template get<std::string>()},
                           TimePoint(std::chrono::seconds(std::min(expiry_s, latest_expiry_s)))};
    if (verified.customer.empty()) return TokenRefusal::no_customer;
    return verified;
}

}  // namespace

std::string_view to_text(TokenRefusal refusal) {
    switch (refusal) {
        case TokenRefusal::malformed: return "malformed";
        case TokenRefusal::bad_signature: return "bad_signature";
        case TokenRefusal::expired: return "expired";
        case TokenRefusal::no_customer: return "no_customer";
    }
    return "malformed";
}

// The library checks form, algorithm and signature. It looks at the expiry before the signature, so it is
// given a leeway of decades: times are checked here, against our clock, once the signature holds.
boost::system::result<VerifiedToken, TokenRefusal> verify_token(const std::string& token,
                                                                const std::string& key, TimePoint now) {
    using namespace jwt::params;
    constexpr std::size_t longest_token = 8192;
    constexpr std::uint32_t decades = 1'000'000'000;
    if (token.empty() || token.size() > longest_token) return TokenRefusal::malformed;
    try {
        std::error_code error;
        const auto decoded =
            jwt::decode(token, algorithms({"HS256"}), error, secret(key), leeway(decades), verify(true));
        if (error) return refusal(error);
        if (decoded.header().algo() != jwt::algorithm::HS256) return TokenRefusal::bad_signature;
        return read_claims(decoded.payload().create_json_obj(), seconds(now));
    } catch (const std::exception&) {
        return TokenRefusal::malformed;  // the library throws on some texts that are no token at all
    }
}

std::string sign_token(const CustomerId& customer, TimePoint expires_at, const std::string& key) {
    using namespace jwt::params;
    jwt::jwt_object token{algorithm("HS256"), secret(key), payload({{"sub", customer.text}})};
    token.add_claim("exp", seconds(expires_at));
    return token.signature();
}

}  // namespace parlance::websocket
