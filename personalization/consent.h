#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace parlance::personalization {

// What somebody wants a customer's behaviour for. Whoever reads it has to say.
enum class Purpose {
    service,           // what the customer asked for himself, such as his export; needs no consent
    analytics,         // counts over many customers
    profiling,         // judging this one customer
    marketing,         // choosing offers for him
    special_category,  // inferences on health, family or marriage (GDPR Article 9)
};

std::string_view to_text(Purpose purpose);
// The inverse; nothing for a word that is no purpose.
std::optional<Purpose> purpose(std::string_view text);

// What a customer agrees to. Without a word of his, legitimate interest covers the first three until he
// objects (GDPR Article 21); a special category needs his explicit consent.
class Consent {
public:
    bool allows(Purpose purpose) const { return allowed_[static_cast<std::size_t>(purpose)]; }
    // Saying so about `service` changes nothing.
    void set(Purpose purpose, bool allowed);

    bool operator==(const Consent&) const = default;

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.allowed_);
    }

private:
    std::array<bool, 5> allowed_{true, true, true, true, false};  // by Purpose
};

}  // namespace parlance::personalization
