import { readFrame } from "./frames.js";
import type { ErrorFrame, HandoffFrame, MessageFrame, Role, ServerFrame, WelcomeFrame } from "./frames.js";
import { newMessageId } from "./message_id.js";
import { NamedTimers } from "./named_timers.js";
import { Outbox, QueuedMessage, Utterance } from "./outbox.js";
import { Backoff, mayReconnect, reconnectDelay } from "./reconnect.js";

export type Connection = "idle" | "connecting" | "open" | "waiting" | "closed";

// A point in a session from which the server can continue.
export interface ResumePoint {
    session: string;
    seq: number;
}

export type ClientEvent =
    | { kind: "connection"; state: Connection; code?: number }
    | { kind: "welcome"; frame: WelcomeFrame }
    | { kind: "message"; frame: MessageFrame }
    | { kind: "typing"; on: boolean; role?: Role }
    | { kind: "delivery"; id: string; state: "sent" | "failed"; reason?: string }
    | { kind: "handoff"; frame: HandoffFrame }
    | { kind: "error"; frame: ErrorFrame };

// Supplies the customer's token (JWT) for each hello; asked again when it has expired.
export type Token = () => string | Promise<string>;

export interface ClientOptions {
    url: string; // ws:// or wss://, with the path
    onEvent: (event: ClientEvent) => void;
    language?: string;
    resume?: ResumePoint;
    token?: Token;
    backoff?: Backoff;
    welcome_ms?: number; // how long the server may take to answer the hello
    typing_ms?: number; // how long a typing indicator may stay without a message
}

const maxTries = 4;

// One customer's conversation over parlance.v1. Survives lost connections: it reconnects with growing,
// jittered pauses, resumes the session after the last frame it saw, and sends unconfirmed messages again. All
// results arrive through `onEvent`; no method throws.
export class ParlanceClient {
    private socket?: WebSocket;
    private state: Connection = "idle";
    private outbox = new Outbox();
    private session?: string;
    private seq = 0;
    private attempt = 0;
    private ended = false;
    private heard = false;
    private ownTyping = false;
    private renewing = false; // a hello with a new token is on its way
    private maxBytes = 65536;
    private helloId = "";
    private timers = new NamedTimers();

    constructor(private options: ClientOptions) {
        this.session = options.resume?.session;
        this.seq = options.resume?.seq ?? 0;
    }

    // Where a later client could go on; undefined before the first welcome.
    get resumePoint(): ResumePoint | undefined {
        return this.session === undefined ? undefined : { session: this.session, seq: this.seq };
    }

    // Opens the connection; does nothing when it is open already, and cuts a reconnect pause short.
    connect(): void {
        if (this.socket) return;
        this.ended = false;
        this.open();
    }

    // Queues what the customer said and returns its id. A "delivery" event tells what became of it.
    send(utterance: Utterance, id = newMessageId()): string {
        const message = this.outbox.add(id, utterance);
        this.ownTyping = false;
        this.timers.cancel("own_typing");
        if (this.state === "open") this.deliver(message);
        return id;
    }

    // Tells the server what the customer did with a recommendation.
    react(re: string, reaction: "shown" | "accepted" | "rejected" | "later"): void {
        this.write({ type: "recommendation.react", id: newMessageId(), re, reaction });
    }

    // Call at each change of the input; sends only the changes, and "off" after a pause.
    setTyping(on: boolean): void {
        this.timers.cancel("own_typing");
        if (on) this.timers.after("own_typing", 5000, () => this.setTyping(false));
        if (on === this.ownTyping || this.state !== "open") return;
        this.ownTyping = on;
        this.write({ type: "typing", on });
    }

    // Continues the same session in another language.
    setLanguage(language: string): void {
        this.options.language = language;
        if (this.state !== "idle") this.reopen();
    }

    // Ends the conversation and starts an empty one.
    restart(): void {
        this.write({ type: "end", id: newMessageId() });
        this.outbox.clear();
        this.session = undefined;
        this.seq = 0;
        this.reopen();
    }

    // Leaves; the session stays resumable until the server forgets it.
    close(): void {
        this.ended = true;
        this.detach(1000);
        this.setState("closed", 1000);
    }

    private reopen(): void {
        this.detach(1000);
        this.attempt = 0;
        this.ended = false;
        this.open();
    }

    private open(): void {
        this.timers.cancel("reconnect");
        this.setState("connecting");
        let socket: WebSocket;
        try {
            socket = new WebSocket(this.options.url, "parlance.v1");
        } catch {
            this.dropped(1006); // blocked by the page's policy, or a bad address
            return;
        }
        this.socket = socket;
        socket.onopen = () => void this.sayHello();
        socket.onmessage = (event) => socket === this.socket && this.receive(event.data);
        socket.onclose = (event) => socket === this.socket && this.dropped(event.code);
        this.timers.after("welcome", this.options.welcome_ms ?? 10000, () => this.dropped(1006));
    }

