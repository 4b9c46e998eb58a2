import { build } from "esbuild";
import { fileURLToPath } from "node:url";

// Imports a TypeScript module of src/ with all that it needs.
export async function loadSource(name) {
    const path = fileURLToPath(new URL(`../src/${name}`, import.meta.url));
    const result = await build({ entryPoints: [path], bundle: true, format: "esm", write: false });
    const code = Buffer.from(result.outputFiles[0].text).toString("base64");
    return import(`data:text/javascript;base64,${code}`);
}
