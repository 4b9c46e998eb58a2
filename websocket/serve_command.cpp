#include "websocket/serve_command.h"

#include <ostream>

#include "dialogue/command_inputs.h"
#include "websocket/assistant_host.h"
#include "websocket/serve_report.h"
#include "websocket/server.h"

namespace parlance::websocket {

namespace {

std::string url_host(const std::string& address) {
    if (address == "0.0.0.0" || address == "::") return "localhost";
    return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

ServeReport report_on(const ServerConfig& config, const AssistantHost& host, std::uint16_t port) {
    const std::string place = url_host(config.listen.address) + ":" + std::to_string(port);
    const auto& pack = host.assistant->pack;
    return {"http://" + place + "/",
            "ws://" + place + "/v1/chat",
            "<script src=\"http://" + place + "/widget.js\" async></script>",
            pack.name,
            host.model,
            pack.intents.size(),
            host.bank->customers().size(),
            config.demo.enabled};
}

ExitCode run_serve(const CommandArguments& arguments, const CommandStreams& streams) {
    Findings findings;
    const auto config = read_config(arguments, process_environment(), findings);
    dialogue::print(findings, {}, streams.notes);
    if (findings.has_errors()) return ExitCode::usage;
    ExitCode exit = ExitCode::ok;
    const auto host = open_assistant_host(config, streams, exit);
    if (!host) return exit;
    const Log log(log_level(config.log_level));
    if (config.demo.enabled && !host->bank->has_customer(config.demo.customer)) {
        streams.notes << "the demo bank has no customer \"" << config.demo.customer << "\"\n";
        return ExitCode::usage;
    }
    Server server(host->parts(log), {config.listen, config.limits, config.demo, config.auth.hs256_secret,
                                     config.analysis, config.auth.events_token});
    const auto port = server.listen();
    if (!port) {
        streams.notes << port.error().detail << "\n";
        return ExitCode::io;
    }
    server.drain_on_signals();
    const auto report = report_on(config, *host, *port);
    streams.out << (arguments.has("json") ? to_json(report) : describe(report)) << std::endl;
    log.write({LogLevel::info, "listening", {}, {}, {}, {{"url", report.url}}});
    server.run();
    return ExitCode::ok;
}

}  // namespace

// No option has a default here: one that was not given must leave the environment's and the file's value
// alone.
ProgramCommand make_serve_command() {
    using Kind = CommandOption::Kind;
    return {"serve",
            "Serve a pack over WebSocket, with a chat page and a demo bank",
            {{"pack", "the pack's folder (default intents/packs/banking)", Kind::positional, false, {}},
             {"-p,--port", "port to listen on; 0 for any free one (default 8080)", Kind::integer, false, {}},
             {"--address", "address to listen on (default 127.0.0.1)", Kind::text, false, {}},
             {"--model", "intent model (default: the pack's, trained when missing)", Kind::text, false, {}},
             {"--data-dir", "folder for conversations and models (default var)", Kind::text, false, {}},
             {"-c,--config",
              "configuration file (default parlance.json, if there is one)",
              Kind::text,
              false,
              {}},
             {"--no-demo", "customers need tokens; there is no chat page", Kind::flag, false, {}},
             {"--demo-customer", "who anonymous visitors are (default C001)", Kind::text, false, {}},
             {"--analysis", "send analysis frames to clients", Kind::flag, false, {}}},
            run_serve};
}

}  // namespace parlance::websocket
