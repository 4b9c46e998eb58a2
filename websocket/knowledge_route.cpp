#include "websocket/knowledge_route.h"

#include "websocket/error_frame.h"
#include "websocket/http_json.h"

namespace parlance::websocket {

HttpResponse search_knowledge(const HttpSite& site, const HttpRequest& request) {
    if (!site.knowledge) return http_error(404, "not_found", "There is nothing at this address.");
    const auto wanted = read_parse_request(request.body);
    if (!wanted) return http_error(400, to_text(wanted.error().code), wanted.error().detail);
    const auto passages = site.knowledge(wanted->text, wanted->language);
    if (passages) return {200, "application/json", to_json_text(*passages), {}};
    const auto frame = error_frame(passages.error(), {});
    const bool is_their_mistake = passages.error().code != ErrorCode::storage_failed;
    return http_error(is_their_mistake ? 400 : 503, to_text(frame.code), frame.message);
}

}  // namespace parlance::websocket
