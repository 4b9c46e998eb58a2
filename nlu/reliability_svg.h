#pragma once

#include <span>
#include <string>

#include "nlu/score_measures.h"

namespace parlance::nlu {

// What the diagram's axes say.
struct ReliabilityWords {
    std::string across = "confidence; grey: answers in each bin";
    std::string up = "accuracy; red: mean confidence";
};

// A reliability diagram as one <svg> element, 420 by 460 pixels, without scripts or outside resources: it
// stands alone as a file and within HTML.
//
// Each bin that has answers is a bar as high as its accuracy; a line marks its mean confidence on the way to
// the dashed diagonal of a perfect classifier. Below, small bars show how many answers each bin has.
// Method: DeGroot and Fienberg 1983; Guo et al. 2017.
std::string reliability_svg(std::span<const ReliabilityBin> bins, const ReliabilityWords& words = {});

}  // namespace parlance::nlu
