import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSource } from "./load_source.mjs";

const { readInline, readMarkdown } = await loadSource("markdown.ts");
const text = (value) => ({ kind: "text", text: value });
const bold = (...parts) => ({ kind: "bold", parts });
const link = (label, url) => ({ kind: "link", text: label, url });

const lines = [
    ["", []],
    ["plain", [text("plain")]],
    ["a **b** c", [text("a "), bold(text("b")), text(" c")]],
    ["**b", [text("**b")]],
    ["****", [text("****")]],
    ["2 * 3 ** 4", [text("2 * 3 ** 4")]],
    ["[Guide](https://example.org/a?b=1&c=2)", [link("Guide", "https://example.org/a?b=1&c=2")]],
    ["**see [it](http://example.org/)**", [bold(text("see "), link("it", "http://example.org/"))]],
    ["[x](javascript:alert(1))", [text("[x](javascript:alert(1))")]],
    ["[x](data:text/html,hi)", [text("[x](data:text/html,hi)")]],
    ["[x](//example.org)", [text("[x](//example.org)")]],
    ["[x](https://)", [text("[x](https://)")]],
    ["<b onclick=alert(1)>x</b>", [text("<b onclick=alert(1)>x</b>")]],
    ["&lt;", [text("&lt;")]],
];
for (const [source, expected] of lines) {
    test(`inline: ${JSON.stringify(source)}`, () => assert.deepEqual(readInline(source), expected));
}

test("blank lines part paragraphs and single breaks stay in them", () => {
    assert.deepEqual(readMarkdown("a\nb\r\n\r\n\n c "), [
        { kind: "lines", lines: [[text("a")], [text("b")]] },
        { kind: "lines", lines: [[text(" c")]] },
    ]);
});

test("runs of dashes become one list", () => {
    assert.deepEqual(readMarkdown("Paid:\n- **a**\n- b\nthat is all"), [
        { kind: "lines", lines: [[text("Paid:")]] },
        { kind: "list", items: [[bold(text("a"))], [text("b")]] },
        { kind: "lines", lines: [[text("that is all")]] },
    ]);
});

test("a dash without a space, or a negative amount, is text", () => {
    assert.equal(readMarkdown("-5 EUR")[0].kind, "lines");
    assert.equal(readMarkdown("**bold** start")[0].kind, "lines");
});

test("every character of a hostile text survives as text", () => {
    for (const hostile of ["[".repeat(50000), "**a".repeat(20000), "[a](http://".repeat(5000)]) {
        const flat = JSON.stringify(readMarkdown(hostile)).match(/"text":"([^"]*)"/g).join("");
        assert.ok(flat.length >= hostile.length * 0.6);
    }
});
