// What a reload needs to go on with the conversation.
export interface SavedSession {
    session: string;
    seq: number; // last frame seen before the last message: that one is fetched again, with its buttons
    language: string;
}

// Keeps the session of one server for the lifetime of the tab. A page that forbids storage only loses the
// ability to resume.
export class SessionStore {
    private key: string;

    constructor(server: string) {
        this.key = `parlance:${server}`;
    }

    load(): SavedSession | undefined {
        try {
            const saved = JSON.parse(sessionStorage.getItem(this.key) ?? "null");
            const sound = typeof saved?.session === "string" && Number.isInteger(saved.seq) && saved.seq >= 0;
            return sound ? saved : undefined;
        } catch {
            return undefined;
        }
    }

    save(saved: SavedSession): void {
        try {
            sessionStorage.setItem(this.key, JSON.stringify(saved));
        } catch {
            // storage is full or forbidden: the conversation goes on, a reload starts afresh
        }
    }

    clear(): void {
        try {
            sessionStorage.removeItem(this.key);
        } catch {
            // nothing was stored
        }
    }
}
