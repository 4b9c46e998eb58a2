import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("../../websocket/web/package.json", import.meta.url));
const { chromium } = require("playwright-core");

// WCAG 2.1 A and AA, and 2.2's rules on target size.
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// Starts Chromium with a profile of its own (env PARLANCE_CHROMIUM: the program, default Debian's). Checks of
// local network access are off: a page made up by a test has no address and could not reach this machine.
export async function openBrowser() {
    const profile = await mkdtemp(join(tmpdir(), "parlance-browser-"));
    const context = await chromium.launchPersistentContext(profile, {
        executablePath: process.env.PARLANCE_CHROMIUM ?? "/usr/bin/chromium",
        viewport: { width: 1200, height: 800 },
        locale: "en-GB",
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
               "--disable-component-update", "--disable-sync", "--disable-features=LocalNetworkAccessChecks"],
    });
    const close = async () => {
        await context.close();
        await rm(profile, { recursive: true, force: true });
    };
    return { context, close };
}

// A new page; `troubles` collects its script errors and policy violations.
export async function openPage(context) {
    const page = await context.newPage();
    const troubles = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (line) => line.type() === "error" && troubles.push(line.text()));
    return { page, troubles };
}

// What axe finds wrong with the page: rule and the elements that break it.
export async function accessibilityFaults(page) {
    await page.evaluate(require("axe-core").source);
    const run = (values) => axe.run({ runOnly: { type: "tag", values } });
    const { violations } = await page.evaluate(run, rules);
    return violations.map((fault) => ({ rule: fault.id, where: fault.nodes.map((node) => node.html) }));
}

// Says something and waits for the answer's text.
export async function ask(page, text) {
    const answers = page.locator(".message:not(.own)");
    const before = await answers.count();
    await page.getByRole("textbox").fill(text);
    await page.keyboard.press("Enter");
    await answers.nth(before).waitFor();
    return answers.nth(before).innerText();
}
