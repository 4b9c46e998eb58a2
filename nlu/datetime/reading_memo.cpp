#include "nlu/datetime/reading_memo.h"

namespace parlance::nlu {

std::shared_ptr<ReadingMemo> make_reading_memo() {
    return std::make_shared<ReadingMemo>();
}

}  // namespace parlance::nlu
