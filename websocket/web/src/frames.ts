// The part of parlance.v1 that a customer's client sees. Every field that a server may leave out is optional,
// and unknown fields and types are ignored, so that older clients work with newer servers.

export type Role = "user" | "assistant" | "advisor" | "system";

export interface SuggestedAction {
    id?: string;
    title: string;
    payload?: string;
    type?: "postback" | "url" | "handoff";
    url?: string;
}

export interface Factor {
    label: string;
    weight?: number;
    direction?: "+" | "-"; // speaks for the recommendation, or against it
}

export interface Recommendation {
    id: string;
    title: string;
    kind?: string;
    summary?: string;
    score?: number;
    explanation?: { text?: string; factors?: Factor[] };
    disclaimers?: string[];
    actions?: { title?: string; payload?: string }[];
}

export interface Citation {
    id?: string;
    title?: string;
    url?: string;
    snippet?: string;
}

export interface HistoryItem {
    role: Role;
    text: string;
    id?: string;
    ts?: string;
}

export interface WelcomeFrame {
    type: "welcome";
    session: string;
    resumed?: boolean;
    history?: HistoryItem[];
    ping_s?: number;
    max_bytes?: number;
    user?: { id?: string; name?: string };
    demo?: boolean;
}

export interface MessageFrame {
    type: "message";
    id?: string;
    re?: string;
    seq?: number;
    ts?: string;
    role?: Role;
    text?: string;
    suggested_actions?: SuggestedAction[];
    recommendations?: Recommendation[];
    citations?: Citation[];
    final?: boolean;
}

export interface HandoffFrame {
    type: "handoff";
    state: "requested" | "queued" | "advisor" | "bot";
    advisor?: { name?: string };
    position?: number;
}

export interface ErrorFrame {
    type: "error";
    re?: string;
    code: string;
    message?: string;
    retryable?: boolean;
    retry_after_s?: number;
}

export type ServerFrame =
    | WelcomeFrame
    | MessageFrame
    | HandoffFrame
    | ErrorFrame
    | { type: "ack"; re?: string; message_id?: string }
    | { type: "typing"; on?: boolean; role?: Role }
    | { type: "bye"; reason?: string; reconnect?: boolean };

// Reads one text frame. Null when it is not a JSON object with a string `type`: such frames are skipped.
export function readFrame(data: unknown): (ServerFrame & { seq?: number }) | null {
    if (typeof data !== "string") return null;
    try {
        const frame = JSON.parse(data);
        return typeof frame?.type === "string" ? frame : null;
    } catch {
        return null;
    }
}

// The array itself, or an empty one when the server sent something else.
export function listOf<T>(value: T[] | undefined): T[] {
    return Array.isArray(value) ? value.filter((item) => item !== null && item !== undefined) : [];
}

// True for an absolute http or https address: the only kind that is ever made into a link.
export function isWebAddress(url: string | undefined): url is string {
    try {
        return /^https?:$/.test(new URL(url ?? "").protocol);
    } catch {
        return false;
    }
}
