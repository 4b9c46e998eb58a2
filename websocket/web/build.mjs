// Bundles the chat page and the widget: node build.mjs [--out DIR] (default dist). Prints each bundle's size
// and fails when the widget is above its budget.
import { build, transform } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const widgetBudget = 20 * 1024; // bytes after gzip
const browsers = ["es2022", "chrome111", "firefox113", "safari16.2"];
const here = fileURLToPath(new URL(".", import.meta.url));

// Style sheets become minified strings, for shadow roots.
const cssAsText = {
    name: "css-as-text",
    setup(bundler) {
        bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
            const css = await readFile(path, "utf8");
            const { code } = await transform(css, { loader: "css", minify: true, target: browsers });
            return { contents: code.trim(), loader: "text" };
        });
    },
};

async function bundle(out) {
    const common = { absWorkingDir: here, bundle: true, minify: true,
                     target: browsers, legalComments: "eof" };
    const script = { ...common, format: "iife", plugins: [cssAsText] };
    await Promise.all([
        build({ ...script, entryPoints: ["src/chat_page.ts"], outfile: join(out, "chat.js") }),
        build({ ...script, entryPoints: ["src/widget.ts"], outfile: join(out, "widget.js") }),
        build({ ...common, entryPoints: ["src/chat_page.css"], outfile: join(out, "chat.css") }),
    ]);
    await writeFile(join(out, "index.html"), await readFile(join(here, "index.html")));
}

async function main() {
    const { values } = parseArgs({ options: { out: { type: "string", default: join(here, "dist") } } });
    const out = resolve(values.out);
    await mkdir(out, { recursive: true });
    await bundle(out);
    for (const name of ["index.html", "chat.js", "chat.css", "widget.js"]) {
        const content = await readFile(join(out, name));
        const packed = gzipSync(content, { level: 9 }).length;
        console.log(`${name.padEnd(10)} ${content.length} bytes, ${packed} gzip`);
        if (name !== "widget.js" || packed <= widgetBudget) continue;
        console.error(`widget.js is ${packed} bytes after gzip; the budget is ${widgetBudget}`);
        process.exitCode = 1;
    }
}

await main();
