#pragma once

#include <set>
#include <string>

#include "websocket/server_context.h"

namespace parlance::websocket {

// A customer did something, or comes in: notes what there is to tell him unasked; true when that is something
// new. Nothing without an outreach desk. May block on the stores: called on worker threads.
bool notice_outreach(const ServerParts& parts, Metrics& metrics, const CustomerId& customer);

// Says what there is to say in this session, as a turn of its conversation, and sends it. Used by the io
// thread.
void offer_outreach(ServerContext& server, const std::string& session);

// The same in a connected session of each customer who has one.
void offer_outreach(ServerContext& server, const std::set<CustomerId>& customers);

// Offers what has become due since `last` to those who are connected, and moves `last`. Used by the io
// thread.
void offer_due_outreach(ServerContext& server, TimePoint& last);

}  // namespace parlance::websocket
