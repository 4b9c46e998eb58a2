#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "nlu/train_command.h"
#include "tests/intents/temporary_pack.h"
#include "tests/nlu/classifier_fixture.h"
#include "tests/nlu/evaluation_fixture.h"

using namespace parlance;
using Values = std::map<std::string, std::string>;

namespace {

struct Ran {
    ExitCode exit;
    std::string out;
    std::string notes;
};

Ran run(const ProgramCommand& command, Values values) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    const ExitCode exit = command.run({std::move(values)}, {in, out, notes});
    return {exit, out.str(), notes.str()};
}

Ran eval(Values values) {
    return run(nlu::eval_command(), std::move(values));
}

std::string content_of(const std::filesystem::path& file) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str();
}

// A pack of two languages with held-out messages, and a model.
struct MeasuredPack {
    tests::TemporaryPack pack;
    std::string root = pack.root().string();
    std::string model = path("m.model");

    MeasuredPack() {
        pack.write_minimum();
        pack.write("pack.json",
                   R"({"pack": "tiny", "version": 1, "languages": ["en", "de"], "currency": "EUR"})");
        pack.write("intents/out_of_scope.json",
                   R"({"intent": "out_of_scope", "examples": {
                       "en": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
                       "de": ["k", "l", "m", "n", "o", "p", "q", "r", "s", "t"]}})");
        pack.write("held_out/intents_en.tsv", "balance\tmy balance\ntransfer\twire money please\n");
        pack.write("held_out/out_of_scope_en.tsv", "oos\tthe pizza of the weather\n");
        pack.write("held_out/intents_de.tsv", "mortgage\tmy balance\nmortgage\thome loan\n");
        std::string lines;
        for (const nlu::LabelledText& text : tests::small_training_set())
            lines += text.label.text + "\t" + text.text + "\n";
        pack.write("train.tsv", lines);
        const Ran trained = run(nlu::train_command(), {{"data", path("train.tsv")}, {"output", model}});
        REQUIRE(trained.exit == ExitCode::ok);
    }
    std::string path(const std::string& name) const { return (pack.root() / name).string(); }
};

}  // namespace

TEST_CASE("a pack is measured on its held-out messages, language by language",
          "[nlu][commands][evaluation]") {
    const MeasuredPack files;
    const Ran ran = eval({{"pack", files.root},
                          {"model", files.model},
                          {"json", "true"},
                          {"report", files.path("report.html")},
                          {"reliability", files.path("reliability.svg")}});
    CAPTURE(ran.notes);
    REQUIRE(ran.exit == ExitCode::ok);
    const auto json = nlohmann::json::parse(ran.out);
    CHECK(json.at("examples") == 4);
    CHECK(json.at("accuracy") == 0.75);
    CHECK(json.at("languages").at("en").at("accuracy") == 1.0);
    CHECK(json.at("languages").at("de").at("accuracy") == 0.5);
    CHECK(json.at("languages").at("en").at("oos_auroc").is_number());
    CHECK(json.at("languages").at("de").at("oos_auroc").is_null());
    CHECK(json.at("robustness").at("lower_case") == 0.75);
    CHECK(tests::is_well_formed(content_of(files.path("report.html"))));
    CHECK(tests::is_well_formed(content_of(files.path("reliability.svg"))));

    // An evaluation of one language's file, against the one before.
    std::ofstream(files.path("old.json")) << ran.out;
    const Ran again = eval({{"data", files.path("held_out/intents_en.tsv")},
                            {"model", files.model},
                            {"baseline", files.path("old.json")},
                            {"no-robustness", "true"},
                            {"json", "true"}});
    REQUIRE(again.exit == ExitCode::ok);
    const auto compared = nlohmann::json::parse(again.out);
    CHECK(compared.at("baseline").at("accuracy").at("difference") == Approx(0.25));
    CHECK_FALSE(compared.contains("robustness"));
    CHECK_FALSE(compared.contains("languages"));

    const Ran whole = eval({{"pack", files.root},
                            {"model", files.model},
                            {"baseline", files.path("old.json")},
                            {"min-accuracy", "0.9"}});
    CHECK(whole.exit == ExitCode::findings);
    CHECK_THAT(whole.notes, Catch::Contains("0.7500 is below the wanted 0.9"));
    CHECK_THAT(whole.out, Catch::Contains("language de") && Catch::Contains("against the baseline"));
}

TEST_CASE("eval says what it lacks before it works", "[nlu][commands][evaluation]") {
    tests::TemporaryPack pack;
    pack.write_minimum();
    pack.write("good.tsv", "a\tx\n").write("junk.json", "{}").write("junk.model", "junk");
    const std::string root = pack.root().string();
    const auto path = [&root](const std::string& name) { return root + "/" + name; };
    const auto [values, exit, note] = GENERATE_COPY(table<Values, ExitCode, std::string>({
        {{{"pack", root}}, ExitCode::io, "held_out/intents_<language>.tsv"},
        {{{"pack", path("nothing")}}, ExitCode::io, "E0001"},
        {{{"data", path("good.tsv")}, {"baseline", path("none.json")}}, ExitCode::io, "none.json"},
        {{{"data", path("good.tsv")}, {"baseline", path("junk.json")}}, ExitCode::usage, "no output of"},
        {{{"data", path("good.tsv")}, {"seed", "-1"}}, ExitCode::usage, "--seed"},
        {{{"oos", path("good.tsv")}}, ExitCode::usage, "--oos goes with --data"},
        {{{"robustness", "true"}, {"no-robustness", "true"}}, ExitCode::usage, "one of"},
        {{{"min-accuracy", "nan"}}, ExitCode::usage, "between 0 and 1"},
    }));
    CAPTURE(note);
    const Ran ran = eval(values);
    CHECK(ran.exit == exit);
    CHECK_THAT(ran.notes, Catch::Contains(note));
    CHECK(ran.out.empty());
}
