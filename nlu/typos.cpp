#include "nlu/typos.h"

namespace parlance::nlu {

namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

}  // namespace

std::string with_typos(std::string_view text, double rate, RandomStream& random) {
    std::string result;
    result.reserve(text.size() + 4);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_letter(text[i]) || random.unit() >= rate) {
            result.push_back(text[i]);
            continue;
        }
        switch (random.below(4)) {
            case 0:  // doubled
                result.append(2, text[i]);
                break;
            case 1:  // left out
                break;
            case 2:  // swapped with the next
                if (i + 1 < text.size() && is_letter(text[i + 1])) {
                    result.push_back(text[i + 1]);
                    result.push_back(text[i]);
                    ++i;
                } else {
                    result.push_back(text[i]);
                }
                break;
            default:
                result.push_back(static_cast<char>('a' + random.below(26)));
        }
    }
    return result;
}

}  // namespace parlance::nlu
