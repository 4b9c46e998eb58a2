#include "nlg/template_reply_generator.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "nlg/wording.h"

namespace parlance::nlg {
namespace {

using Arguments = std::map<std::string, SlotValue>;

std::string as_argument(std::string name) {
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

Arguments arguments_of(const ReplyPlan& plan) {
    Arguments arguments;
    for (const Fact& fact : plan.facts) arguments.insert_or_assign(as_argument(fact.name.text), fact.value);
    for (const auto& [name, value] : plan.slots) arguments.insert_or_assign(as_argument(name.text), value);
    return arguments;
}

// The facts "<list>.N.<member>" by N.
std::map<std::int64_t, Arguments> members_of(const std::string& list, const ReplyPlan& plan) {
    std::map<std::int64_t, Arguments> members;
    const std::string prefix = list + ".";
    for (const Fact& fact : plan.facts) {
        if (!fact.name.text.starts_with(prefix)) continue;
        const std::string_view rest = std::string_view(fact.name.text).substr(prefix.size());
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        const auto length = static_cast<std::size_t>(end - rest.data());
        if (error != std::errc{} || number < 1 || length + 1 >= rest.size() || rest[length] != '.') continue;
        members[number].insert_or_assign(as_argument(std::string(rest.substr(length + 1))), fact.value);
    }
    return members;
}

// FNV-1a over the seed and the name: the same wording on every platform.
std::uint64_t mix(std::uint64_t seed, std::string_view name) {
    constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash = 14695981039346656037ULL;
    for (int byte = 0; byte < 8; ++byte) hash = (hash ^ ((seed >> (8 * byte)) & 0xFF)) * prime;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    return hash ^ (hash >> 32);
}

const std::string& wording_of(const Response& response, const ResponseName& name, const ReplyPlan& plan) {
    if (plan.tone == Tone::apologetic && response.apologetic) return *response.apologetic;
    return response.variants[mix(plan.variant_seed, name.text) % response.variants.size()];
}

Error named(const ResponseName& name, Error error) {
    error.detail = "response " + name.text + ": " + error.detail;
    return error;
}

// One response: its text, and under it a line for each member of its list.
Result<std::string> write(const Response& response, const ResponseName& name, const ReplyPlan& plan,
                          const Arguments& arguments) {
    auto text = format_template(wording_of(response, name, plan), arguments, plan.locale);
    if (text.has_error()) return named(name, text.error());
    if (response.each.empty()) return text;
    std::string lines = *text;
    std::int64_t line_number = 0;
    for (auto& [number, member] : members_of(response.each, plan)) {
        Arguments of_line = std::move(member);
        of_line.insert(arguments.begin(), arguments.end());
        of_line.insert_or_assign("n", ++line_number);
        const auto line = format_template(response.item, of_line, plan.locale);
        if (line.has_error()) return named(name, line.error());
        lines += (lines.empty() ? "" : "\n") + *line;
    }
    return lines;
}

void add_actions(const std::vector<SuggestedAction>& actions, std::vector<SuggestedAction>& all) {
    for (const SuggestedAction& action : actions) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const SuggestedAction& other) {
            return other.payload == action.payload;
        });
        if (!known) all.push_back(action);
    }
}

Error ungrounded(const std::vector<UngroundedStatement>& statements) {
    std::string kinds;
    for (const UngroundedStatement& statement : statements)
        kinds += (kinds.empty() ? "" : ", ") + statement.kind;
    return {ErrorCode::ungrounded, std::to_string(statements.size()) + " statement(s) without a source: " +
                                       kinds + "; add a fact or take the statement out"};
}

}  // namespace

TemplateReplyGenerator::TemplateReplyGenerator(std::shared_ptr<const Responses> responses)
    : responses_(std::move(responses)) {}

Result<Reply> TemplateReplyGenerator::generate(const ReplyPlan& plan) const {
    const Arguments arguments = arguments_of(plan);
    Reply reply;
    add_actions(plan.actions, reply.actions);
    for (const ResponseName& name : plan.say) {
        const Response* response = responses_->find(name, plan.locale);
        if (response == nullptr) {
            return Error{ErrorCode::unknown_response,
                         "no response \"" + name.text + "\" in \"" + plan.locale.tag + "\""};
        }
        const auto paragraph = write(*response, name, plan, arguments);
        if (paragraph.has_error()) return paragraph.error();
        if (!paragraph->empty()) reply.text += (reply.text.empty() ? "" : "\n\n") + *paragraph;
        add_actions(response->actions, reply.actions);
    }
    reply.recommendations = plan.recommendations;
    reply.citations = plan.citations;
    const auto statements = grounding_.check(reply, plan);
    if (!statements.empty()) return ungrounded(statements);
    return reply;
}

}  // namespace parlance::nlg
