#pragma once

#include "websocket/metrics.h"
#include "websocket/server.h"

namespace parlance::websocket {

// A customer did something: judges his churn risk anew, counts and logs what that changes. The log says
// neither who nor why; GET /v1/churn/alerts does. Nothing without a churn model. May block on the store:
// called on worker threads.
void notice_churn(const ServerParts& parts, Metrics& metrics, const CustomerId& customer);

}  // namespace parlance::websocket
