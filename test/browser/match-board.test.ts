import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import {
	accessibilityProblems,
	openBrowser,
	sidewaysScroll,
} from "../browser.ts";
import { begin, pairsOf, propose, roundWorld, rows } from "../round.ts";

test("pins, rules out, undoes and swaps on the board by keyboard, and stays at the same mentee", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	await propose(world, base);
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const page = await boardOf(
			browser.newContext({
				viewport: { width: 1280, height: 900 },
				baseURL: origin,
			}),
			await world.tokenFor(world.ruth),
			origin,
			base,
		);
		const mentee = await toFirstMentee(page);
		await page.keyboard.press("p");
		await lastDecision(page, `${mentee} is pinned with`);
		assert.equal(await focused(page), mentee);
		assert.equal((await decisions(world, round)).length, 1);

		await undo(page);
		assert.equal(await focused(page), mentee);
		assert.equal((await decisions(world, round)).length, 0);

		await page.keyboard.press("ArrowDown");
		const second = await focused(page);
		assert.notEqual(second, mentee);
		await page.keyboard.press("x");
		await lastDecision(page, `${second} and`);
		assert.equal((await decisions(world, round))[0]?.decision, "forbid");

		await page.keyboard.press("?");
		await page.getByRole("heading", { name: "Keys on the board" }).waitFor();
		await page.keyboard.press("Escape");
		// While the board plans anew it is dimmed, as nothing on it can be pressed.
		await page.locator(".board:not([aria-busy='true'])").waitFor();
		assert.deepEqual(await accessibilityProblems(page), []);
		await page.setViewportSize({ width: 390, height: 844 });
		assert.equal(await sidewaysScroll(page), 0);
	} finally {
		await browser.close();
	}
	assert.equal((await pairsOf(world, round)).length, 7);
});

/** A key pressed while the board still plans is not heard: somebody would press it again. */
async function undo(page: Page): Promise<void> {
	const again = page.getByRole("button", { name: "Do it again" });
	for (let press = 0; press < 6 && !(await again.isVisible()); press++) {
		await page.keyboard.press("u");
		await again.waitFor({ timeout: 8000 }).catch(() => {});
	}
	await again.waitFor();
}

test("what one manager decides comes to the other's open board", async () => {
	await using world = await roundWorld();
	const { base, manager } = await begin(world);
	await propose(world, base);
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const page = await boardOf(
			browser.newContext({ baseURL: origin }),
			await world.tokenFor(world.ruth),
			origin,
			base,
		);
		const { Wei = "", Amara = "" } = world.people;
		await manager.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
		await lastDecision(page, "Wei Zhang is pinned with Amara Okafor");
	} finally {
		await browser.close();
	}
});

type Context = Awaited<
	ReturnType<Awaited<ReturnType<typeof openBrowser>>["newContext"]>
>;

async function boardOf(
	opening: Promise<Context>,
	token: string,
	origin: string,
	base: string,
): Promise<Page> {
	const context = await opening;
	await context.addCookies([
		{ name: "baton-sign-in", value: token, url: origin },
	]);
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	await page.goto(base);
	await page.getByRole("heading", { name: "Who meets whom" }).waitFor();
	return page;
}

async function toFirstMentee(page: Page): Promise<string> {
	await page.keyboard.press("ArrowDown");
	return focused(page);
}

function focused(page: Page): Promise<string> {
	return page.evaluate(() => document.activeElement?.textContent ?? "");
}

async function lastDecision(page: Page, words: string): Promise<void> {
	await page.locator(".effect strong").getByText(words).waitFor();
}

function decisions(
	world: Awaited<ReturnType<typeof roundWorld>>,
	round: string,
) {
	return rows(world, (tx) =>
		tx
			.selectFrom("round_decision")
			.select(["mentee_id", "decision"])
			.where("round_id", "=", round)
			.execute(),
	);
}
