import { html, nothing, TemplateResult } from "lit";
import { closeIcon, leafIcon, menuIcon, restartIcon } from "./icons.js";
import { Connection } from "./protocol_client.js";
import { strings, Strings } from "./strings.js";

export interface HeaderState {
    words: Strings;
    language: string;
    connection: Connection;
    menuOpen: boolean;
    closable: boolean;
}

export interface HeaderActions {
    chooseLanguage: (language: string) => void;
    toggleMenu: () => void;
    restart: () => void;
    close: () => void;
}

function languages(state: HeaderState, choose: (language: string) => void): TemplateResult {
    return html`<div class="languages" role="group" aria-label=${state.words.language}>
        ${Object.keys(strings).map(
            (code) => html`<button lang=${code} aria-pressed=${code === state.language ? "true" : "false"}
                aria-label=${code === "de" ? "DE, Deutsch" : "EN, English"}
                @click=${() => choose(code)}>${code.toUpperCase()}</button>`,
        )}
    </div>`;
}

function menu(state: HeaderState, actions: HeaderActions): TemplateResult {
    return html`<div class="menu">
        <button class="round" id="menu" aria-label=${state.words.menu} aria-controls="menu-list"
            aria-expanded=${state.menuOpen ? "true" : "false"}
            @click=${actions.toggleMenu}>${menuIcon}</button>
        <div id="menu-list" ?hidden=${!state.menuOpen}>
            <button @click=${actions.restart}>${restartIcon}${state.words.restart}</button>
        </div>
    </div>`;
}

// The bar at the top: whose chat this is, whether it is connected, the language, the menu and, in the widget,
// a close button.
export function headerView(state: HeaderState, actions: HeaderActions): TemplateResult {
    const { words, connection } = state;
    const status = connection === "open" ? words.online
        : connection === "waiting" ? words.waiting
        : connection === "closed" ? words.closed : words.connecting;
    return html`<header part="header">
        <span class="logo">${leafIcon}</span>
        <div class="title">
            <h2>${words.bank} <span>${words.assistant}</span></h2>
            <p role="status" class="status ${connection}">${status}</p>
        </div>
        ${languages(state, actions.chooseLanguage)} ${menu(state, actions)}
        ${state.closable
            ? html`<button class="round" aria-label=${words.close} @click=${actions.close}
                  >${closeIcon}</button>`
            : nothing}
    </header>`;
}
