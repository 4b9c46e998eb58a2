import { html, nothing, TemplateResult } from "lit";
import { Factor, listOf, Recommendation } from "./frames.js";
import { Strings } from "./strings.js";
import { markdown } from "./markdown_view.js";

export type Reaction = "accepted" | "later";

// A factor and how much it counted, as a bar; the longest bar is the weightiest factor.
function factorRow(factor: Factor, heaviest: number, words: Strings): TemplateResult {
    const label = html`<span>${factor.label}</span>`;
    if (typeof factor.weight !== "number" || heaviest === 0) return html`<li>${label}</li>`;
    const share = Math.round((100 * Math.abs(factor.weight)) / heaviest);
    const against = factor.direction === "-";
    return html`<li>
        ${label}
        <svg class="bar ${against ? "against" : ""}" viewBox="0 0 100 6" preserveAspectRatio="none" role="img"
            aria-label=${words.factor(factor.label, share, against)}>
            <rect class="track" width="100" height="6" /><rect width=${share} height="6" />
        </svg>
    </li>`;
}

function reasons(item: Recommendation, words: Strings): TemplateResult | typeof nothing {
    const factors = listOf(item.explanation?.factors).filter((factor) => factor.label);
    const { text: whole } = item.explanation ?? {};
    const text = factors.some((factor) => factor.label === whole) ? "" : whole;
    if (!text && factors.length === 0) return nothing;
    const heaviest = Math.max(0, ...factors.map((factor) => Math.abs(factor.weight ?? 0)));
    return html`<details>
        <summary>${words.why}</summary>
        ${text ? markdown(text, words) : nothing}
        ${factors.length ? html`<ul class="factors">${factors.map((f) => factorRow(f, heaviest, words))}</ul>`
                         : nothing}
    </details>`;
}

// A product or service proposal with its reasons and warnings; `key` is unique in the transcript. Once the
// customer has answered, the buttons give way to the answer.
export function recommendationCard(
    item: Recommendation,
    key: string,
    reaction: Reaction | undefined,
    words: Strings,
    react: (item: Recommendation, reaction: Reaction) => void,
): TemplateResult {
    const action = item.actions?.[0]?.title;
    const accept = action && action !== item.title ? action : words.accept;
    return html`<article class="card" part="recommendation" aria-labelledby=${key}>
        <p class="eyebrow">${words.recommendation}</p>
        <h3 id=${key}>${item.title}</h3>
        ${item.summary ? markdown(item.summary, words) : nothing}
        ${reasons(item, words)}
        ${reaction
            ? html`<p class="answer">${reaction === "accepted" ? words.accepted : words.postponed}</p>`
            : html`<div class="choices">
                  <button class="filled" @click=${() => react(item, "accepted")}>${accept}</button>
                  <button class="plain" @click=${() => react(item, "later")}>${words.later}</button>
              </div>`}
        ${listOf(item.disclaimers).map((line) => html`<p class="small">${line}</p>`)}
    </article>`;
}
