#include "personalization/acceptance/offer_answers.h"

#include <iterator>

namespace parlance::personalization {

std::vector<OfferOutcome> OfferAnswers::note(const AuditRecord& record) {
    std::vector<OfferOutcome> settled;
    if (record.at > newest_) {
        newest_ = record.at;
        for (auto each = waiting_.begin(); each != waiting_.end();) {
            const bool is_over = each->second.at + patience < newest_;
            if (is_over) settled.push_back({std::move(each->second), false});
            each = is_over ? waiting_.erase(each) : std::next(each);
        }
    }
    const std::string key = record.conversation.text + '\0' + record.offer.text;
    if (record.act == AuditAct::shown) {
        if (record.basis) waiting_.insert_or_assign(key, record);
        return settled;
    }
    const auto shown = waiting_.find(key);
    if (shown == waiting_.end() || record.act == AuditAct::later) return settled;
    settled.push_back({std::move(shown->second), record.act == AuditAct::accepted});
    waiting_.erase(shown);
    return settled;
}

}  // namespace parlance::personalization
