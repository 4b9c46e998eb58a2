// Timeouts known by name: setting one replaces the one of that name.
export class NamedTimers {
    private running = new Map<string, ReturnType<typeof setTimeout>>();

    after(name: string, delay_ms: number, action: () => unknown): void {
        this.cancel(name);
        this.running.set(name, setTimeout(action, delay_ms));
    }

    cancel(name: string): void {
        clearTimeout(this.running.get(name));
        this.running.delete(name);
    }

    cancelAll(): void {
        for (const name of [...this.running.keys()]) this.cancel(name);
    }
}
