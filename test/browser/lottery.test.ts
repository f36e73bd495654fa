import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { look, openBrowser, signedIn } from "../browser.ts";
import { cohort, invite, openWays } from "../cohort.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("places are drawn by lot, and a mentee checks the draw with the command", async () => {
	await using world = await cohort();
	await openWays(world);
	await invite(world, "mentee", [world.wei, world.jola, world.ingrid]);
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const path = `/programs/${world.program}`;
		const ruth = await signedIn(
			browser,
			origin,
			await world.tokenFor(world.ruth),
			1280,
		);
		await ruth.goto(`${path}/lottery`);
		await ruth.getByLabel("Places to be drawn").fill("1");
		await look(ruth);
		await ruth.getByLabel("Add a public text").uncheck();
		await ruth.getByRole("button", { name: "Open the list" }).click();
		await ruth
			.getByRole("heading", { level: 1, name: "Places are drawn by lot" })
			.waitFor();

		const people: Page[] = [];
		for (const who of [world.wei, world.jola, world.ingrid]) {
			const page = await signedIn(
				browser,
				origin,
				await world.tokenFor(who),
				390,
			);
			await page.goto(`${path}/invitation`);
			await page
				.getByRole("button", { name: /yes|take/i })
				.first()
				.click();
			await page
				.getByText("You are on the list from which places are drawn")
				.first()
				.waitFor();
			people.push(page);
		}
		const [wei] = people;
		assert.ok(wei);
		await wei.goto(`${path}/lottery`);
		const own = await wei
			.getByRole("heading", { name: /Your number is/ })
			.textContent();
		const number = /\d+/.exec(own ?? "")?.[0] ?? "";
		const commitment = await wei.locator("code.record").first().textContent();
		await look(wei);

		await ruth.reload();
		await ruth.getByRole("link", { name: "Close the list and draw" }).click();
		await ruth.getByRole("button", { name: "Close it now" }).click();
		await ruth
			.getByRole("heading", { level: 1, name: "Who was drawn" })
			.waitFor();

		await wei.reload();
		await wei
			.getByText(/Your number \d+ was drawn|were drawn before your number/)
			.waitFor();
		await look(wei);
		const waiting = wei.waitForEvent("download");
		await wei.getByRole("link", { name: "Download the record" }).click();
		const file = join(
			await mkdtemp(join(tmpdir(), "lottery-")),
			"lottery.json",
		);
		await (await waiting).saveAs(file);
		const checked = spawnSync(
			process.execPath,
			[
				"tools/boot.mjs",
				"verify-lottery",
				file,
				"--commitment",
				commitment ?? "",
				"--number",
				number,
			],
			{ cwd: root, encoding: "utf8" },
		);
		assert.equal(checked.status, 0, checked.stderr);
		assert.match(checked.stdout, /Verified/);
		assert.match(checked.stdout, new RegExp(`Number ${number} `));
	} finally {
		await browser.close();
	}
});
