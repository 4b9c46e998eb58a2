#pragma once

#include "intents/program_command.h"

namespace parlance::websocket {

// `parlance user export CUSTOMER` and `parlance user erase CUSTOMER`: a customer's rights over a data folder.
ProgramCommand make_user_command();

}  // namespace parlance::websocket
