// The chat page and the widget in a browser, against the running server whose address is in PARLANCE_URL, for
// example PARLANCE_URL=http://127.0.0.1:8080 node --test tests/web/chat.test.mjs
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { accessibilityFaults, ask, openBrowser, openPage } from "./browser.mjs";

const url = process.env.PARLANCE_URL;
const skip = url ? false : "PARLANCE_URL is not set: no server to test against";
const amount = /\d[\d.,]*\d/;

describe("chat page", { skip, timeout: 180000 }, () => {
    let browser;
    let page;
    let troubles;

    before(async () => {
        browser = await openBrowser();
    });
    after(() => browser.close());
    beforeEach(async () => {
        ({ page, troubles } = await openPage(browser.context));
        await page.goto(url);
        await page.locator(".status.open").waitFor();
    });
    afterEach(async () => {
        await page.close();
        assert.deepEqual(troubles, [], "the page logs no errors");
    });

    test("says that it is a demo and as whom one is signed in", async () => {
        const notice = await page.locator(".demo").innerText();
        assert.match(notice, /^Demo: you are signed in as \S+ .*an invented customer\.$/);
    });

    test("answers a question for the balance with an amount", async () => {
        assert.match(await ask(page, "what's my balance?"), amount);
        assert.equal(await page.getByRole("textbox").inputValue(), "");
    });

    test("keeps the conversation over a reload, each line once, and forgets it at a restart", async () => {
        await ask(page, "what's my balance?");
        const spoken = await page.locator(".bubble").allInnerTexts();
        await page.reload();
        await page.locator(".bubble").nth(spoken.length - 1).waitFor();
        assert.deepEqual(await page.locator(".bubble").allInnerTexts(), spoken);
        await ask(page, "thanks");
        await page.getByRole("button", { name: "Menu" }).click();
        await page.getByRole("button", { name: "Restart conversation" }).click();
        await page.locator(".intro").waitFor();
        await page.locator(".status.open").waitFor();
        await page.reload();
        await page.locator(".status.open").waitFor();
        assert.equal(await page.locator(".bubble").count(), 0);
    });

    test("a suggested reply is said by a click, and the focus does not get lost", async () => {
        await ask(page, "what can you do?");
        const group = page.getByRole("group", { name: "Suggested replies" });
        const title = await group.getByRole("button").first().innerText();
        await group.getByRole("button").first().click();
        assert.equal(await page.locator(".own .bubble").last().innerText(), title);
        assert.equal(await page.evaluate(() =>
            document.querySelector("parlance-chat").shadowRoot.activeElement.tagName), "TEXTAREA");
        await page.locator(".message:not(.own)").nth(1).waitFor();
    });

    test("an offer tells its reasons, and accepting it goes on with it", async (t) => {
        await ask(page, "how much did I spend on groceries?");
        const cards = page.locator(".card");
        if ((await cards.count()) === 0) return t.skip("the server has no offer for this customer now");
        await cards.first().getByText("Why am I seeing this?").click();
        await cards.first().locator(".factors li").first().waitFor();
        const title = await cards.first().getByRole("heading").innerText();
        await cards.first().locator(".filled").click();
        assert.match(await cards.first().locator(".answer").innerText(), /accepted/);
        assert.equal(await page.locator(".own .bubble").last().innerText(), title);
        await page.locator(".message:not(.own)").nth(1).waitFor();
        const box = await page.locator(".scroller").boundingBox();
        const said = await page.locator(".own").last().boundingBox();
        assert.ok(said.y >= box.y && said.y + said.height <= box.y + box.height, "what was said is in view");
    });

    test("switches to German and goes on with the same conversation", async () => {
        await ask(page, "what's my balance?");
        await page.getByRole("button", { name: "DE, Deutsch" }).click();
        await page.locator(".status.open").waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
        assert.match(await page.locator(".demo").innerText(), /angemeldet/);
        const bubbles = await page.locator(".bubble").count();
        assert.match(await ask(page, "Wie hoch ist mein Kontostand?"), amount);
        assert.equal(await page.locator(".bubble").count(), bubbles + 2);
    });

    test("an Enter that ends a composition does not send", async () => {
        const box = page.getByRole("textbox");
        await box.fill("ni");
        await box.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
        await box.press("Shift+Enter");
        assert.equal(await page.locator(".own").count(), 0);
        assert.equal(await box.inputValue(), "ni\n");
    });

    test("markup in a message stays text", async () => {
        const hostile = "<img src=x onerror=alert(1)> <b>hi</b>";
        await ask(page, hostile);
        assert.equal(await page.locator(".own .bubble").innerText(), hostile);
        assert.equal(await page.locator("parlance-chat img, parlance-chat b").count(), 0);
    });

    test("the menu closes with Escape and gives the focus back", async () => {
        const menu = page.getByRole("button", { name: "Menu" });
        await menu.click();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Escape");
        assert.equal(await menu.getAttribute("aria-expanded"), "false");
        assert.equal(await page.evaluate(() =>
            document.querySelector("parlance-chat").shadowRoot.activeElement.id), "menu");
    });

    for (const colorScheme of ["light", "dark"]) {
        for (const width of [1200, 360]) {
            test(`has no WCAG 2.1 AA faults, ${colorScheme}, ${width} pixels wide`, async () => {
                await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
                await page.setViewportSize({ width, height: 740 });
                assert.deepEqual(await accessibilityFaults(page), []);
                await ask(page, "what's my balance?");
                await ask(page, "how much did I spend on groceries?"); // brings offers and sources
                await page.getByText("Embed this chat").click();
                for (const why of await page.getByText("Why am I seeing this?").all()) await why.click();
                assert.deepEqual(await accessibilityFaults(page), []);
                const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                assert.ok(overflow <= 0, "nothing sticks out at the side");
            });
        }
    }
});
