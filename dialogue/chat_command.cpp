#include "dialogue/chat_command.h"

#include <charconv>
#include <ostream>

#include "dialogue/chat_reply.h"
#include "dialogue/command_inputs.h"
#include "dialogue/line_reader.h"
#include "dialogue/storage/demo_bank.h"
#include "dialogue/storage/memory_tracker_store.h"
#include "intents/shipped_folder.h"
#include "personalization/storage/memory_event_store.h"

namespace parlance::dialogue {
namespace {

constexpr std::chrono::seconds patience{30};

// One person's conversation with a pack, in memory.
class Chat {
public:
    Chat(AssistantRead read, std::unique_ptr<DemoBank> bank, CustomerId customer, Locale locale)
        : read_(std::move(read)),
          bank_(std::move(bank)),
          customer_(std::move(customer)),
          locale_(std::move(locale)) {}

    Result<void> begin() { return bank_->seed_behavior(customer_, behavior_); }

    void reset() {
        ++conversation_;
        last_.reset();
    }

    Result<TurnTaken> say(const std::string& line) {
        auto taken = engine_.take_turn({{"chat " + std::to_string(conversation_)},
                                        customer_,
                                        chosen(line),
                                        locale_,
                                        "message-" + std::to_string(++messages_),
                                        std::chrono::steady_clock::now() + patience});
        if (taken.has_value()) last_ = *taken;
        return taken;
    }

    // The last turn, if there was one.
    const std::optional<TurnTaken>& last() const { return last_; }

private:
    // "2" stands for the second of the actions under the last reply.
    std::string chosen(const std::string& line) const {
        std::size_t number = 0;
        const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), number);
        const bool is_number = failure == std::errc{} && end == line.data() + line.size();
        if (!last_ || !is_number || number == 0 || number > last_->turn.reply.actions.size()) return line;
        const auto& action = last_->turn.reply.actions[number - 1];
        return action.payload.empty() ? action.title : action.payload;
    }

    AssistantRead read_;
    std::unique_ptr<DemoBank> bank_;
    CustomerId customer_;
    Locale locale_;
    MemoryTrackerStore trackers_;
    personalization::MemoryEventStore behavior_;
    TurnEngine engine_{read_.assistant, {*bank_, *bank_, trackers_, behavior_, system_clock()}};
    std::optional<TurnTaken> last_;
    int conversation_ = 1;
    int messages_ = 0;
};

// Carries out "/state" and its like; false for a line that is a message.
bool obey(const std::string& line, Chat& chat, const CommandStreams& streams) {
    if (line != "/state" && line != "/why" && line != "/reset" && line != "/help") return false;
    if (line == "/help") {
        streams.notes << "  /state  the open flow and its slots\n  /why    what the last reply rests on\n"
                         "  /reset  begin anew\n  /quit   end\n  a number takes the action of that number\n";
    } else if (line == "/reset") {
        chat.reset();
        streams.notes << "  a new conversation\n";
    } else if (!chat.last()) {
        streams.notes << "  nothing has been said yet\n";
    } else if (line == "/state") {
        write_state(chat.last()->state, streams.notes);
    } else {
        write_why(*chat.last(), streams.notes);
    }
    return true;
}

ExitCode converse(const CommandArguments& arguments, Chat& chat, const CommandStreams& streams) {
    const auto lines = make_line_reader(streams.in);
    while (const auto line = lines->next("you> ")) {
        if (*line == "/quit") break;
        if (obey(*line, chat, streams)) continue;
        const auto taken = chat.say(*line);
        if (taken.has_error()) {
            // An empty line and the like; a store in memory does not fail.
            streams.notes << "  (" << taken.error().detail << ")\n";
            continue;
        }
        if (arguments.has("json"))
            streams.out << to_json(*taken) << "\n" << std::flush;
        else
            write_reply(*taken, streams.out);
        if (arguments.has("debug")) write_debug(*taken, streams.notes);
        streams.out << std::flush;
    }
    return ExitCode::ok;
}

ExitCode run_chat(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    auto read = read_assistant(arguments, streams, exit);
    if (!read) return exit;
    const auto locale = read->assistant->pack.language(arguments.get("lang"));
    if (!locale) {
        streams.notes << locale.error().detail << "\n";
        return ExitCode::usage;
    }
    auto bank = DemoBank::open(":memory:", *read->source, system_clock()());
    if (bank.has_error()) {
        streams.notes << bank.error().detail << "\n";
        return ExitCode::io;
    }
    const CustomerId customer{arguments.get("customer", "C001")};
    if (!(*bank)->has_customer(customer)) {
        streams.notes << "the demo bank has no customer \"" << customer.text << "\"; C001 is one\n";
        return ExitCode::usage;
    }
    Chat chat(std::move(*read), std::move(*bank), customer, *locale);
    if (const auto begun = chat.begin(); begun.has_error()) {
        streams.notes << begun.error().detail << "\n";
        return ExitCode::io;
    }
    return converse(arguments, chat, streams);
}

}  // namespace

ProgramCommand make_chat_command() {
    using Kind = CommandOption::Kind;
    return {
        "chat",
        "Talk to a pack as a customer of its demo bank",
        {{"pack", "the pack's folder", Kind::positional, false, default_pack()},
         {"--customer", "who talks", Kind::text, false, "C001"},
         {"--lang", "the language (default the pack's first)", Kind::text, false, ""},
         {"--model", "the model file (default var/<pack name>.model, or keywords)", Kind::text, false, ""},
         {"--debug", "also show what was understood and decided", Kind::flag, false, ""}},
        run_chat};
}

}  // namespace parlance::dialogue
