// Trains nlp.js on labelled lines and measures it: one JSON object on standard output.
// Usage: node nlp_js.mjs TRAIN.tsv TEST.tsv
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

const {NlpManager} = createRequire(import.meta.url)("node-nlp");

function readLines(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.replace(/\r$/, "").split("\t"))
    .filter((columns) => columns.length >= 2 && columns[0] !== "label")
    .map(([label, ...text]) => ({label, text: text.join("\t")}));
}

// forceNER: whether entities are looked for in every message, as in the example of its README.
async function measure(lines, test, forceNER) {
  const manager = new NlpManager({languages: ["en"], autoSave: false, forceNER, nlu: {log: false}});
  for (const {label, text} of lines) manager.addDocument("en", text, label);
  const trainedFrom = performance.now();
  await manager.train();
  const trainSeconds = (performance.now() - trainedFrom) / 1000;
  await manager.process("en", test[0].text);
  let right = 0;
  const from = performance.now();
  for (const {label, text} of test) {
    const answer = await manager.process("en", text);
    if (answer.intent === label) ++right;
  }
  const seconds = (performance.now() - from) / 1000;
  return {
    examples: test.length,
    accuracy: right / test.length,
    messages_per_second: test.length / seconds,
    train_seconds: trainSeconds,
  };
}

const [lines, test] = process.argv.slice(2).map(readLines);
const intents = await measure(lines, test, false);
const entities_too = await measure(lines, test, true);
process.stdout.write(JSON.stringify({intents, entities_too}) + "\n");
