// Every word that the chat shows of its own accord. A page may replace any of them, see ParlanceChat.strings.
export interface Strings {
    bank: string;
    assistant: string;
    you: string;
    advisor: string;
    online: string;
    connecting: string;
    waiting: string;
    closed: string;
    replaced: string;
    signedOut: string;
    connect: string;
    demo: (name: string) => string;
    intro: (name: string) => string;
    introText: string;
    starters: string[];
    conversation: string;
    placeholder: string;
    send: string;
    language: string;
    menu: string;
    restart: string;
    close: string;
    open: string;
    typing: string;
    suggestions: string;
    suggested: (titles: string) => string;
    recommendation: string;
    why: string;
    factor: (label: string, percent: number, against: boolean) => string;
    accept: string;
    later: string;
    accepted: string;
    postponed: string;
    sources: string;
    sending: string;
    failed: string;
    retry: string;
    newWindow: string;
    troubled: string;
    lost: string;
    queued: (position?: number) => string;
    joined: (name?: string) => string;
    left: string;
}

export type StringTable = Record<string, Strings>;
export type StringOverrides = Record<string, Partial<Strings>>;

const en: Strings = {
    bank: "Alder Bank",
    assistant: "Assistant",
    you: "You",
    advisor: "Adviser",
    online: "Online",
    connecting: "Connecting\u2026",
    waiting: "Connection lost. Reconnecting\u2026",
    closed: "The conversation is closed.",
    replaced: "This conversation is open in another window.",
    signedOut: "You are signed out. Please sign in again.",
    connect: "Continue here",
    demo: (name) => `Demo: you are signed in as ${name}, an invented customer.`,
    intro: (name) => (name ? `Hello ${name}, how can I help?` : "Hello, how can I help?"),
    introText: "Ask about your accounts, cards, savings or plans. For example:",
    starters: ["What's my balance?", "How much did I spend on groceries?", "I want to save for a house"],
    conversation: "Conversation",
    placeholder: "Write a message",
    send: "Send",
    language: "Language",
    menu: "Menu",
    restart: "Restart conversation",
    close: "Close chat",
    open: "Open chat",
    typing: "The assistant is writing",
    suggestions: "Suggested replies",
    suggested: (titles) => `Suggested replies: ${titles}`,
    recommendation: "Suggestion for you",
    why: "Why am I seeing this?",
    factor: (label, percent, against) =>
        `${label}: ${percent} percent${against ? ", speaks against it" : ""}`,
    accept: "Accept",
    later: "Not now",
    accepted: "You accepted this suggestion.",
    postponed: "All right, not now.",
    sources: "Sources",
    sending: "Sending\u2026",
    failed: "Not sent.",
    retry: "Try again",
    newWindow: "opens in a new window",
    troubled: "Something went wrong. Please try again.",
    lost: "The earlier conversation has ended. A new one has started.",
    queued: (position) => (position ? `You are number ${position} in the queue.`
                                    : "An adviser will join shortly."),
    joined: (name) => `${name ?? "An adviser"} has joined the conversation.`,
    left: "You are talking to the assistant again.",
};

const de: Strings = {
    bank: "Alder Bank",
    assistant: "Assistent",
    you: "Sie",
    advisor: "Beratung",
    online: "Online",
    connecting: "Verbindung wird aufgebaut\u2026",
    waiting: "Verbindung unterbrochen. Neuer Versuch\u2026",
    closed: "Die Unterhaltung ist beendet.",
    replaced: "Diese Unterhaltung ist in einem anderen Fenster ge\u00f6ffnet.",
    signedOut: "Sie sind abgemeldet. Bitte melden Sie sich neu an.",
    connect: "Hier fortsetzen",
    demo: (name) => `Demo: Sie sind als ${name} angemeldet, eine erfundene Person.`,
    intro: (name) => (name ? `Guten Tag, ${name}. Wie kann ich helfen?` : "Guten Tag. Wie kann ich helfen?"),
    introText: "Fragen Sie nach Konten, Karten, Erspartem oder Pl\u00e4nen. Zum Beispiel:",
    starters: ["Wie hoch ist mein Kontostand?", "Was habe ich f\u00fcr Lebensmittel ausgegeben?",
               "Ich m\u00f6chte f\u00fcr ein Haus sparen"],
    conversation: "Unterhaltung",
    placeholder: "Nachricht schreiben",
    send: "Senden",
    language: "Sprache",
    menu: "Men\u00fc",
    restart: "Neu beginnen",
    close: "Chat schlie\u00dfen",
    open: "Chat \u00f6ffnen",
    typing: "Der Assistent schreibt",
    suggestions: "Antwortvorschl\u00e4ge",
    suggested: (titles) => `Antwortvorschl\u00e4ge: ${titles}`,
    recommendation: "Vorschlag f\u00fcr Sie",
    why: "Warum sehe ich das?",
    factor: (label, percent, against) =>
        `${label}: ${percent} Prozent${against ? ", spricht dagegen" : ""}`,
    accept: "Annehmen",
    later: "Jetzt nicht",
    accepted: "Sie haben diesen Vorschlag angenommen.",
    postponed: "In Ordnung, jetzt nicht.",
    sources: "Quellen",
    sending: "Wird gesendet\u2026",
    failed: "Nicht gesendet.",
    retry: "Erneut versuchen",
    newWindow: "\u00f6ffnet ein neues Fenster",
    troubled: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
    lost: "Die fr\u00fchere Unterhaltung ist beendet. Eine neue hat begonnen.",
    queued: (position) => (position ? `Sie sind auf Platz ${position} der Warteschlange.`
                                    : "Gleich ist jemand aus der Beratung f\u00fcr Sie da."),
    joined: (name) => `${name ?? "Die Beratung"} ist jetzt in der Unterhaltung.`,
    left: "Sie sprechen wieder mit dem Assistenten.",
};

export const strings: StringTable = { en, de };

// The words of a language with a page's own laid over them; English where a language is unknown.
export function stringsFor(language: string, overrides: StringOverrides = {}): Strings {
    return { ...(strings[language] ?? en), ...overrides[language] };
}

// The language to start with: `wanted` if it is known, else the browser's, else English.
export function chooseLanguage(wanted?: string | null): string {
    for (const tag of [wanted, ...navigator.languages]) {
        const language = tag?.slice(0, 2).toLowerCase();
        if (language && language in strings) return language;
    }
    return "en";
}
