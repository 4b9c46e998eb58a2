#include "personalization/simulation/simulate_command.h"

#include <chrono>
#include <fstream>
#include <optional>
#include <ostream>

#include "intents/calendar_date.h"
#include "personalization/cloud_event.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/simulation/customer_stream.h"
#include "personalization/simulation/simulate_report.h"
#include "personalization/simulation/simulated_labels.h"

namespace parlance::personalization {
namespace {

constexpr std::uint32_t customers_between_progress = 500;

std::optional<SimulationOptions> read_options(const CommandArguments& arguments,
                                              const CommandStreams& streams, ExitCode& exit) {
    SimulationOptions options;
    const auto customers = number_from(arguments, {"customers", 1000, 1, 9'999'999}, streams, exit);
    const auto days = number_from(arguments, {"days", 365, 1, 3650}, streams, exit);
    const auto seed = number_from(arguments, {"seed", 42, 0, 4'294'967'295}, streams, exit);
    if (!customers || !days || !seed) return std::nullopt;
    options.customers = static_cast<std::uint32_t>(*customers);
    options.days = static_cast<int>(*days);
    options.seed = static_cast<std::uint64_t>(*seed);
    if (!arguments.has("start")) return options;
    const auto start = parse_date(arguments.get("start"));
    if (!start) {
        streams.notes << "--start needs a date such as 2025-01-01, not \"" << arguments.get("start")
                      << "\"\n";
        exit = ExitCode::usage;
        return std::nullopt;
    }
    options.start = start->day;
    return options;
}

// An output file, or none when the option was not given; nothing, and told, when it cannot be written.
std::optional<std::ofstream> open_output(const CommandArguments& arguments, const std::string& option,
                                         const CommandStreams& streams) {
    std::ofstream file;
    if (!arguments.has(option)) return file;
    file.open(arguments.get(option), std::ios::binary);
    if (file) return file;
    streams.notes << arguments.get(option) << ": cannot be written\n";
    return std::nullopt;
}

void count(const SimulatedCustomer& customer, std::size_t events, SimulateReport& report) {
    ++report.customers;
    report.events += events;
    if (customer.leaves_on) ++report.left;
    if (customer.life_event) ++report.life_events[std::string(to_text(customer.life_event->event))];
}

// Writes customer after customer, so that memory holds one of them at a time.
SimulateReport simulate(const SimulationOptions& options, std::ostream& events, std::ostream& labels,
                        const LearningProgress& progress) {
    SimulateReport report;
    labels << labels_header();
    for (std::uint32_t index = 0; index < options.customers; ++index) {
        auto random = SeededRandom::of_part(options.seed, index);
        const SimulatedCustomer customer = draw_customer(options, index, random);
        const auto lived = CustomerStream(customer, options, random).live();
        for (const BehaviorEvent& event : lived) events << to_cloud_event(event) << "\n";
        labels << labels_line(customer, options);
        count(customer, lived.size(), report);
        if (progress && index % customers_between_progress == 0)
            progress("customer " + std::to_string(index + 1), static_cast<double>(index) / options.customers);
    }
    return report;
}

ExitCode run_simulate(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto options = read_options(arguments, streams, exit);
    if (!options) return exit;
    const bool to_file = arguments.has("output");
    if (arguments.has("json") && !to_file) {
        streams.notes << "with --json the events need a file: -o FILE.ndjson\n";
        return ExitCode::usage;
    }
    auto events = open_output(arguments, "output", streams);
    auto labels = open_output(arguments, "labels", streams);
    if (!events || !labels) return ExitCode::io;
    std::ostream& out = to_file ? *events : streams.out;
    const auto begin = std::chrono::steady_clock::now();
    auto report = simulate(*options, out, *labels, progress_on(streams));
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    out.flush();
    labels->flush();
    if (!out || (arguments.has("labels") && !*labels)) {
        streams.notes << "not everything could be written: is the disk full?\n";
        return ExitCode::io;
    }
    (to_file ? streams.out : streams.notes)
        << (arguments.has("json") ? to_json_text(report) : describe(report));
    return ExitCode::ok;
}

}  // namespace

ProgramCommand simulate_command() {
    using Kind = CommandOption::Kind;
    return {"simulate",
            "Make up a bank's behaviour events, for demos, load and tests of signals",
            {{"--customers", "how many", Kind::integer, false, "1000"},
             {"--days", "how long", Kind::integer, false, "365"},
             {"--seed", "equal seeds give equal events", Kind::integer, false, "42"},
             {"--start", "the first day", Kind::text, false, "2025-01-01"},
             {"-o,--output", "the file of events (default: standard output)", Kind::text, false, ""},
             {"--labels", "a file (CSV) of what really happens to each customer", Kind::text, false, ""}},
            run_simulate};
}

}  // namespace parlance::personalization
