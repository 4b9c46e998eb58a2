import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSource } from "./load_source.mjs";

const { currentActions, newEntry, withHistory, withMessage } = await loadSource("transcript.ts");
const reply = { type: "message", id: "m1.reply", role: "assistant", text: "EUR 5",
                suggested_actions: [{ title: "Transfer", payload: "/transfer_money" }] };
const history = [
    { role: "user", id: "m1", text: "balance", ts: "2026-01-02T03:04:05Z" },
    { role: "assistant", id: "m1.reply", text: "EUR 5", ts: "2026-01-02T03:04:06Z" },
];

test("a reply that the history already shows brings its buttons and no second line", () => {
    const entries = withMessage(withHistory([], history), reply);
    assert.deepEqual(entries.map((entry) => entry.text), ["balance", "EUR 5"]);
    assert.equal(currentActions(entries)[0].title, "Transfer");
});

test("a reply that comes twice is shown once", () => {
    const once = withMessage([], reply);
    assert.equal(withMessage(once, reply), once);
});

test("the customer's own message coming back changes nothing", () => {
    const own = [newEntry("user", "Transfer", { key: "m2" })];
    assert.equal(withMessage(own, { type: "message", id: "m2", role: "user", text: "/transfer_money" }), own);
});

test("known lines keep their cards when the history comes again, and unsent ones come last", () => {
    const entries = [...withMessage([], reply), newEntry("user", "next", { key: "m9", delivery: "sending" })];
    const merged = withHistory(entries, history);
    assert.deepEqual(merged.map((entry) => entry.text), ["balance", "EUR 5", "next"]);
    assert.equal(merged[1], entries[0]);
});

test("buttons go once the customer has spoken", () => {
    const entries = [...withMessage([], reply), newEntry("user", "thanks")];
    assert.deepEqual(currentActions(entries), []);
});

test("fields of the wrong shape are left out", () => {
    const odd = { text: 7, suggested_actions: "x", citations: [null, {}], recommendations: [{}] };
    const [entry] = withMessage([], { type: "message", ...odd });
    assert.equal(entry.text, "");
    assert.deepEqual([entry.actions, entry.citations, entry.recommendations], [[], [], []]);
    assert.deepEqual(withHistory([], "x"), []);
});
