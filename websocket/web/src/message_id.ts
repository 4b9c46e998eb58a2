const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// A new ULID: 48 bits of time, then 80 random bits, so that ids sort by age. Unlike crypto.randomUUID it also
// works on pages without TLS.
export function newMessageId(now = Date.now()): string {
    let time = "";
    for (let digit = 0, rest = now; digit < 10; ++digit, rest = Math.floor(rest / 32)) {
        time = alphabet[rest % 32] + time;
    }
    let noise = "";
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) noise += alphabet[byte % 32];
    return time + noise;
}
