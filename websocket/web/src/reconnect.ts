export interface Backoff {
    base_ms: number;
    max_ms: number;
}

// Milliseconds to wait before reconnect number `attempt` (0 is the first): doubles up to the maximum, and a
// random half of it is taken off, so that many clients do not come back at the same moment.
export function reconnectDelay(attempt: number, backoff: Backoff, random = Math.random): number {
    const ceiling = Math.min(backoff.max_ms, backoff.base_ms * 2 ** Math.min(attempt, 20));
    return ceiling * (0.5 + 0.5 * random());
}

// Close codes after which the same hello would fail again: bad hello, unauthorized, forbidden, replaced by a
// newer connection, too large.
const permanent = new Set([4400, 4401, 4403, 4409, 4413]);

export function mayReconnect(closeCode: number): boolean {
    return !permanent.has(closeCode);
}
