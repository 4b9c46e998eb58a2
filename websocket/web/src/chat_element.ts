import { html, LitElement, nothing, PropertyValues, TemplateResult, unsafeCSS } from "lit";
import { repeat } from "lit/directives/repeat.js";
import styles from "./chat_element.css";
import { Conversation } from "./conversation.js";
import { isWebAddress, SuggestedAction } from "./frames.js";
import { headerView } from "./header_view.js";
import { leafIcon, sendIcon } from "./icons.js";
import { messageView } from "./message_view.js";
import { Token } from "./protocol_client.js";
import { chooseLanguage, StringOverrides, Strings, stringsFor } from "./strings.js";
import { currentActions } from "./transcript.js";

const typingDots = html`<div class="typing" aria-hidden="true"><i></i><i></i><i></i></div>`;

// <parlance-chat>: a whole conversation with a Parlance server.
//
// server: the server's origin (default: the page's). language: "en" or "de" (default: the browser's).
// closable: shows a close button. strings: replacement words by language. token: gives the customer's token
// where the server wants one. Connects when it enters the document.
// Fires parlance-language, parlance-welcome and, from the close button, parlance-close.
export class ParlanceChat extends LitElement {
    static override styles = unsafeCSS(styles);
    static override properties = {
        server: {},
        language: { reflect: true },
        closable: { type: Boolean },
        strings: { attribute: false },
        menuOpen: { state: true },
    };

    server = location.origin;
    language = "";
    closable = false;
    strings: StringOverrides = {};
    token?: Token;
    private menuOpen = false;
    private composing = false;
    private follow = true;
    private conversation?: Conversation;

    override connectedCallback(): void {
        super.connectedCallback();
        this.conversation ??= new Conversation(this.server, chooseLanguage(this.language), this.token, {
            changed: () => this.requestUpdate(),
            welcomed: (frame) => this.fire("parlance-welcome", frame),
            words: () => this.words,
        });
        this.useLanguage(this.conversation.language);
        this.conversation.connect();
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.conversation?.disconnect();
    }

    // Puts the cursor into the message field.
    override focus(): void {
        this.input?.focus();
    }

    private get words(): Strings {
        return stringsFor(this.language, this.strings);
    }

    private get input(): HTMLTextAreaElement | null {
        return this.renderRoot.querySelector("textarea");
    }

    private fire(type: string, detail?: unknown): void {
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }

    private useLanguage(language: string): void {
        this.language = language;
        this.fire("parlance-language", language);
    }

    // The field takes the focus before the button that was pressed goes away. On touch screens the transcript
    // does instead, as the field would open the keyboard.
    private keepFocus(): void {
        const touch = matchMedia("(pointer: coarse)").matches;
        (touch ? this.renderRoot.querySelector<HTMLElement>(".scroller") : this.input)?.focus();
    }

    private say(text: string, payload?: string): void {
        this.follow = true;
        this.conversation!.say(text, payload);
    }

    private submit(event?: Event): void {
        event?.preventDefault();
        const text = this.input!.value.trim();
        if (!text) return;
        this.input!.value = "";
        this.say(text);
        this.input!.focus();
    }

    private pressed(event: KeyboardEvent): void {
        // 229 is what Safari reports for the Enter that ends a composition
        if (event.key !== "Enter" || event.shiftKey || event.isComposing || this.composing) return;
        if (event.keyCode !== 229) this.submit(event);
    }

    private choose(action: SuggestedAction): void {
        this.keepFocus();
        this.say(action.title, action.payload);
    }

    private escape(event: KeyboardEvent): void {
        if (event.key !== "Escape" || !this.menuOpen) return;
        event.stopPropagation();
        this.menuOpen = false;
        this.renderRoot.querySelector<HTMLElement>("#menu")?.focus();
    }

    private leftMenu(event: FocusEvent): void {
        const target = event.relatedTarget as Element | null;
        if (this.menuOpen && !target?.closest(".menu")) this.menuOpen = false;
    }

    private scrolled(event: Event): void {
        const box = event.target as HTMLElement;
        this.follow = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    }

    protected override updated(changed: PropertyValues): void {
        super.updated(changed);
        if (this.follow) this.scrollToNewest();
    }

    // Down to the newest line, but no further than the customer's last words: a long answer is read from its
    // top.
    private scrollToNewest(): void {
        const box = this.renderRoot.querySelector<HTMLElement>(".scroller")!;
        const asked = [...box.querySelectorAll<HTMLElement>(".own")].at(-1);
        const top = asked ? asked.offsetTop - box.offsetTop - 12 : Infinity;
        box.scrollTop = Math.min(box.scrollHeight, top);
    }

