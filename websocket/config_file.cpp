#include "websocket/config_file.h"

#include <fstream>
#include <limits>
#include <sstream>

#include "intents/object_reader.h"

namespace parlance::websocket {

namespace {

// One object of the file, whose numbers have ranges.
class Section {
public:
    Section(const JsonNode& node, const std::string& file, Findings& findings)
        : reader_(node, file, findings) {}

    ObjectReader& reader() { return reader_; }

    template <typename Number>
    void number(std::string_view key, std::int64_t least, std::int64_t most, Number& value) {
        if (!reader_.has(key)) return;
        const auto found = reader_.integer_or(key, least);
        if (found < least || found > most) {
            reader_.error("E0901", key,
                          "\"" + std::string(key) + "\" must be between " + std::to_string(least) + " and " +
                              std::to_string(most));
            return;
        }
        value = static_cast<Number>(found);
    }

    void seconds(std::string_view key, std::int64_t least, std::chrono::seconds& value) {
        std::int64_t count = value.count();
        number(key, least, 86'400, count);
        value = std::chrono::seconds(count);
    }

    void days(std::string_view key, std::chrono::days& value) {
        std::int64_t count = value.count();
        number(key, 0, 3650, count);
        value = std::chrono::days(count);
    }

    void fraction(std::string_view key, double& value) {
        const double found = reader_.number_or(key, value);
        if (found >= 0 && found <= 1e6) {
            value = found;
        } else {
            reader_.error("E0901", key, "\"" + std::string(key) + "\" must be between 0 and 1000000");
        }
    }

    void probability(std::string_view key, double& value) {
        const double found = reader_.number_or(key, value);
        if (found > 0 && found < 1) {
            value = found;
        } else {
            reader_.error("E0901", key, "\"" + std::string(key) + "\" must be between 0 and 1");
        }
    }

    void path(std::string_view key, std::filesystem::path& value) {
        value = reader_.text_or(key, value.string());
    }

private:
    ObjectReader reader_;
};

void read_listen(Section section, ListenConfig& listen) {
    listen.address = section.reader().text_or("address", listen.address);
    section.number("port", 0, std::numeric_limits<std::uint16_t>::max(), listen.port);
    section.number("max_connections", 1, 1'000'000, listen.max_connections);
    section.number("max_header_bytes", 1024, 65'536, listen.max_header_bytes);
    if (section.reader().has("allowed_origins")) {
        listen.allowed_origins = section.reader().texts("allowed_origins");
    }
    section.reader().finish();
}

void read_limits(Section section, LimitsConfig& limits) {
    section.number("max_message_bytes", 1024, 1024 * 1024, limits.max_message_bytes);
    section.number("max_events_bytes", 1024, 64 * 1024 * 1024, limits.max_events_bytes);
    section.seconds("handshake_timeout_s", 1, limits.handshake_timeout_s);
    section.seconds("hello_timeout_s", 1, limits.hello_timeout_s);
    section.seconds("idle_timeout_s", 2, limits.idle_timeout_s);
    section.seconds("ping_s", 1, limits.ping_s);
    section.number("outbox_bytes", 16 * 1024, 64 * 1024 * 1024, limits.outbox_bytes);
    section.seconds("session_ttl_s", 0, limits.session_ttl_s);
    section.number("replay_frames", 0, 10'000, limits.replay_frames);
    section.number("replay_bytes", 0, 16 * 1024 * 1024, limits.replay_bytes);
    section.number("history_messages", 0, 1000, limits.history_messages);
    section.fraction("messages_per_s", limits.messages_per_s);
    section.fraction("message_burst", limits.message_burst);
    section.number("max_waiting_turns", 1, 1'000'000, limits.max_waiting_turns);
    section.number("max_waiting_per_conversation", 1, 1000, limits.max_waiting_per_conversation);
    section.number("turn_threads", 0, 256, limits.turn_threads);
    section.seconds("turn_timeout_s", 1, limits.turn_timeout_s);
    section.seconds("drain_s", 0, limits.drain_s);
    section.reader().finish();
}

void read_demo(Section section, DemoConfig& demo) {
    demo.enabled = section.reader().boolean_or("enabled", demo.enabled);
    demo.customer.text = section.reader().text_or("customer", demo.customer.text);
    section.reader().finish();
}

void read_personalization(Section section, PersonalizationConfig& personalization) {
    section.path("churn_model", personalization.models.churn);
    section.path("segment_model", personalization.models.segments);
    section.path("life_event_model", personalization.models.life_events);
    section.path("content_model", personalization.models.content);
    section.path("acceptance_model", personalization.acceptance);
    section.number("explored_percent", 0, 50, personalization.exploration.chance_percent);
    section.number("control_percent", 0, 50, personalization.exploration.control_percent);
    section.number("offer_showings_a_month", 1, 1000, personalization.contacts.showings);
    section.number("offers_a_week", 0, 1000, personalization.contacts.showings_a_week);
    section.days("offer_rests_after_rejection", personalization.contacts.after_rejection);
    section.days("offer_rests_after_acceptance", personalization.contacts.after_acceptance);
    section.days("offer_rests_after_later", personalization.contacts.after_later);
    section.probability("churn_alert_raise_at", personalization.alerts.raise_at);
    section.probability("churn_alert_clear_below", personalization.alerts.clear_below);
    if (personalization.alerts.clear_below > personalization.alerts.raise_at) {
        section.reader().error("E0901", "churn_alert_clear_below",
                               "\"churn_alert_clear_below\" must not be above \"churn_alert_raise_at\"");
    }
    section.reader().finish();
}

void read_outreach(Section section, OutreachConfig& outreach) {
    outreach.enabled = section.reader().boolean_or("enabled", outreach.enabled);
    auto& quiet = outreach.limits.quiet;
    section.number("quiet_from", 0, 23, quiet.from);
    section.number("quiet_until", 0, 23, quiet.until);
    std::int64_t offset = quiet.utc_offset.count();
    section.number("utc_offset_minutes", -14 * 60, 14 * 60, offset);
    quiet.utc_offset = std::chrono::minutes(offset);
    section.number("a_week", 0, 100, outreach.limits.a_week);
    section.number("a_month", 0, 100, outreach.limits.a_month);
    section.reader().finish();
}

void read_root(const JsonNode& root, const std::string& name, ServerConfig& config, Findings& findings) {
    Section section(root, name, findings);
    auto& reader = section.reader();
    section.path("pack", config.pack);
    config.analysis = reader.boolean_or("analysis", config.analysis);
    config.log_level = reader.text_or("log_level", config.log_level);
    if (const auto* node = reader.object("listen")) read_listen({*node, name, findings}, config.listen);
    if (const auto* node = reader.object("limits")) read_limits({*node, name, findings}, config.limits);
    if (const auto* node = reader.object("demo")) read_demo({*node, name, findings}, config.demo);
    if (const auto* node = reader.object("store")) {
        Section store(*node, name, findings);
        store.path("data_dir", config.store.data_dir);
        store.reader().finish();
    }
    if (const auto* node = reader.object("nlu")) {
        Section nlu(*node, name, findings);
        nlu.path("model", config.nlu.model);
        nlu.reader().finish();
    }
    if (const auto* node = reader.object("personalization"))
        read_personalization({*node, name, findings}, config.personalization);
    if (const auto* node = reader.object("outreach")) read_outreach({*node, name, findings}, config.outreach);
    if (const auto* node = reader.object("auth")) {
        Section auth(*node, name, findings);
        auth.path("hs256_secret_file", config.auth.hs256_secret_file);
        auth.path("events_token_file", config.auth.events_token_file);
        auth.reader().finish();
    }
    reader.finish();
}

}  // namespace

void read_config_file(const std::filesystem::path& file, ServerConfig& config, Findings& findings) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (!in || !(content << in.rdbuf())) {
        findings.error("E0001", file.string(), {}, "the configuration file cannot be read");
        return;
    }
    const auto parsed = parse_json(content.str());
    if (const auto* error = std::get_if<JsonSyntaxError>(&parsed)) {
        findings.error("E0003", file.string(), error->position, error->message);
        return;
    }
    read_root(std::get<JsonNode>(parsed), file.string(), config, findings);
}

}  // namespace parlance::websocket
