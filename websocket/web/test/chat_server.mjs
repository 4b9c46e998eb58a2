import { once } from "node:events";
import { WebSocketServer } from "ws";

// A server that speaks only when a test tells it to. Frames and connections are awaited in the order of
// arrival.
export class ChatServer {
    static async start() {
        const server = new ChatServer();
        server.listener = new WebSocketServer({
            port: 0,
            host: "127.0.0.1",
            handleProtocols: () => "parlance.v1",
        });
        server.connections = new Arrivals();
        server.listener.on("connection", (socket, request) =>
            server.connections.push(new Connection(socket, request)));
        await once(server.listener, "listening");
        return server;
    }

    get url() {
        return `ws://127.0.0.1:${this.listener.address().port}/v1/chat`;
    }

    // The next connection, after its hello and our welcome.
    async welcome(fields = {}) {
        const connection = await this.connections.next();
        connection.hello = await connection.next("hello");
        connection.send({ type: "welcome", session: "s1", resumed: false, ping_s: 30, ...fields });
        return connection;
    }

    stop() {
        for (const socket of this.listener.clients) socket.terminate();
        this.listener.close();
    }
}

class Connection {
    constructor(socket, request) {
        this.socket = socket;
        this.protocol = request.headers["sec-websocket-protocol"];
        this.frames = new Arrivals();
        socket.on("message", (text) => this.frames.push(JSON.parse(text)));
    }

    // The next frame of that type; others before it are dropped.
    async next(type) {
        for (;;) {
            const frame = await this.frames.next();
            if (frame.type === type) return frame;
        }
    }

    send(frame) {
        this.socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
    }

    // As if the network had failed.
    cut() {
        this.socket.terminate();
    }
}

// A queue to wait on.
export class Arrivals {
    items = [];
    waiting = [];

    push(item) {
        const wake = this.waiting.shift();
        if (wake) wake(item);
        else this.items.push(item);
    }

    async next() {
        return this.items.length ? this.items.shift() : new Promise((resolve) => this.waiting.push(resolve));
    }

    // The next item that fits; others before it are dropped.
    async nextWhere(fits) {
        for (;;) {
            const item = await this.next();
            if (fits(item)) return item;
        }
    }
}