    protected override render(): TemplateResult {
        const { words } = this;
        const talk = this.conversation!;
        return html`<div class="chat" lang=${this.language}
            @keydown=${this.escape} @focusout=${this.leftMenu}>
            ${this.header(words)}
            ${talk.demoName ? html`<p class="demo" role="note">${words.demo(talk.demoName)}</p>` : nothing}
            <div class="scroller" tabindex="0" role="region" aria-label=${words.conversation}
                @scroll=${this.scrolled}>
                ${talk.entries.length === 0 ? this.intro(words) : nothing}
                ${this.log(words)}
                ${talk.typing ? typingDots : nothing}
                ${this.suggestions(words)}
            </div>
            ${this.footer(words)}
        </div>`;
    }

    private header(words: Strings): TemplateResult {
        const { language, menuOpen, closable } = this;
        const { connection } = this.conversation!;
        return headerView({ words, language, menuOpen, closable, connection }, {
            chooseLanguage: (chosen) => {
                this.useLanguage(chosen);
                this.conversation!.useLanguage(chosen);
            },
            toggleMenu: () => (this.menuOpen = !this.menuOpen),
            restart: () => {
                this.keepFocus();
                this.menuOpen = false;
                this.conversation!.restart();
            },
            close: () => this.fire("parlance-close"),
        });
    }

    private intro(words: Strings): TemplateResult {
        return html`<div class="intro">
            <span class="logo">${leafIcon}</span>
            <h3>${words.intro(this.conversation!.userName.split(" ")[0] ?? "")}</h3>
            <p>${words.introText}</p>
            <div class="starters">
                ${words.starters.map((title) => this.suggestion({ title }))}
            </div>
        </div>`;
    }

    private log(words: Strings): TemplateResult {
        const talk = this.conversation!;
        const context = {
            words,
            language: this.language,
            actions: {
                retry: talk.retry,
                react: (...[item, reaction]: Parameters<typeof talk.react>) => {
                    this.keepFocus();
                    this.follow ||= reaction === "accepted";
                    talk.react(item, reaction);
                },
            },
        };
        const role = (index: number) => talk.entries[index]?.role;
        return html`<div role="log" aria-live="polite" aria-label=${words.conversation}>
            ${repeat(talk.entries, (entry) => entry.key, (entry, index) => {
                const run = { first: role(index - 1) !== entry.role, last: role(index + 1) !== entry.role };
                return messageView(entry, run, talk.reactions, context);
            })}
        </div>`;
    }

    private suggestions(words: Strings): TemplateResult {
        const actions = currentActions(this.conversation!.entries);
        const titles = actions.map((action) => action.title).join(", ");
        return html`<p class="quiet" role="status">${titles ? words.suggested(titles) : ""}</p>
            ${titles ? html`<div class="suggestions" role="group" aria-label=${words.suggestions}>
                ${actions.map((action) => this.suggestion(action))}
            </div>` : nothing}`;
    }

    private suggestion(action: SuggestedAction): TemplateResult {
        if (action.type === "url" && isWebAddress(action.url)) {
            return html`<a class="chip" href=${action.url} target="_blank" rel="noopener noreferrer"
                >${action.title}<span class="quiet"> (${this.words.newWindow})</span></a>`;
        }
        return html`<button class="chip" @click=${() => this.choose(action)}>${action.title}</button>`;
    }

    private footer(words: Strings): TemplateResult {
        const talk = this.conversation!;
        const end = talk.endReason;
        return html`<footer>
            ${end ? html`<p class="ended" role="alert">${words[end]}
                <button class="plain" @click=${() => talk.connect()}>${words.connect}</button></p>` : nothing}
            <form @submit=${this.submit}>
                <textarea rows="1" maxlength="2000" autocomplete="off" enterkeyhint="send"
                    aria-label=${words.placeholder} placeholder=${words.placeholder}
                    @keydown=${this.pressed}
                    @compositionstart=${() => (this.composing = true)}
                    @compositionend=${() => (this.composing = false)}
                    @input=${() => talk.setTyping(this.input!.value.trim() !== "")}></textarea>
                <button class="filled round" aria-label=${words.send}>${sendIcon}</button>
            </form>
        </footer>`;
    }
}

if (!customElements.get("parlance-chat")) customElements.define("parlance-chat", ParlanceChat);
