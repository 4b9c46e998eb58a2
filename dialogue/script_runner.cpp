#include "dialogue/script_runner.h"

#include <algorithm>
#include <utility>

#include "dialogue/script_expectation.h"

namespace parlance::dialogue {
namespace {

constexpr std::chrono::seconds between_messages{1};

// Plays one script and collects what did not hold.
class Performance {
public:
    Performance(const Script& script, const ScriptWorld& world, const ScriptTransport& transport)
        : script_(script), world_(world), transport_(transport) {
        outcome_.file = script.file;
        outcome_.title = script.title;
    }

    ScriptOutcome play() {
        const auto begin = std::chrono::steady_clock::now();
        play_all();
        outcome_.spent =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
        return std::move(outcome_);
    }

private:
    void play_all() {
        auto setting = ScriptSetting::build(script_, world_);
        if (setting.has_error())
            return fail(script_.turns.front().position, "a setting", to_text(setting.error()));
        setting_ = std::move(*setting);
        if (!connect(script_.turns.front())) return;
        for (const auto& turn : script_.turns) {
            if (!play(turn)) return;
        }
        play_ = nullptr;
        check_stored();
    }

    bool connect(const ScriptTurn& turn) {
        auto play = transport_(setting_->stage());
        if (play.has_error()) {
            fail(turn.position, "a connection", to_text(play.error()));
            return false;
        }
        play_ = std::move(*play);
        return true;
    }

    bool restart(const ScriptTurn& turn) {
        play_ = nullptr;  // it borrows the stage
        const auto restarted = setting_->restart();
        if (restarted.has_error()) {
            fail(turn.position, "restart", to_text(restarted.error()));
            return false;
        }
        return connect(turn);
    }

    bool play(const ScriptTurn& turn) {
        setting_->pass(turn.later);
        if (turn.restart_before && !restart(turn)) return false;
        const auto number = std::to_string(++outcome_.messages);
        const auto& id = turn.client_message_id;
        const auto observed = play_({turn.text, id.empty() ? "message-" + number : id});
        if (observed.has_error()) {
            fail(turn.position, "a reply", to_text(observed.error()));
            return false;
        }
        setting_->pass(between_messages);
        seen_ = *observed;
        judge(turn);
        return true;
    }

    void judge(const ScriptTurn& turn) {
        const auto wants_error = [](const ScriptExpectation& entry) {
            return std::holds_alternative<ExpectError>(entry.expectation);
        };
        const bool error_expected =
            std::any_of(turn.expectations.begin(), turn.expectations.end(), wants_error);
        if (!seen_.error.empty() && !error_expected) {
            return fail(turn.position, "a reply", "error: " + seen_.error + " (" + seen_.text + ")");
        }
        const JudgedTurn judged{seen_,
                                [this](const std::string& account) { return setting_->balance(account); }};
        for (const auto& entry : turn.expectations) {
            if (auto other = mismatch(entry.expectation, judged))
                fail(entry.position, entry.words, std::move(*other));
        }
    }

    // The log is the truth: it must lead to the state that the last turn showed, also once written and read
    // again.
    void check_stored() {
        const auto& last = script_.turns.back();
        const auto tracker = setting_->stage().trackers.load(setting_->stage().conversation);
        if (tracker.has_error())
            return fail(last.position, "a stored conversation", to_text(tracker.error()));
        if (fold(tracker->events) != tracker->state)
            fail(last.position, "fold(events) == state", "another state");
        for (const auto& event : tracker->events) {
            const auto again = tracker_event_from_json(to_json(event));
            if (again.has_error())
                return fail(last.position, "events that can be read again", again.error().detail);
            if (*again != event)
                return fail(last.position, "events that survive storage",
                            "a changed event: " + to_json(event));
        }
        if (!seen_.error.empty()) return;
        TurnTaken stored;
        stored.state = tracker->state;
        const auto kept = observe(stored);
        if (kept.flow != seen_.flow || kept.step != seen_.step || kept.phase != seen_.phase ||
            kept.slots != seen_.slots) {
            fail(last.position, "flow " + seen_.flow + " " + seen_.step + ", phase " + seen_.phase,
                 "stored: flow " + kept.flow + " " + kept.step + ", phase " + kept.phase);
        }
    }

    static std::string to_text(const Error& error) {
        return std::string(parlance::to_text(error.code)) + ": " + error.detail;
    }

    void fail(SourcePosition position, std::string expected, std::string seen) {
        outcome_.failures.push_back({position, std::move(expected), std::move(seen), seen_.text});
    }

    const Script& script_;
    const ScriptWorld& world_;
    const ScriptTransport& transport_;
    ScriptOutcome outcome_;
    std::unique_ptr<ScriptSetting> setting_;
    PlayMessage play_;
    ObservedTurn seen_;
};

}  // namespace

ScriptOutcome run_script(const Script& script, const ScriptWorld& world, const ScriptTransport& transport) {
    return Performance(script, world, transport).play();
}

std::string describe(const ScriptFailure& failure, const std::string& file) {
    std::string text = file + ":" + std::to_string(failure.position.line) + ":" +
                       std::to_string(failure.position.column) + ": expected: " + failure.expected +
                       "\n    seen: " + failure.seen + "\n";
    if (failure.reply.empty()) return text;
    std::string reply = failure.reply;
    for (auto at = reply.find('\n'); at != std::string::npos; at = reply.find('\n', at + 1))
        reply.insert(at + 1, 11, ' ');
    return text + "    reply: " + reply + "\n";
}

}  // namespace parlance::dialogue
