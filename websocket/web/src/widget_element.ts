import { html, LitElement, nothing, PropertyValues, TemplateResult, unsafeCSS } from "lit";
import { ParlanceChat } from "./chat_element.js";
import { chatIcon, closeIcon } from "./icons.js";
import { Token } from "./protocol_client.js";
import { chooseLanguage, StringOverrides, stringsFor } from "./strings.js";
import styles from "./widget_element.css";

// <parlance-widget>: a round button in the corner of any page that opens the chat in a panel. The chat, and
// with it the first request and the first stored byte, comes into being at the first click.
//
// server: the server's origin. language, strings and token as in <parlance-chat>; set them before that click.
export class ParlanceWidget extends LitElement {
    static override styles = unsafeCSS(styles);
    static override properties = {
        server: {},
        language: {},
        strings: { attribute: false },
        opened: { state: true },
    };

    server = location.origin;
    language = "";
    strings: StringOverrides = {};
    token?: Token;
    private opened = false;
    private chat?: ParlanceChat;

    // Opens the panel and puts the cursor into the message field.
    open(): void {
        this.chat ??= this.newChat();
        this.opened = true;
        void this.updateComplete.then(() => this.chat!.updateComplete).then(() => this.chat!.focus());
    }

    // Closes the panel; the conversation goes on in the background. The focus returns to the launcher.
    close(): void {
        this.opened = false;
        this.renderRoot.querySelector<HTMLElement>("#launcher")?.focus();
    }

    private newChat(): ParlanceChat {
        const chat = new ParlanceChat();
        chat.server = this.server;
        chat.language = this.language;
        chat.strings = this.strings;
        chat.token = this.token;
        chat.closable = true;
        chat.setAttribute("exportparts", "header, message, recommendation");
        return chat;
    }

    private languageChanged(event: CustomEvent<string>): void {
        this.language = event.detail;
    }

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        if (this.chat && changed.has("strings")) this.chat.strings = this.strings;
    }

    protected override render(): TemplateResult {
        const language = chooseLanguage(this.language);
        const words = stringsFor(language, this.strings);
        return html`<div lang=${language}
            @parlance-language=${this.languageChanged} @parlance-close=${this.close}>
            <section id="panel" part="panel" role="dialog" aria-label="${words.bank} ${words.assistant}"
                ?hidden=${!this.opened}
                @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.close()}>
                ${this.chat ?? nothing}
            </section>
            <button id="launcher" part="launcher" aria-expanded=${this.opened ? "true" : "false"}
                aria-label=${this.opened ? words.close : words.open}
                @click=${() => (this.opened ? this.close() : this.open())}>
                ${this.opened ? closeIcon : chatIcon}
            </button>
        </div>`;
    }
}

if (!customElements.get("parlance-widget")) customElements.define("parlance-widget", ParlanceWidget);
