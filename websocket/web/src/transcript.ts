import { listOf } from "./frames.js";
import type { Citation, HistoryItem, MessageFrame, Recommendation, Role, SuggestedAction } from "./frames.js";

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

// The entries of a welcome's history, oldest first. Lines that are known already stay as they are, with their
// cards and buttons; lines still on their way to the server come last.
export function withHistory(entries: Entry[], history: HistoryItem[] | undefined): Entry[] {
    const known = new Map(entries.map((entry) => [entry.key, entry]));
    const restored = listOf(history)
        .filter((item) => typeof item.text === "string" && item.text !== "")
        .map((item) => known.get(item.id!) ?? newEntry(item.role, item.text, {
            ...(item.id ? { key: item.id } : {}),
            at: readTime(item.ts),
            restored: true,
        }));
    const shown = new Set(restored.map((entry) => entry.key));
    return [...restored, ...entries.filter((entry) => entry.delivery && !shown.has(entry.key))];
}

// Adds a message frame. It takes the place of a line that the history showed without its cards and buttons; a
// frame that was added before (or the customer's own message, coming back) changes nothing.
export function withMessage(entries: Entry[], frame: MessageFrame): Entry[] {
    const role = frame.role ?? "assistant";
    const known = entries.findIndex((entry) => entry.key === frame.id);
    if (known >= 0 && !(entries[known]!.restored && role !== "user")) return entries;
    const entry = newEntry(role, typeof frame.text === "string" ? frame.text : "", {
        at: readTime(frame.ts) ?? Date.now(),
        recommendations: listOf(frame.recommendations).filter((item) => item.id && item.title),
        citations: listOf(frame.citations).filter((item) => item.title || item.url),
        actions: listOf(frame.suggested_actions).filter((item) => item.title),
    });
    if (frame.id) entry.key = frame.id;
    return known < 0 ? [...entries, entry] : entries.with(known, entry);
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
