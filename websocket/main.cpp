#include <unistd.h>

#include <exception>
#include <iostream>

#include "dialogue/chat_command.h"
#include "dialogue/test_command.h"
#include "dialogue/validate_command.h"
#include "nlu/train_command.h"
#include "personalization/audit_command.h"
#include "personalization/ingest/ingest_command.h"
#include "personalization/knowledge/knowledge_commands.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/policy/policy_commands.h"
#include "personalization/recommender/recommender_commands.h"
#include "personalization/simulation/simulate_command.h"
#include "websocket/command_line.h"
#include "websocket/script_transport.h"
#include "websocket/serve_command.h"
#include "websocket/user_command.h"

// The program: registers every folder's commands, nothing more.
int main(int argc, char** argv) try {
    using namespace parlance;
    const std::vector<ProgramCommand> commands = {
        websocket::make_serve_command(),
        dialogue::make_chat_command(),
        nlu::parse_command(),
        personalization::search_command(),
        with_subjects(nlu::train_command(),
                      {personalization::train_acceptance_command(), personalization::train_churn_command(),
                       personalization::train_content_command(), personalization::train_life_events_command(),
                       personalization::train_segments_command()}),
        with_subjects(nlu::eval_command(),
                      {personalization::eval_acceptance_command(), personalization::eval_churn_command(),
                       personalization::eval_life_events_command(), personalization::eval_content_command(),
                       personalization::eval_knowledge_command(), personalization::eval_policy_command(),
                       personalization::eval_segments_command(), personalization::eval_uplift_command()}),
        personalization::predict_command(),
        personalization::ingest_command(),
        personalization::simulate_command(),
        websocket::make_user_command(),
        personalization::audit_command(),
        dialogue::make_test_command(websocket::websocket_transport()),
        dialogue::make_validate_command(),
    };
    const CommandStreams streams{std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1};
    return static_cast<int>(websocket::run_command_line(argc, argv, commands, streams));
} catch (const std::exception& exception) {
    std::cerr << "parlance: " << exception.what() << "\n";
    return static_cast<int>(parlance::ExitCode::io);
}
