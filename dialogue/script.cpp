#include "dialogue/script.h"

#include <fstream>
#include <sstream>

#include "dialogue/script_line.h"

namespace parlance::dialogue {
namespace {

// Reads a script line by line into `script`, and everything wrong with it into `findings`.
class ScriptReader {
public:
    ScriptReader(const std::string& file, Findings& findings) : findings_(findings) {
        script_.file = file;
        script_.customer.text = default_script_customer;
        script_.clock = parse_rfc3339(default_script_clock).value();
    }

    void read(std::string_view text) {
        int number = 0;
        while (!text.empty()) {
            const auto end = text.find('\n');
            auto line = text.substr(0, end);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            if (line.ends_with('\r')) line.remove_suffix(1);
            read_line(ScriptLine(line, script_.file, ++number, findings_));
        }
        finish();
    }

    Script take() { return std::move(script_); }

private:
    // A line that belongs in front of a message.
    struct Interlude {
        std::string directive;
        SourcePosition at;
    };

    void read_line(ScriptLine line) {
        if (line.at_end()) return;
        if (line.starts_with("#")) return read_comment(line);
        if (line.starts_with(">")) return read_message(line);
        if (line.starts_with("<")) {
            if (auto said = line.read_said()) expect(line, std::move(*said));
            return;
        }
        const auto directive = line.directive();
        if (is_given(directive)) return read_given(directive, line);
        if (directive == "restart" || directive == "later") return read_interlude(directive, line);
        if (auto expectation = line.read_expectation(directive)) expect(line, std::move(*expectation));
    }

    // What happens in front of the next message.
    void read_interlude(std::string_view directive, ScriptLine& line) {
        interlude_ = Interlude{std::string(directive), line.position()};
        if (directive == "restart") {
            before_next_.restart_before = true;
        } else if (const auto later = line.read_later()) {
            before_next_.later += *later;
        }
        line.expect_end();
    }

    void read_comment(const ScriptLine& line) {
        if (script_.title.empty()) script_.title = line.comment();
    }

    void read_message(ScriptLine& line) {
        auto message = line.read_message();
        if (!message) return;
        message->restart_before = before_next_.restart_before;
        message->later = before_next_.later;
        before_next_ = {};
        interlude_.reset();
        script_.turns.push_back(std::move(*message));
    }

    void expect(const ScriptLine& line, Expectation expectation) {
        if (script_.turns.empty()) {
            return line.error("E0703", "nothing has been said yet that this could follow",
                              "write a message (\"> ...\") first");
        }
        if (interlude_) {
            return line.error(
                "E0703",
                "\"" + interlude_->directive + "\" stands between a message and what is expected of it",
                "write it in front of the next message");
        }
        script_.turns.back().expectations.push_back({std::move(expectation), line.text(), line.position()});
    }

    static bool is_given(std::string_view directive) {
        return directive == "customer" || directive == "clock" || directive == "language" ||
               directive == "unavailable";
    }

    void read_given(std::string_view directive, ScriptLine& line) {
        if (!script_.turns.empty()) {
            return line.error("E0703", "\"" + std::string(directive) + "\" comes after the first message",
                              "what is given stands at the top");
        }
        if (directive != "unavailable") {
            for (const auto& known : given_) {
                if (known == directive) return line.error("E0704", "\"" + known + "\" is given twice");
            }
            given_.emplace_back(directive);
        }
        const auto value = line.word();
        if (value.empty()) return line.error("E0702", "\"" + std::string(directive) + "\" needs a value");
        if (directive == "customer") script_.customer.text = value;
        if (directive == "language") script_.locale.tag = value;
        if (directive == "unavailable") script_.unavailable.emplace_back(value);
        if (directive == "clock") read_clock(value, line);
        line.expect_end();
    }

    void read_clock(std::string_view value, const ScriptLine& line) {
        const auto clock = parse_rfc3339(value);
        if (clock.has_value()) {
            script_.clock = *clock;
        } else {
            line.error("E0702", clock.error().detail, "write it as 2026-11-20T10:00:00Z");
        }
    }

    void finish() {
        if (interlude_) {
            findings_.error("E0703", script_.file, interlude_->at,
                            "\"" + interlude_->directive + "\" is followed by no message",
                            "say something after it");
        }
        if (script_.turns.empty()) {
            findings_.error("E0705", script_.file, {1, 1}, "the script says nothing",
                            "write a message: \"> hello\"");
            return;
        }
        bool expects = false;
        for (const auto& turn : script_.turns) {
            expects = expects || !turn.expectations.empty();
            if (turn.expectations.empty()) {
                findings_.warning("W0701", script_.file, turn.position,
                                  "nothing is expected of this message");
            }
        }
        if (!expects) {
            findings_.error("E0705", script_.file, {1, 1}, "the script expects nothing, so it cannot fail",
                            "write what is to be said: \"< small_talk.greet\"");
        }
        if (script_.title.empty()) script_.title = std::filesystem::path(script_.file).stem().string();
    }

    Script script_;
    Findings& findings_;
    std::vector<std::string> given_;
    ScriptTurn before_next_;  // its `restart_before` and `later`
    std::optional<Interlude> interlude_;
};

}  // namespace

std::optional<Script> parse_script(std::string_view text, const std::string& file, Findings& findings) {
    Findings own;
    ScriptReader reader(file, own);
    reader.read(text);
    const bool usable = !own.has_errors();
    for (auto& finding : own.sorted()) {
        const bool is_error = finding.severity == Severity::error;
        is_error
            ? findings.error(finding.code, finding.file, finding.position, finding.message, finding.fix)
            : findings.warning(finding.code, finding.file, finding.position, finding.message, finding.fix);
    }
    return usable ? std::optional(reader.take()) : std::nullopt;
}

std::optional<Script> read_script(const std::filesystem::path& root, const std::string& file,
                                  Findings& findings) {
    std::ifstream in(root / file, std::ios::binary);
    std::ostringstream text;
    if (in) text << in.rdbuf();
    if (!in) {
        findings.error("E0700", file, {1, 1}, "cannot read the file");
        return std::nullopt;
    }
    return parse_script(text.str(), file, findings);
}

}  // namespace parlance::dialogue
