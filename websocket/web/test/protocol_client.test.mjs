import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { WebSocket } from "ws";
import { Arrivals, ChatServer } from "./chat_server.mjs";
import { loadSource } from "./load_source.mjs";

globalThis.WebSocket ??= WebSocket; // Node has its own from version 22 on
const { ParlanceClient } = await loadSource("protocol_client.ts");

let server;
let client;
let events;

// A client of the test's server, connected; its events are in `events`.
function connect(options = {}) {
    events = new Arrivals();
    client = new ParlanceClient({
        url: server.url,
        language: "en",
        backoff: { base_ms: 1, max_ms: 5 },
        onEvent: (event) => events.push(event),
        ...options,
    });
    client.connect();
}

const event = (kind, fields = {}) =>
    events.nextWhere((e) => e.kind === kind && Object.keys(fields).every((key) => e[key] === fields[key]));

beforeEach(async () => {
    server = await ChatServer.start();
});
afterEach(() => {
    client.close();
    server.stop();
});

test("says hello with language and abilities over the parlance.v1 subprotocol", async () => {
    connect({ language: "de" });
    const { hello, protocol } = await server.welcome({ user: { id: "C1", name: "Anna" } });
    assert.equal(protocol, "parlance.v1");
    assert.equal(hello.lang, "de");
    assert.deepEqual(hello.caps, ["typing"]);
    assert.equal(hello.resume, undefined);
    assert.equal((await event("welcome")).frame.user.name, "Anna");
});

test("sends a message again, under its id, after a reconnect until it is acknowledged", async () => {
    connect();
    const first = await server.welcome();
    const id = client.send({ text: "hello" });
    assert.equal((await first.next("message")).id, id);
    first.cut();
    const second = await server.welcome({ resumed: true });
    assert.deepEqual(await second.next("message"), { type: "message", id, text: "hello" });
    second.send({ type: "ack", re: id, message_id: id, seq: 1 });
    await event("delivery", { id, state: "sent" });
    second.cut();
    const third = await server.welcome({ resumed: true });
    const later = client.send({ text: "again" });
    assert.equal((await third.next("message")).id, later, "an acknowledged message is not sent again");
});

test("a reply counts as the acknowledgement of what it answers", async () => {
    connect();
    const connection = await server.welcome();
    const id = client.send({ payload: "/check_balance" });
    await connection.next("message");
    connection.send({ type: "message", re: id, seq: 1, role: "assistant", text: "EUR 5" });
    await event("delivery", { id, state: "sent" });
    assert.equal((await event("message")).frame.text, "EUR 5");
});

test("queues what is said before the connection stands, in order", async () => {
    connect();
    const ids = [client.send({ text: "one" }), client.send({ text: "two" })];
    const connection = await server.welcome();
    assert.deepEqual([(await connection.next("message")).id, (await connection.next("message")).id], ids);
});

test("resumes after the last frame it saw and drops frames it has seen", async () => {
    connect();
    const first = await server.welcome({ session: "s7" });
    for (const seq of [1, 2]) first.send({ type: "message", seq, id: `m${seq}`, text: `line ${seq}` });
    await event("message");
    await event("message");
    first.cut();
    const second = await server.welcome({ session: "s7", resumed: true });
    assert.deepEqual(second.hello.resume, { session: "s7", seq: 2 });
    for (const seq of [2, 3]) second.send({ type: "message", seq, id: `m${seq}`, text: `line ${seq}` });
    assert.equal((await event("message")).frame.text, "line 3");
    assert.deepEqual(client.resumePoint, { session: "s7", seq: 3 });
});

test("counts from the start again when the server could not resume", async () => {
    connect({ resume: { session: "old", seq: 40 } });
    const connection = await server.welcome({ session: "new", resumed: false });
    assert.deepEqual(connection.hello.resume, { session: "old", seq: 40 });
    connection.send({ type: "message", seq: 1, text: "fresh" });
    assert.equal((await event("message")).frame.text, "fresh");
    assert.deepEqual(client.resumePoint, { session: "new", seq: 1 });
});

test("starts afresh when its session has expired", async () => {
    connect({ resume: { session: "old", seq: 4 } });
    const connection = await server.connections.next();
    const hello = await connection.next("hello");
    connection.send({ type: "error", re: hello.id, code: "session_expired", retryable: false });
    assert.equal((await connection.next("hello")).resume, undefined);
});

