#pragma once

#include <string>

#include "personalization/ingest/event_ingest.h"
#include "websocket/http_routes.h"

namespace parlance::websocket {

// POST /v1/events: behaviour events of the bank's systems, as CloudEvents in JSON, one or a list. 202 once
// every event is on disk, counted or kept as a dead letter, with what became of them; sending the same again
// is harmless. Without a token in the configuration it is for this machine only, with one for whoever bears
// it. May block on the store. Never throws.
HttpResponse take_events(const HttpSite& site, const HttpRequest& request);

}  // namespace parlance::websocket
