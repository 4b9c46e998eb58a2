// The least client there is: connects, sends one line a turn, prints the text of each reply.
//   node tests/one_line_client.mjs [--session FILE] ws://127.0.0.1:8080/v1/chat "what's my balance?" ...
// With --session the conversation goes on where the one noted in FILE stopped, and is noted there.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";

const { WebSocket } = createRequire(new URL("../websocket/web/package.json", import.meta.url))("ws");
const words = process.argv.slice(2);
const sessionFile = words[0] === "--session" ? words.splice(0, 2)[1] : undefined;
const [url, ...lines] = words;
if (!url || lines.length === 0) {
    console.error("usage: one_line_client.mjs [--session FILE] URL TEXT ...");
    process.exit(2);
}
const socket = new WebSocket(url);
const send = () => {
    if (lines.length === 0) return socket.close();
    return socket.send(JSON.stringify({ type: "message", text: lines.shift() }));
};
socket.on("open", () => {
    if (!sessionFile) return send();
    const resume = existsSync(sessionFile) ? JSON.parse(readFileSync(sessionFile, "utf8")) : undefined;
    return socket.send(JSON.stringify({ type: "hello", resume }));
});
socket.on("message", (bytes) => {
    const frame = JSON.parse(bytes.toString());
    if (frame.type === "error") {
        console.error(frame.code, frame.message);
        process.exit(1);
    }
    if (frame.type === "welcome" && sessionFile) {
        writeFileSync(sessionFile, JSON.stringify({ session: frame.session, seq: 0 }));
        send();
    }
    if (frame.type !== "message") return;
    console.log(frame.text);
    send();
});
socket.on("close", () => process.exit(0));
socket.on("error", (problem) => {
    console.error(problem.message);
    process.exit(4);
});
setTimeout(() => process.exit(1), 30_000).unref();
