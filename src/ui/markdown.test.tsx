import assert from "node:assert/strict";
import test from "node:test";
import { renderToString } from "preact-render-to-string";
import { Markdown } from "./markdown.tsx";

const html = (text: string) => renderToString(<Markdown text={text} />);

test("paragraphs, lists, emphasis, headings and links become elements", () => {
	assert.equal(
		html(
			"# Why\n\nAsk **twice**, *then* wait.\n\n- one\n- [two](https://example.org/)",
		),
		'<div class="prose"><h2>Why</h2><p>Ask <strong>twice</strong>, <em>then</em> wait.</p><ul><li><p>one</p></li><li><p><a href="https://example.org/" rel="noopener noreferrer">two</a></p></li></ul></div>',
	);
});

test("what could become a script, a picture from elsewhere or a form stays text", () => {
	const attacks = [
		"<script>alert(1)</script>",
		"<img src=x onerror=alert(1)>",
		"![seen](https://tracker.example/pixel.png)",
		"[press](javascript:alert(1))",
		"[press](data:text/html,<b>x</b>)",
		"[press](JaVaScRiPt:alert(1))",
		"[press](//elsewhere.example)",
		"<a href='https://x' onclick=alert(1)>x</a>",
		"[a]: javascript:alert(1)\n[press][a]",
		"<form action=/sign-out><button>x</button></form>",
	];
	for (const attack of attacks) {
		const shown = html(attack);
		assert.doesNotMatch(shown, /<(scrip[t]|img|form|button|a)\b/iu, attack);
	}
});
