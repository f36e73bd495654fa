import { test } from "node:test";
import { look, openBrowser, signedIn } from "../browser.ts";
import { begin, propose, roundWorld } from "../round.ts";
import { addPerson } from "../world.ts";
import { grantOffice } from "../../src/features/administration/commands.ts";

test("a program manager has a round audited, and the analyst reads what exchanging groups would change", async () => {
	await using world = await roundWorld();
	const { base } = await begin(world);
	await propose(world, base);
	const analyst = await world.arrange(async (tx) => {
		const id = await addPerson(tx, { first_name: "Nia", last_name: "Brook" });
		await grantOffice(tx, {
			person: id,
			office: "analyst",
			program: world.program,
			until: null,
			by: world.ruth,
		});
		return id;
	});
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const ruth = await world.tokenFor(world.ruth);
		const page = await signedIn(browser, origin, ruth, 1280);
		await page.goto(`/programs/${world.program}`);
		await page
			.getByRole("navigation", { name: "Parts of this program" })
			.getByRole("link", { name: "Pairing" })
			.click();
		await page.getByRole("link", { name: "Equity audit" }).click();
		await page.getByRole("link", { name: "Audit of round 1" }).click();
		await page.getByRole("button", { name: "Audit this plan" }).click();
		// The page looks again by itself while the audit is at work.
		await page.getByRole("heading", { name: "By function" }).waitFor();
		await look(page);
		const nia = await world.tokenFor(analyst);
		const hers = await signedIn(browser, origin, nia, 390);
		await hers.goto(`${base}/audit`);
		await hers.getByRole("heading", { name: "Decided by hand" }).waitFor();
		await look(hers);
	} finally {
		await browser.close();
	}
});