test("asks for a new token when the old one has expired, and gives up when that fails too", async () => {
    let number = 0;
    connect({ token: async () => `token${++number}` });
    const connection = await server.connections.next();
    const first = await connection.next("hello");
    assert.equal(first.token, "token1");
    connection.send({ type: "error", re: first.id, code: "token_expired", retryable: true });
    const second = await connection.next("hello");
    assert.equal(second.token, "token2");
    connection.send({ type: "error", re: second.id, code: "token_expired", retryable: true });
    assert.equal((await event("connection", { state: "closed" })).code, 4401);
});

for (const code of [4400, 4401, 4403, 4409, 4413]) {
    test(`does not reconnect after close code ${code}, until asked`, async () => {
        connect();
        const connection = await server.welcome();
        connection.socket.close(code);
        assert.equal((await event("connection", { state: "closed" })).code, code);
        client.connect();
        await server.welcome();
        await event("welcome");
    });
}

for (const code of [1001, 1012, 4408, 4429]) {
    test(`reconnects by itself after close code ${code}`, async () => {
        connect();
        (await server.welcome()).socket.close(code);
        await event("connection", { state: "waiting", code });
        await server.welcome({ resumed: true });
    });
}

test("stays away after a bye that says so", async () => {
    connect();
    const connection = await server.welcome();
    connection.send({ type: "bye", reason: "closed", reconnect: false });
    connection.socket.close(1001);
    await event("connection", { state: "closed" });
});

test("reports a refused message with the server's words", async () => {
    connect();
    const connection = await server.welcome();
    const id = client.send({ text: "x" });
    await connection.next("message");
    connection.send({ type: "error", re: id, code: "bad_request", message: "Too odd.", retryable: false });
    assert.equal((await event("delivery", { id })).reason, "Too odd.");
});

test("tries again when the error is retryable, but not for ever", async () => {
    connect();
    const connection = await server.welcome();
    const id = client.send({ text: "x" });
    for (let tries = 0; tries < 4; ++tries) {
        assert.equal((await connection.next("message")).id, id);
        connection.send({ type: "error", re: id, code: "busy", retryable: true, retry_after_s: 0.001 });
    }
    assert.equal((await event("delivery", { id })).state, "failed");
});

test("refuses a message that is longer than the server allows without sending it", async () => {
    connect();
    await server.welcome({ max_bytes: 200 });
    await event("welcome");
    const id = client.send({ text: "\u00e4".repeat(150) });
    assert.equal((await event("delivery", { id })).state, "failed");
});

test("a typing indicator goes out by itself", async () => {
    connect({ typing_ms: 5 });
    const connection = await server.welcome();
    connection.send({ type: "typing", on: true, role: "assistant" });
    await event("typing", { on: true });
    await event("typing", { on: false });
});

test("tells the server only the changes of the customer's typing", async () => {
    connect();
    const connection = await server.welcome();
    await event("welcome");
    for (const on of [true, true, false]) client.setTyping(on);
    client.react("offer1", "shown");
    assert.equal((await connection.next("typing")).on, true);
    assert.equal((await connection.next("typing")).on, false);
    const { re, reaction } = await connection.next("recommendation.react");
    assert.deepEqual({ re, reaction }, { re: "offer1", reaction: "shown" });
});

test("gives up a connection that has gone silent", async () => {
    connect();
    const connection = await server.welcome({ ping_s: 0.02 });
    await connection.next("ping");
    await event("connection", { state: "waiting" });
    await server.welcome({ resumed: true });
});

test("gives up a server that does not answer the hello", async () => {
    connect({ welcome_ms: 20 });
    await server.connections.next();
    await event("connection", { state: "waiting" });
});

test("changes language by reconnecting to the same session", async () => {
    connect();
    await server.welcome({ session: "s3" });
    await event("welcome");
    client.setLanguage("de");
    const { hello } = await server.welcome({ session: "s3", resumed: true });
    assert.equal(hello.lang, "de");
    assert.equal(hello.resume.session, "s3");
});

test("a restart ends the conversation and asks for a new session", async () => {
    connect();
    const first = await server.welcome({ session: "s3" });
    await event("welcome");
    client.restart();
    await first.next("end");
    assert.equal((await server.welcome({ session: "s4" })).hello.resume, undefined);
});

test("skips frames that it cannot read or does not know", async () => {
    connect();
    const connection = await server.welcome();
    for (const frame of ["not json", "[]", "null", "7", '{"type":4}', '{"type":"from_the_future","seq":1}']) {
        connection.send(frame);
    }
    connection.send({ type: "message", seq: 2, text: "still here" });
    assert.equal((await event("message")).frame.text, "still here");
});
