// Entry of widget.js: <script src="https://chat.example/widget.js" defer></script> puts a chat button on a
// page. Attributes of the script: data-server (the server's origin, default the script's own), data-language.
import { ParlanceWidget } from "./widget_element.js";

const script = document.currentScript as HTMLScriptElement | null;

function addWidget(): void {
    if (document.querySelector("parlance-widget")) return; // placed by the page, or we are loaded twice
    const widget = new ParlanceWidget();
    widget.server = script?.dataset["server"] ?? new URL(script?.src || location.href).origin;
    widget.language = script?.dataset["language"] ?? document.documentElement.lang;
    document.body.append(widget);
}

if (document.body) addWidget();
else document.addEventListener("DOMContentLoaded", addWidget);