    private async sayHello(): Promise<void> {
        const socket = this.socket;
        let token: string | undefined;
        try {
            token = await this.options.token?.();
        } catch {
            return this.dropped(1006); // the page cannot get a token now; try again later
        }
        if (socket !== this.socket) return;
        this.helloId = newMessageId();
        this.write({
            type: "hello",
            id: this.helloId,
            token,
            lang: this.options.language,
            tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
            resume: this.resumePoint,
            client: { name: "parlance-chat", version: "0.1.0" },
            caps: ["typing"],
        });
    }

    private receive(data: unknown): void {
        const frame = readFrame(data);
        this.heard = true;
        if (!frame) return;
        if (typeof frame.seq === "number" && frame.type !== "welcome") {
            if (frame.seq <= this.seq) return; // already seen before the connection broke
            this.seq = frame.seq;
        }
        this.handle(frame);
    }

    private handle(frame: ServerFrame): void {
        switch (frame.type) {
            case "welcome":
                return this.welcomed(frame);
            case "ack":
                return this.confirmed(frame.re);
            case "message":
                this.confirmed(frame.re);
                if (frame.final !== false) this.showTyping(false);
                return this.emit({ kind: "message", frame });
            case "typing":
                return this.showTyping(frame.on === true, frame.role);
            case "handoff":
                return this.emit({ kind: "handoff", frame });
            case "error":
                return this.failed(frame);
            case "bye":
                this.ended = frame.reconnect === false;
        }
    }

    private welcomed(frame: WelcomeFrame): void {
        this.timers.cancel("welcome");
        if (frame.resumed !== true) this.seq = 0;
        this.session = frame.session;
        this.attempt = 0;
        this.renewing = false;
        this.ownTyping = false;
        if (frame.max_bytes! > 0) this.maxBytes = frame.max_bytes!;
        this.setState("open");
        this.emit({ kind: "welcome", frame });
        for (const message of this.outbox.all()) this.deliver(message);
        this.keepAlive(frame.ping_s! > 0 ? frame.ping_s! * 1000 : 25000);
    }

    // A ping each period; a connection on which a whole period brought nothing is given up.
    private keepAlive(period_ms: number): void {
        this.heard = false;
        this.write({ type: "ping", id: newMessageId() });
        const check = () => (this.heard ? this.keepAlive(period_ms) : this.dropped(1006));
        this.timers.after("ping", period_ms, check);
    }

    private confirmed(id: string | undefined): void {
        if (this.outbox.remove(id)) this.emit({ kind: "delivery", id: id!, state: "sent" });
    }

    private failed(frame: ErrorFrame): void {
        this.showTyping(false);
        if (frame.code === "session_expired" && this.session !== undefined) {
            this.session = undefined;
            this.seq = 0;
            return void this.sayHello();
        }
        if (frame.code === "token_expired" && this.options.token && !this.renewing) {
            this.renewing = true;
            return void this.sayHello();
        }
        if (frame.re === this.helloId && this.state !== "open") return this.helloRefused(frame);
        const message = this.outbox.find(frame.re);
        if (!message) return this.emit({ kind: "error", frame });
        if (frame.retryable && message.tries < maxTries) {
            const pause_ms = (frame.retry_after_s ?? 2 ** message.tries) * 1000;
            this.timers.after(message.id, pause_ms, () => this.state === "open" && this.deliver(message));
        } else {
            this.refuse(message, frame.message);
        }
    }

    private helloRefused(frame: ErrorFrame): void {
        const signedOut = /^(unauthorized|token_expired|forbidden)$/.test(frame.code);
        this.dropped(signedOut ? 4401 : frame.retryable ? 1006 : 4400);
    }

    private refuse(message: QueuedMessage, reason?: string): void {
        this.outbox.remove(message.id);
        this.emit({ kind: "delivery", id: message.id, state: "failed", reason });
    }

    private deliver(message: QueuedMessage): void {
        if (!this.outbox.find(message.id)) return;
        const frame = { type: "message", id: message.id, text: message.text, payload: message.payload };
        const bytes = new TextEncoder().encode(JSON.stringify(frame)).length;
        if (bytes > this.maxBytes) return this.refuse(message);
        ++message.tries;
        this.write(frame);
    }

    private showTyping(on: boolean, role?: Role): void {
        this.timers.cancel("typing");
        if (on) this.timers.after("typing", this.options.typing_ms ?? 20000, () => this.showTyping(false));
        this.emit({ kind: "typing", on, role });
    }

    private dropped(code: number): void {
        this.detach();
        this.showTyping(false);
        if (this.ended || !mayReconnect(code)) return this.setState("closed", code);
        this.setState("waiting", code);
        const backoff = this.options.backoff ?? { base_ms: 500, max_ms: 30000 };
        this.timers.after("reconnect", reconnectDelay(this.attempt++, backoff), () => this.open());
    }

    private detach(code?: number): void {
        this.timers.cancelAll();
        const socket = this.socket;
        this.socket = undefined;
        socket?.close(code);
    }

    private write(frame: object): void {
        if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(frame));
    }

    private setState(state: Connection, code?: number): void {
        this.state = state;
        this.emit({ kind: "connection", state, code });
    }

    private emit(event: ClientEvent): void {
        this.options.onEvent(event);
    }
}
