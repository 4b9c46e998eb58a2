import { isWebAddress } from "./frames.js";

// The Markdown subset of message texts: bold, links to http(s), line breaks and "- " lists. Everything else,
// HTML included, stays plain text.
export type Inline =
    | { kind: "text"; text: string }
    | { kind: "bold"; parts: Inline[] }
    | { kind: "link"; text: string; url: string };

export type Block = { kind: "lines"; lines: Inline[][] } | { kind: "list"; items: Inline[][] };

// No part of the pattern can run past the opening mark of its next candidate, so the scan stays linear.
const pattern = /\*\*([^*\n]+)\*\*|\[([^[\]\n]+)\]\((https?:\/\/[^\s()<>]+)\)/g;

// Splits one line (without line breaks) into its inline parts. Never fails: broken marks are text.
export function readInline(line: string): Inline[] {
    const parts: Inline[] = [];
    let end = 0;
    for (const match of line.matchAll(pattern)) {
        const [all, bold, label, url] = match;
        if (label !== undefined && !isWebAddress(url)) continue;
        if (match.index > end) parts.push({ kind: "text", text: line.slice(end, match.index) });
        if (bold !== undefined) parts.push({ kind: "bold", parts: readInline(bold) });
        else parts.push({ kind: "link", text: label!, url: url! });
        end = match.index + all.length;
    }
    if (end < line.length) parts.push({ kind: "text", text: line.slice(end) });
    return parts;
}

// Splits a message text into blocks: runs of "- " lines become lists, blank lines separate the rest.
export function readMarkdown(text: string): Block[] {
    const blocks: Block[] = [];
    let open: Block | undefined;
    for (const line of text.trim().split(/\r?\n/)) {
        const item = /^\s*[-*\u2022] +(\S.*)$/.exec(line)?.[1];
        const kind = item === undefined ? "lines" : "list";
        if (item === undefined && line.trim() === "") {
            open = undefined;
            continue;
        }
        if (open?.kind !== kind) {
            open = kind === "list" ? { kind, items: [] } : { kind, lines: [] };
            blocks.push(open);
        }
        (open.kind === "list" ? open.items : open.lines).push(readInline(item ?? line));
    }
    return blocks;
}
