#include "dialogue/storage/demo_bank_visit.h"

#include <cmath>

namespace parlance::dialogue::demo_bank {

void FactList::add(std::string name, SlotValue value) {
    facts_.push_back({FactName{std::move(name)}, std::move(value), source_, as_of_});
}

void FactList::add(std::string_view list, std::size_t number, std::string_view name, SlotValue value) {
    add(std::string(list) + "." + std::to_string(number) + "." + std::string(name), std::move(value));
}

Error refused(std::string reason) {
    return {ErrorCode::refused, std::move(reason)};
}

Error missing_slot(std::string_view slot) {
    return {ErrorCode::bad_request, "slot \"" + std::string(slot) + "\" is missing or of the wrong kind"};
}

Error nothing_found(std::string_view what) {
    return {ErrorCode::not_found, "the customer has no such " + std::string(what)};
}

double percent_of(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return 0;
    return std::round(static_cast<double>(part) * 1000.0 / static_cast<double>(whole)) / 10.0;
}

}  // namespace parlance::dialogue::demo_bank
