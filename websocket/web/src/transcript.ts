import { Citation, HistoryItem, listOf, MessageFrame, Recommendation, Role, SuggestedAction } from "./frames.js";

// One line of the conversation as shown.
export interface Entry {
    key: string;
    role: Role;
    text: string;
    at?: number; // ms since 1970
    restored?: boolean; // from the welcome's history
    delivery?: "sending" | "failed";
    failure?: string;
    payload?: string;
    recommendations: Recommendation[];
    citations: Citation[];
    actions: SuggestedAction[];
}

let nextKey = 0;

export function newEntry(role: Role, text: string, more: Partial<Entry> = {}): Entry {
    return { key: `entry${nextKey++}`, role, text, recommendations: [], citations: [], actions: [], ...more };
}

function readTime(ts: string | undefined): number | undefined {
    const at = Date.parse(ts ?? "");
    return Number.isNaN(at) ? undefined : at;
}

// The entries of a welcome's history, oldest first.
export function fromHistory(history: HistoryItem[] | undefined): Entry[] {
    return listOf(history)
        .filter((item) => typeof item.text === "string" && item.text !== "")
        .map((item) => newEntry(item.role, item.text, { at: readTime(item.ts), restored: true }));
}

function isSame(entry: Entry, role: Role, text: string, at: number | undefined): boolean {
    if (!entry.restored || entry.role !== role || entry.text !== text) return false;
    return entry.at === undefined || at === undefined || Math.abs(entry.at - at) < 2000;
}

// Adds a message frame. A frame whose text the history already showed takes that entry's place, and a frame that
// repeats a known key (the customer's own message, for instance) changes nothing.
export function withMessage(entries: Entry[], frame: MessageFrame): Entry[] {
    const role = frame.role ?? "assistant";
    const text = typeof frame.text === "string" ? frame.text : "";
    const at = readTime(frame.ts) ?? Date.now();
    const key = frame.id ?? (role === "user" ? frame.re : undefined);
    if (key && entries.some((entry) => entry.key === key)) return entries;
    const entry = newEntry(role, text, {
        at,
        recommendations: listOf(frame.recommendations).filter((item) => item.id && item.title),
        citations: listOf(frame.citations).filter((item) => item.title || item.url),
        actions: listOf(frame.suggested_actions).filter((item) => item.title),
    });
    if (key) entry.key = key;
    const place = entries.findLastIndex((old) => isSame(old, role, text, readTime(frame.ts)));
    return place < 0 ? [...entries, entry] : entries.map((old, index) => (index === place ? entry : old));
}

// Replaces fields of the entry with that key.
export function withChange(entries: Entry[], key: string, change: Partial<Entry>): Entry[] {
    return entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));
}

// The suggested actions to offer now: those of the last line, unless the customer has spoken since.
export function currentActions(entries: Entry[]): SuggestedAction[] {
    const last = entries.findLast((entry) => entry.role !== "system");
    return last?.actions ?? [];
}
