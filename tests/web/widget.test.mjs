// The embedded chat on pages of other sites; needs PARLANCE_URL as chat.test.mjs does. The conversation
// across origins is tested when PARLANCE_FOREIGN_ORIGIN names an http://127.0.0.1:PORT that it allows.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { accessibilityFaults, ask, openBrowser, openPage } from "./browser.mjs";

const url = process.env.PARLANCE_URL;
const foreign = process.env.PARLANCE_FOREIGN_ORIGIN;
const skip = url ? false : "PARLANCE_URL is not set: no server to test against";
const server = new URL(url ?? "http://127.0.0.1");

// As strict as a policy can be that lets the widget in: no inline style or script, no eval, trusted types.
const policy = [
    "default-src 'none'",
    `script-src ${server.origin}`,
    `connect-src ws://${server.host} wss://${server.host}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
].join("; ");
const html = (origin) => `<!doctype html><html lang="en"><head><title>Shop</title>
    <script src="${origin}/widget.js" defer></script></head>
    <body><main><h1>A shop</h1><button id="buy">Buy</button></main></body></html>`;

describe("widget", { skip, timeout: 120000 }, () => {
    let browser;
    let page;
    let troubles;
    let sockets;
    let shop;

    before(async () => {
        shop = createServer((request, response) => {
            response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
            response.end(html(request.url === "/broken" ? "http://127.0.0.1:9" : server.origin));
        });
        shop.listen(foreign ? Number(new URL(foreign).port) : 0, "127.0.0.1");
        await once(shop, "listening");
        browser = await openBrowser();
    });
    after(async () => {
        await browser.close();
        shop.close();
    });
    beforeEach(async () => {
        ({ page, troubles } = await openPage(browser.context));
        sockets = [];
        page.on("websocket", (socket) => sockets.push(socket.url()));
    });
    afterEach(() => page.close());

    const visit = (path = "/") => page.goto(`http://127.0.0.1:${shop.address().port}${path}`);
    const stored = () => page.evaluate(() =>
        sessionStorage.length + localStorage.length + document.cookie.length);
    const focused = () => page.evaluate(() => {
        let element = document.activeElement;
        while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element.id || element.tagName;
    });

    // The widget on a page of the server's own origin, under the strict policy.
    async function visitAllowed() {
        await page.route(`${server.origin}/shop`, (route) => route.fulfill({
            contentType: "text/html",
            headers: { "content-security-policy": policy },
            body: html(server.origin),
        }));
        await page.goto(`${server.origin}/shop`);
    }

    test("opens no socket and stores nothing before the first click", async () => {
        await visit();
        await page.getByRole("button", { name: "Open chat" }).waitFor();
        assert.deepEqual(sockets, []);
        assert.equal(await stored(), 0);
        assert.deepEqual(troubles, []);
    });

    test("leaves the page usable when it cannot load", async () => {
        await visit("/broken");
        await page.locator("#buy").click();
        assert.equal(await page.locator("parlance-widget").count(), 0);
    });

    test("opens by keyboard into the message field; Escape closes and returns to the launcher", async () => {
        await visitAllowed();
        const launcher = page.locator("#launcher");
        await launcher.focus();
        await page.keyboard.press("Enter");
        await page.getByRole("dialog").waitFor();
        await page.locator(".status.open").waitFor();
        assert.equal(await focused(), "TEXTAREA");
        await page.keyboard.press("Escape");
        assert.equal(await page.getByRole("dialog").count(), 0);
        assert.equal(await focused(), "launcher");
        assert.equal(await launcher.getAttribute("aria-expanded"), "false");
    });

    test("talks under a strict policy, without faults of accessibility", async () => {
        await visitAllowed();
        await page.locator("#launcher").click();
        await page.locator(".status.open").waitFor();
        assert.equal(await stored(), 0, "connected, but nothing is stored before the customer speaks");
        assert.match(await ask(page, "what's my balance?"), /\d/);
        assert.equal(sockets.length, 1);
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.deepEqual(troubles, []);
    });

    test("takes colours from the page", async () => {
        await visitAllowed();
        const launcher = page.locator("#launcher");
        await page.locator("parlance-widget").evaluate((widget) =>
            widget.style.setProperty("--parlance-primary", "rgb(10, 20, 120)"));
        const colour = await launcher.evaluate((button) => getComputedStyle(button).backgroundColor);
        assert.equal(colour, "rgb(10, 20, 120)");
    });

    test("talks from an allowed page of another site", {
        skip: foreign ? false : "PARLANCE_FOREIGN_ORIGIN is not set",
    }, async () => {
        await visit();
        await page.locator("#launcher").click();
        await page.locator(".status.open").waitFor();
        assert.match(await ask(page, "what's my balance?"), /\d/);
        assert.deepEqual(troubles, []);
    });

    test("says so, and harms nothing, where the server does not allow the page", {
        skip: foreign ? "PARLANCE_FOREIGN_ORIGIN is allowed" : false,
    }, async () => {
        await visit();
        await page.locator("#launcher").click();
        await page.locator(".status.waiting").waitFor();
        await page.keyboard.press("Escape");
        await page.locator("#buy").click();
    });
});
