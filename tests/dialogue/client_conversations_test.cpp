#include "dialogue/client_conversations.h"

#include <catch2/catch.hpp>

#include "tests/intents/temporary_pack.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::dialogue;
using parlance::tests::pack_root;
using parlance::tests::TemporaryPack;

namespace {

const CustomerId anna{"C001"};

// The banking pack by keywords, with its demo bank.
ClientConversations demo() {
    auto opened = ClientConversations::open_demo({pack_root()});
    if (!opened) FAIL(opened.error().detail);
    return std::move(*opened);
}

ClientReply reply_to(ClientConversations& conversations, const CustomerId& client,
                     const std::string& message) {
    auto reply = conversations.process_client_message(client, message);
    if (!reply) FAIL(reply.error().detail);
    return *reply;
}

// A host that knows one balance and can do nothing.
class OneBalance final : public FactSource, public ActionExecutor {
public:
    Result<std::vector<nlg::Fact>> look_up(const FactQuery& query, Deadline) const override {
        if (query.name.text != "account") return Error{ErrorCode::unknown_fact, query.name.text};
        const auto fact = [&](const char* name, SlotValue value) {
            return nlg::Fact{FactName{name}, std::move(value), "ledger", query.now};
        };
        return std::vector{fact("account.id", std::string("1")), fact("account.name", std::string("Current")),
                           fact("account.last4", std::string("0001")),
                           fact("account.balance", Money{4200, CurrencyCode{"EUR"}}),
                           fact("account.available", Money{4200, CurrencyCode{"EUR"}})};
    }
    std::vector<HostCapability> look_ups() const override { return {}; }
    Result<std::vector<nlg::Fact>> perform(const ActionRequest& request, Deadline) override {
        return Error{ErrorCode::source_failed, request.name.text};
    }
    std::vector<HostCapability> actions() const override { return {}; }
};

}  // namespace

TEST_CASE("a client's message gives intent, sentiment, response and suggested actions",
          "[dialogue][library]") {
    auto conversations = demo();
    const auto reply = reply_to(conversations, anna, "/check_balance");
    CHECK(reply.intent.intent.text == "check_balance");
    CHECK(reply.sentiment.label == nlu::SentimentLabel::neutral);
    CHECK_THAT(reply.response, Catch::Contains("2,843.17"));
    CHECK_FALSE(reply.suggested_actions.empty());
    CHECK(reply_to(conversations, anna, "you are useless").sentiment.label == nlu::SentimentLabel::negative);
}

TEST_CASE("a conversation goes on from message to message, each client's alone", "[dialogue][library]") {
    auto conversations = demo();
    reply_to(conversations, anna, "/transfer_money");
    CHECK_THAT(reply_to(conversations, CustomerId{"C002"}, "Jonas Weber").response,
               !Catch::Contains("Jonas"));
    CHECK_THAT(reply_to(conversations, anna, "Jonas Weber").response, Catch::Contains("Jonas"));
    CHECK_THAT(reply_to(conversations, anna, "60 euros").response, Catch::Contains("60.00"));
    CHECK_THAT(reply_to(conversations, anna, "yes").response, Catch::Contains("2,783.17"));
}

TEST_CASE("a host of one's own answers instead of the demo bank", "[dialogue][library]") {
    OneBalance host;
    auto conversations = ClientConversations::open({pack_root()}, host, host);
    REQUIRE(conversations.has_value());
    CHECK_THAT(reply_to(*conversations, anna, "/check_balance").response, Catch::Contains("42.00"));
}

TEST_CASE("a message that is no text leaves the conversation as it was", "[dialogue][library]") {
    auto conversations = demo();
    reply_to(conversations, anna, "/transfer_money");
    CHECK(conversations.process_client_message(anna, " ").error().code == ErrorCode::empty_text);
    CHECK_THAT(reply_to(conversations, anna, "Jonas Weber").response, Catch::Contains("Jonas"));
}

TEST_CASE("a pack without a demo bank opens with a host only", "[dialogue][library]") {
    TemporaryPack pack;
    pack.write_minimum();
    const auto demo = ClientConversations::open_demo({pack.root()});
    REQUIRE_FALSE(demo.has_value());
    CHECK(demo.error().code == ErrorCode::bad_pack);
}
