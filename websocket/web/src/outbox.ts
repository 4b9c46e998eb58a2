// What the customer says: free text, the payload of a button, or both (the text is then the button's title).
export interface Utterance {
    text?: string;
    payload?: string;
}

export interface QueuedMessage extends Utterance {
    id: string;
    tries: number;
}

// Messages that the server has not confirmed yet, oldest first. They are sent again, under the same id, after
// each reconnect; the server drops what it already has, so that each takes effect once.
export class Outbox {
    private queue = new Map<string, QueuedMessage>();

    add(id: string, utterance: Utterance): QueuedMessage {
        const message = { ...utterance, id, tries: 0 };
        this.queue.set(id, message);
        return message;
    }

    find(id: string | undefined): QueuedMessage | undefined {
        return id === undefined ? undefined : this.queue.get(id);
    }

    // True when the id was waiting here.
    remove(id: string | undefined): boolean {
        return id !== undefined && this.queue.delete(id);
    }

    clear(): void {
        this.queue.clear();
    }

    all(): QueuedMessage[] {
        return [...this.queue.values()];
    }
}
