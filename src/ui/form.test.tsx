import assert from "node:assert/strict";
import { test } from "node:test";
import {
	Checkbox,
	CheckboxGroup,
	RadioGroup,
	Select,
	TagsField,
} from "./choices.tsx";
import { PasswordField, TextArea, TextField } from "./fields.tsx";
import { Form, type FormState } from "./form.tsx";
import type { Frame } from "./frame.ts";
import { PlainPage, renderPage } from "./page.tsx";

function frame(): Frame {
	let keys = 0;
	return {
		locale: "en",
		direction: "ltr",
		path: "/offers",
		person: null,
		navigation: [],
		newFormKey: () => `key-${++keys}`,
		asset: (name) => `/assets/${name}`,
		isDemonstration: false,
		organisation: null,
		now: 0,
	};
}

function offers(state?: FormState): string {
	return renderPage(
		<PlainPage frame={frame()} title="What you offer">
			<Form action="/offers" submit="Save" state={state} id="offers">
				<TextField
					name="aim"
					label="Aim"
					hint="One sentence."
					audience="you-alone"
					value="stored"
					required
				/>
				<TextArea name="note" label="Note" value="a stored note" />
				<PasswordField name="secret" label="Password" />
				<Select
					name="unit"
					label="Unit"
					value="a"
					choices={[
						{ value: "a", label: "A" },
						{ value: "b", label: "B" },
					]}
				/>
				<RadioGroup
					name="format"
					label="Format"
					value="x"
					choices={[
						{ value: "x", label: "X" },
						{ value: "y", label: "Y" },
					]}
				/>
				<CheckboxGroup
					name="gives"
					label="Gives"
					value={["p"]}
					choices={[
						{ value: "p", label: "P" },
						{ value: "q", label: "Q" },
					]}
				/>
				<TagsField name="languages" label="Languages" value={["Norsk"]} />
				<Checkbox name="agreed" label="Agreed" checked />
			</Form>
		</PlainPage>,
	);
}

const failed: FormState = {
	values: {
		aim: 'to "lead" <well>',
		secret: "do not echo",
		unit: "b",
		format: "y",
		languages: ["Norsk", "Yorùbá, 中文"],
	},
	errors: { aim: "Shorter, please.", gives: "Choose one." },
};

test("a form carries its one-time key", () => {
	assert.match(offers(), /<input type="hidden" name="form-key" value="key-\d"/);
});

test("an untouched form shows what is stored and no errors", () => {
	const page = offers();
	assert.match(page, /name="aim"[^>]*value="stored"/);
	assert.match(page, /id="offers-gives-p"[^>]*checked/);
	assert.doesNotMatch(page, /error-summary|aria-invalid/);
});

test("the summary leads to each field, and each field is tied to its message", () => {
	const page = offers(failed);
	assert.match(page, /2 answers need another look/);
	for (const [name, message] of Object.entries(failed.errors)) {
		const [id, href] = [`id="offers-${name}"`, `href="#offers-${name}"`];
		assert.ok(page.includes(`<a ${href}>${message}</a>`));
		assert.ok(page.includes(id));
		assert.ok(page.includes(`id="offers-${name}-error"`));
	}
	assert.match(
		page,
		/aria-describedby="offers-aim-audience offers-aim-hint offers-aim-error"/,
	);
});

test("what was typed comes back, escaped; a password does not", () => {
	const page = offers(failed);
	assert.match(page, /value="to &quot;lead&quot; &lt;well>"/);
	assert.match(page, /<option[^>]*value="b"[^>]*selected/);
	assert.match(page, /id="offers-format-y"[^>]*checked/);
	for (const language of ["Norsk", "Yorùbá", "中文"])
		assert.ok(page.includes(`value="${language}"`));
	assert.ok(!page.includes("do not echo"));
});

test("boxes that were unticked stay unticked, whatever is stored", () => {
	const page = offers(failed);
	assert.doesNotMatch(page, /id="offers-gives-p"[^>]*checked/);
	assert.doesNotMatch(page, /id="offers-agreed"[^>]*checked/);
});

test("a page brings only the scripts its parts ask for, and none inline", () => {
	const page = offers();
	assert.deepEqual(
		[...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag),
		['<script type="module" src="/assets/password.js">'],
	);
	assert.doesNotMatch(page, / style=| on[a-z]+=/);
});
