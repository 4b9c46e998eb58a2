import { html, nothing, TemplateResult } from "lit";
import { Citation, isWebAddress, Recommendation } from "./frames.js";
import { leafIcon } from "./icons.js";
import { link, markdown } from "./markdown_view.js";
import { Reaction, recommendationCard } from "./recommendation_view.js";
import { Strings } from "./strings.js";
import { Entry } from "./transcript.js";

export interface MessageActions {
    react: (item: Recommendation, reaction: Reaction) => void;
    retry: (entry: Entry) => void;
}

function citation(item: Citation, words: Strings): TemplateResult {
    const title = item.title ?? item.url!;
    return html`<li>
        ${isWebAddress(item.url) ? link(item.url, title, words) : title}
        ${item.snippet ? html`<p class="small">${item.snippet}</p>` : nothing}
    </li>`;
}

function sources(entry: Entry, words: Strings): TemplateResult | typeof nothing {
    if (entry.citations.length === 0) return nothing;
    return html`<section class="sources" aria-label=${words.sources}>
        <p class="eyebrow" aria-hidden="true">${words.sources}</p>
        <ol>${entry.citations.map((item) => citation(item, words))}</ol>
    </section>`;
}

function delivery(entry: Entry, words: Strings, retry: (entry: Entry) => void): unknown {
    if (entry.delivery === "sending") return html`<p class="small late">${words.sending}</p>`;
    if (entry.delivery !== "failed") return nothing;
    return html`<p class="small wrong">
        ${entry.failure ?? words.failed}
        <button class="inline" @click=${() => retry(entry)}>${words.retry}</button>
    </p>`;
}

function clock(at: number | undefined, language: string): unknown {
    if (at === undefined) return nothing;
    const time = new Date(at);
    const shown = time.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    return html`<time datetime=${time.toISOString()}>${shown}</time>`;
}

// One line of the conversation. `first` and `last` mark the ends of a run of lines of one speaker, which
// share one name and one time.
export function messageView(
    entry: Entry,
    run: { first: boolean; last: boolean },
    reactions: ReadonlyMap<Recommendation, Reaction>,
    context: { words: Strings; language: string; actions: MessageActions },
): TemplateResult {
    const { words, language, actions } = context;
    if (entry.role === "system") return html`<p class="notice">${entry.text}</p>`;
    const own = entry.role === "user";
    const speaker = own ? words.you : entry.role === "advisor" ? words.advisor : words.assistant;
    return html`<div class="message ${own ? "own" : ""} ${run.first ? "first" : ""}" part="message">
        ${own || !run.first ? nothing : html`<span class="mark">${leafIcon}</span>`}
        <p class=${own || !run.first ? "quiet" : "speaker"}>${speaker}<span class="quiet">:</span></p>
        ${entry.text ? html`<div class="bubble">${markdown(entry.text, words)}</div>` : nothing}
        ${entry.recommendations.map((item, index) =>
            recommendationCard(item, `${entry.key}-${index}`, reactions.get(item), words, actions.react))}
        ${sources(entry, words)} ${delivery(entry, words, actions.retry)}
        ${run.last ? clock(entry.at, language) : nothing}
    </div>`;
}
