#include "personalization/customer_state.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "personalization/state/state_bytes.h"

namespace parlance::personalization {
namespace {

constexpr std::uint32_t state_version = 1;

// A property in major units or as it stands; nothing when it is absent or no amount.
std::optional<double> number_in(const BehaviorEvent& event, const char* property) {
    const auto found = event.properties.find(property);
    if (found == event.properties.end()) return std::nullopt;
    if (const auto* money = std::get_if<Money>(&found->second)) return in_major_units(*money);
    if (const auto* whole = std::get_if<std::int64_t>(&found->second)) return static_cast<double>(*whole);
    const auto* number = std::get_if<double>(&found->second);
    return number != nullptr && std::isfinite(*number) ? std::optional(*number) : std::nullopt;
}

std::string_view text_in(const BehaviorEvent& event, const char* property) {
    const auto found = event.properties.find(property);
    if (found == event.properties.end()) return {};
    const auto* text = std::get_if<std::string>(&found->second);
    return text == nullptr ? std::string_view{} : std::string_view(*text);
}

// Who pays a salary, as the bank's feed calls it.
std::string_view payer_of(const BehaviorEvent& event) {
    const auto payer = text_in(event, "payer");
    return payer.empty() ? text_in(event, "merchant") : payer;
}

}  // namespace

void CustomerState::count(BehaviorTrend trend, TimePoint at, double amount) {
    trends_[static_cast<std::size_t>(trend)].add(amount, at);
}

void CustomerState::apply_own_act(const BehaviorEvent& event) {
    count(BehaviorTrend::own_acts, event.at);
    if (visits_.add(event.at)) count(BehaviorTrend::visits, event.at);
    streak_.add(event.at);
    hours_.add(event.at);
    if (!event.platform.empty()) channels_.add(event.platform, event.at);
    if (!event.feature.empty()) breadth_.add(event.feature);
}

void CustomerState::apply_payment(const BehaviorEvent& event) {
    count(BehaviorTrend::payments, event.at);
    categories_.add(event.feature, event.at);
    const auto stated = number_in(event, "amount");
    if (!stated) return;
    const double amount = std::abs(*stated);
    const bool is_salary = event.feature == "salary";
    if (is_salary) salary_.add(amount, payer_of(event), event.at);
    if (is_salary || event.action == "in") {
        count(BehaviorTrend::amount_in, event.at, amount);
    } else {
        count(BehaviorTrend::amount_out, event.at, amount);
        payments_.add(amount);
    }
}

void CustomerState::apply(const BehaviorEvent& event) {
    first_ = events_ == 0 ? event.at : std::min(first_, event.at);
    newest_ = events_ == 0 ? event.at : std::max(newest_, event.at);
    ++events_;
    if (is_own_act(event.kind)) apply_own_act(event);
    if (const auto balance = number_in(event, "balance")) balance_.add(*balance, event.at);
    switch (event.kind) {
        case BehaviorKind::login:
            count(event.action == "failed" ? BehaviorTrend::failed_logins : BehaviorTrend::logins, event.at);
            break;
        case BehaviorKind::page_view: count(BehaviorTrend::page_views, event.at); break;
        case BehaviorKind::transaction: apply_payment(event); break;
        case BehaviorKind::chat_turn:
            count(BehaviorTrend::chat_turns, event.at);
            intents_.add(event.feature, event.at);
            break;
        case BehaviorKind::article_read: count(BehaviorTrend::articles_read, event.at); break;
        case BehaviorKind::offer_shown: count(BehaviorTrend::offers_shown, event.at); break;
        case BehaviorKind::offer_answered:
            if (event.action == "accepted") count(BehaviorTrend::offers_accepted, event.at);
            if (event.action == "rejected") count(BehaviorTrend::offers_rejected, event.at);
            break;
        case BehaviorKind::complaint: count(BehaviorTrend::complaints, event.at); break;
        case BehaviorKind::life_signal: break;
    }
}

std::string CustomerState::serialise() const {
    StateWriter writer;
    writer(state_version, *this);
    return writer.take();
}

Result<CustomerState> CustomerState::restore(std::string_view bytes) {
    StateReader reader(bytes);
    std::uint32_t version = 0;
    reader(version);
    if (version != state_version) {
        return Error{ErrorCode::storage_failed, "a customer's state has version " + std::to_string(version) +
                                                    "; this program reads version " +
                                                    std::to_string(state_version)};
    }
    CustomerState state;
    reader(state);
    if (!reader.at_end()) return Error{ErrorCode::storage_failed, "a customer's state is damaged"};
    return state;
}

}  // namespace parlance::personalization
