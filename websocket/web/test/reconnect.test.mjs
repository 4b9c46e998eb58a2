import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSource } from "./load_source.mjs";

const { reconnectDelay } = await loadSource("reconnect.ts");
const { newMessageId } = await loadSource("message_id.ts");
const backoff = { base_ms: 500, max_ms: 30000 };

const delays = [
    [0, 1, 500],
    [0, 0, 250],
    [3, 1, 4000],
    [3, 0.5, 3000],
    [6, 1, 30000],
    [10000, 1, 30000],
];
for (const [attempt, random, expected] of delays) {
    test(`reconnect ${attempt} with random ${random} waits ${expected} ms`, () =>
        assert.equal(reconnectDelay(attempt, backoff, () => random), expected));
}

test("message ids are ULIDs that sort by time and do not repeat", () => {
    assert.match(newMessageId(), /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    assert.ok(newMessageId(1000) < newMessageId(1001));
    assert.equal(newMessageId(1469918176385).slice(0, 10), "01ARYZ6S41"); // from the ULID specification
    assert.equal(new Set(Array.from({ length: 1000 }, () => newMessageId(5))).size, 1000);
});
