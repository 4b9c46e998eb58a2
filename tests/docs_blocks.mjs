// Runs the command blocks of the given Markdown files, in order, each with `bash -e`.
//   node tests/docs_blocks.mjs --program build/dev/parlance README.md docs/flows.md
//   node tests/docs_blocks.mjs --folder build/dev/my_project --replace /opt/parlance=build/dev/prefix docs/library.md
// ```sh             is run, from the top of the checkout or in the folder given
// ```sh run-by-ci   is not: other tests of .ci/run do what it says
// ```text printed   is what the block before it has to print
// ```cpp talk.cpp   is written to the file named, where there is a folder, before anything is run
// In all of them `build/release/parlance` stands for the program given, and each FROM of --replace for its TO.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

function readArguments() {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            program: { type: "string" },
            folder: { type: "string" },
            replace: { type: "string", multiple: true, default: [] },
        },
    });
    if (positionals.length === 0) throw new Error("no page is given");
    const replacements = values.replace.map((pair) => pair.split("="));
    if (values.program) replacements.push(["build/release/parlance", values.program]);
    return { folder: values.folder, replacements, pages: positionals };
}

// The fenced blocks of a page: language, what stands behind it, and the text without the fence's indent.
function* blocksOf(page, replacements) {
    const text = readFileSync(page, "utf8");
    for (const match of text.matchAll(/^( *)```(\w+) ?(.*)\n([\s\S]*?)^ *```$/gm)) {
        const [, indent, language, remark, body] = match;
        const lines = body.split("\n").map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
        const content = replacements.reduce((so_far, [from, to]) => so_far.replaceAll(from, to), lines.join("\n"));
        yield { language, remark, content, place: `${page}:${text.slice(0, match.index).split("\n").length}` };
    }
}

// What a block prints. Throws an error that says what went wrong.
function run(script, folder) {
    try {
        return execFileSync("bash", ["-e", "-o", "pipefail", "-c", script], {
            stdio: "pipe",
            timeout: 240_000,
            cwd: folder,
            encoding: "utf8",
        });
    } catch (error) {
        throw new Error(`the block failed\n${script}\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
    }
}

function writeFiles(blocks, folder) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const { remark, content } of blocks) {
        if (/\.\w+$/.test(remark)) writeFileSync(path.join(folder, remark), content);
    }
}

// Does what a block asks for; gives what it printed, or else what was printed before.
function follow(block, printed, folder) {
    if (block.language === "sh" && block.remark === "") return run(block.content, folder);
    if (block.language === "text" && block.remark === "printed" && block.content !== printed)
        throw new Error(`the page says\n${block.content}\nand the program\n${printed}`);
    return printed;
}

let settings;
try {
    settings = readArguments();
} catch (error) {
    console.error(`${error.message}\nusage: docs_blocks.mjs [--program PARLANCE] [--folder DIR] [--replace FROM=TO]... PAGE.md...`);
    process.exit(2);
}
const { folder, replacements, pages } = settings;
let passed = 0;
let failed = 0;
for (const page of pages) {
    const blocks = [...blocksOf(page, replacements)];
    if (folder) writeFiles(blocks, folder);
    let printed = "";
    for (const block of blocks) {
        try {
            printed = follow(block, printed, folder);
            if (block.language === "sh" && block.remark === "") passed += 1;
        } catch (error) {
            failed += 1;
            console.error(`${block.place}: ${error.message}`);
        }
    }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
