import { HandoffFrame, MessageFrame, Recommendation, WelcomeFrame } from "./frames.js";
import { ClientEvent, Connection, ParlanceClient, Token } from "./protocol_client.js";
import { Reaction } from "./recommendation_view.js";
import { SessionStore } from "./session_store.js";
import { Strings } from "./strings.js";
import { Entry, newEntry, withChange, withHistory, withMessage } from "./transcript.js";

export interface ConversationListener {
    changed: () => void;
    welcomed: (frame: WelcomeFrame) => void;
    words: () => Strings;
}

// The address of the chat socket of a server given by its origin.
export function socketAddress(server: string): string {
    return new URL("/v1/chat", server).href.replace(/^http/, "ws");
}

// What <parlance-chat> shows: the lines so far and the state of the connection, kept in step with the server.
export class Conversation {
    entries: Entry[] = [];
    connection: Connection = "idle";
    typing = false;
    userName = "";
    demoName = "";
    endReason?: "closed" | "replaced" | "signedOut";
    reactions = new Map<Recommendation, Reaction>();
    language: string;

    private client: ParlanceClient;
    private store: SessionStore;
    private used = false; // the customer has spoken; nothing is stored before that
    private resumeSeq = 0;

    constructor(
        server: string,
        language: string,
        token: Token | undefined,
        private listener: ConversationListener,
    ) {
        this.store = new SessionStore(server);
        const saved = this.store.load();
        this.used = saved !== undefined;
        this.resumeSeq = saved?.seq ?? 0;
        this.language = saved?.language ?? language;
        this.client = new ParlanceClient({
            url: socketAddress(server),
            language: this.language,
            resume: saved,
            token,
            onEvent: (event) => this.took(event),
        });
    }

    connect(): void {
        this.client.connect();
    }

    disconnect(): void {
        this.client.close();
    }

    // Says something for the customer; a payload is what a button stands for and is not shown.
    say(text: string, payload?: string): void {
        this.used = true;
        const key = this.client.send({ text, payload });
        const entry = newEntry("user", text, { key, payload, at: Date.now(), delivery: "sending" });
        this.entries = [...this.entries, entry];
        this.save();
        this.listener.changed();
    }

    retry = (entry: Entry): void => {
        this.client.send({ text: entry.text, payload: entry.payload }, entry.key);
        this.change(entry.key, { delivery: "sending", failure: undefined });
    };

    // Answers a recommendation; accepting it starts the flow that its first action names.
    react(item: Recommendation, reaction: Reaction): void {
        this.reactions.set(item, reaction);
        this.client.react(item.id, reaction);
        const action = item.actions?.[0];
        if (reaction === "accepted" && action?.payload) {
            this.say(action.title || item.title, action.payload.replace(/^\/?/, "/"));
        }
        this.listener.changed();
    }

    setTyping(on: boolean): void {
        this.client.setTyping(on);
    }

    useLanguage(language: string): void {
        this.language = language;
        this.client.setLanguage(language);
        this.save();
    }

    restart(): void {
        this.store.clear();
        this.used = false;
        this.entries = [];
        this.reactions.clear();
        this.client.restart();
    }

    private took(event: ClientEvent): void {
        switch (event.kind) {
            case "connection":
                this.connectionChanged(event.state, event.code);
                break;
            case "welcome":
                this.welcomed(event.frame);
                break;
            case "message":
                this.arrived(event.frame);
                break;
            case "typing":
                this.typing = event.on;
                break;
            case "delivery":
                return this.change(event.id, {
                    delivery: event.state === "failed" ? "failed" : undefined,
                    failure: event.reason,
                });
            case "handoff":
                this.note(this.handoffText(event.frame));
                break;
            case "error":
                this.note(event.frame.message || this.listener.words().troubled);
        }
        this.listener.changed();
    }

    private connectionChanged(state: Connection, code?: number): void {
        this.connection = state;
        const ended = state === "closed" && code !== 1000;
        this.endReason = !ended ? undefined
            : code === 4409 ? "replaced"
            : code === 4401 || code === 4403 ? "signedOut" : "closed";
    }

    private welcomed(frame: WelcomeFrame): void {
        this.userName = frame.user?.name ?? "";
        this.demoName = frame.demo === true ? this.userName : "";
        const known = this.entries.some((entry) => !entry.delivery && entry.role !== "system");
        if (frame.history?.length) {
            if (!known || frame.resumed !== true) this.entries = withHistory(this.entries, frame.history);
        } else if (known && frame.resumed !== true) {
            this.note(this.listener.words().lost);
        }
        if (frame.resumed !== true) this.resumeSeq = 0;
        this.save();
        this.listener.welcomed(frame);
    }

    private arrived(frame: MessageFrame): void {
        if (typeof frame.seq === "number" && frame.role !== "user") this.resumeSeq = frame.seq - 1;
        const fresh = withMessage(this.entries, frame);
        if (fresh === this.entries) return;
        this.entries = fresh;
        for (const item of fresh.find((entry) => entry.key === frame.id)?.recommendations ?? []) {
            this.client.react(item.id, "shown");
        }
        this.save();
    }

    private handoffText(frame: HandoffFrame): string {
        const words = this.listener.words();
        if (frame.state === "advisor") return words.joined(frame.advisor?.name);
        return frame.state === "bot" ? words.left : words.queued(frame.position);
    }

    private note(text: string): void {
        this.entries = [...this.entries, newEntry("system", text)];
    }

    private change(key: string, change: Partial<Entry>): void {
        this.entries = withChange(this.entries, key, change);
        this.listener.changed();
    }

    private save(): void {
        const session = this.client.resumePoint?.session;
        if (!this.used || session === undefined) return;
        this.store.save({ session, seq: Math.max(0, this.resumeSeq), language: this.language });
    }
}
