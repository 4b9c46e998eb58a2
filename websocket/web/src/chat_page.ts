import "./chat_element.js";
import { ParlanceChat } from "./chat_element.js";

const texts: Record<string, Record<string, string>> = {
    en: {
        lead: "Your bank, in conversation.",
        about:
            "Check a balance, ask about a fee, plan for a home or for retirement: in your own words.",
        embed: "Embed this chat",
        how: "Add this line to any page of a site that the server allows:",
        copy: "Copy",
        copied: "Copied",
    },
    de: {
        lead: "Ihre Bank, im Gespr\u00e4ch.",
        about:
            "Kontostand pr\u00fcfen, Geb\u00fchren kl\u00e4ren, f\u00fcrs Alter planen: mit Ihren Worten.",
        embed: "Diesen Chat einbinden",
        how: "F\u00fcgen Sie diese Zeile in eine Seite ein, die der Server zul\u00e4sst:",
        copy: "Kopieren",
        copied: "Kopiert",
    },
};

function showTexts(language: string): void {
    document.documentElement.lang = language;
    for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
        place.textContent = texts[language]?.[place.dataset["text"]!] ?? place.textContent;
    }
}

// Clipboards need TLS or localhost; elsewhere the snippet is selected, ready to be copied by key.
async function copySnippet(code: HTMLElement, button: HTMLElement): Promise<void> {
    try {
        await navigator.clipboard.writeText(code.textContent ?? "");
        button.textContent = texts[document.documentElement.lang]!["copied"]!;
    } catch {
        getSelection()?.selectAllChildren(code);
    }
}

const code = document.querySelector<HTMLElement>("#snippet")!;
const copy = document.querySelector<HTMLElement>("#copy")!;
code.textContent = `<script src="${new URL("widget.js", location.href).href}" defer></script>`;
copy.addEventListener("click", () => void copySnippet(code, copy));
document.addEventListener("parlance-language", (event) => showTexts((event as CustomEvent<string>).detail));

const chat = new ParlanceChat();
document.querySelector("#chat")!.append(chat);
