import assert from "node:assert/strict";
import { test } from "node:test";
import { look, openBrowser, signedIn } from "../browser.ts";
import { establishedWorld } from "../world.ts";

test("hours are painted with the mouse, with the keyboard, and ticked by touch without script", async () => {
	await using world = await establishedWorld();
	const origin = await world.listen();
	const browser = await openBrowser();
	const painted = "input[name=hours]:checked";
	try {
		const ruth = await world.tokenFor(world.ruth);
		const page = await signedIn(browser, origin, ruth, 1280);
		await page.goto("/me/calendar");
		assert.equal(await page.locator(painted).count(), 40);
		// From Monday at 7 down to 8 and across to Tuesday: each cell on the way, once.
		await page.locator('input[value="7"]').hover();
		await page.mouse.down();
		await page.locator('input[value="8"]').hover();
		await page.locator('input[value="32"]').hover();
		await page.mouse.up();
		await page.locator('input[value="33"]').hover();
		assert.equal(await page.locator(painted).count(), 43);
		await page.locator('input[value="7"]').focus();
		await page.keyboard.press("Space");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Space");
		await page.keyboard.press("Shift+ArrowRight");
		assert.equal(await page.locator(painted).count(), 40);
		await page.getByRole("button", { name: "Save these hours" }).click();
		await page.getByText("Your working hours are saved.").waitFor();
		await look(page);

		const phone = await browser.newContext({
			baseURL: origin,
			viewport: { width: 390, height: 844 },
			hasTouch: true,
			javaScriptEnabled: false,
		});
		await phone.addCookies([
			{ name: "baton-sign-in", value: ruth, url: origin },
		]);
		const small = await phone.newPage();
		await small.goto("/me/calendar");
		await small.getByLabel("Saturday, 9:00 to 10:00").tap();
		await small.getByRole("button", { name: "Save these hours" }).tap();
		await small.getByText("Your working hours are saved.").waitFor();
		assert.equal(await small.locator(painted).count(), 41);
		await small.getByText("Late hours").tap();
		await small.getByLabel("Sunday, 23:00 to 24:00").waitFor();
	} finally {
		await browser.close();
	}
});
