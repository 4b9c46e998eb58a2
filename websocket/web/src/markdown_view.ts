import { html, TemplateResult } from "lit";
import { Block, Inline, readMarkdown } from "./markdown.js";
import { Strings } from "./strings.js";

// A link that leaves the page; `url` has been checked to be http(s).
export function link(url: string, text: string, words: Strings): TemplateResult {
    return html`<a href=${url} target="_blank" rel="noopener noreferrer"
        >${text}<span class="quiet"> (${words.newWindow})</span></a>`;
}

function inline(parts: Inline[], words: Strings): unknown {
    return parts.map((part) => {
        if (part.kind === "text") return part.text;
        return part.kind === "bold" ? html`<strong>${inline(part.parts, words)}</strong>`
                                    : link(part.url, part.text, words);
    });
}

function block(part: Block, words: Strings): TemplateResult {
    if (part.kind === "list") {
        return html`<ul>${part.items.map((item) => html`<li>${inline(item, words)}</li>`)}</ul>`;
    }
    return html`<p>${part.lines.map((line, index) => [index ? html`<br />` : "", inline(line, words)])}</p>`;
}

// A message text as elements. Text only ever becomes text nodes, never markup.
export function markdown(text: string, words: Strings): TemplateResult[] {
    return readMarkdown(text).map((part) => block(part, words));
}
