#pragma once

#include <vector>

#include "personalization/catalogue.h"

namespace parlance::personalization {

// An offer and where it was written.
struct ReadOffer {
    Offer offer;
    std::string file;
    SourcePosition position;
};

// Reads one file of offers/. Offers whose eligibility cannot be read are left out: nobody is eligible for
// what cannot be checked. Findings: E0401 to E0408 as in docs/personalization.md.
std::vector<ReadOffer> read_offers(const PackFile& file, const Pack& pack, Findings& findings);

}  // namespace parlance::personalization
