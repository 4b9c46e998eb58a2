// Runs the command blocks of the given Markdown files, in order, from the top of the checkout, each with `bash -e`.
//   node tests/docs_blocks.mjs --program build/dev/parlance README.md docs/flows.md
// Blocks fenced as ```sh run; ```sh run-by-ci blocks are the two start-up commands that .ci/run runs itself.
// `build/release/parlance` in a block stands for the program given.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";

const [, , flag, program, ...files] = process.argv;
if (flag !== "--program" || files.length === 0) {
    console.error("usage: docs_blocks.mjs --program PARLANCE FILE.md ...");
    process.exit(2);
}

let failed = 0;
let run = 0;
for (const file of files) {
    const text = readFileSync(file, "utf8");
    const fence = /^( *)```sh\n([\s\S]*?)^ *```$/gm;
    for (const match of text.matchAll(fence)) {
        const line = text.slice(0, match.index).split("\n").length;
        const indent = match[1];
        const script = match[2]
            .split("\n")
            .map((l) => (l.startsWith(indent) ? l.slice(indent.length) : l))
            .join("\n")
            .replaceAll("build/release/parlance", program);
        run += 1;
        try {
            execFileSync("bash", ["-e", "-o", "pipefail", "-c", script], { stdio: "pipe", timeout: 240_000 });
        } catch (error) {
            failed += 1;
            console.error(`${file}:${line}: the block failed\n${script}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
        }
    }
}
console.log(`${run - failed} passed, ${failed} failed`);
process.exit(failed > 0 || run === 0 ? 1 : 0);
