import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import {
	accept,
	openCustody,
} from "../../src/ui/browser/sealed-pages/opening-desk.ts";
import { look, openBrowser, signedIn } from "../browser.ts";
import {
	custodyAddresses,
	custodyWorld,
	passHours,
	write,
} from "../custodians.ts";

test("two agree that custodians may open what they write; 72 hours after one has asked and another agreed, it is read", async () => {
	await using world = await custodyWorld();
	const { pair, ingrid, wei, noor, greta, henrik } = world;
	await write(ingrid, "Written before anybody agreed.");
	const origin = await world.listen();
	const browser = await openBrowser();
	try {
		const open = async (person: string, width: number) =>
			signedIn(browser, origin, await world.tokenFor(person), width);
		const ada = await open(world.ada, 1280);
		await ada.goto("/recovery");
		await ada.getByText("No. There is no recovery key").waitFor();
		await ada.getByRole("link", { name: "Name custodians" }).click();
		for (const [field, name] of [
			["First custodian", "noor.haddad"],
			["Second custodian", "greta.baum"],
			["Third custodian", "henrik.lund"],
		] as const)
			await ada.getByLabel(field).fill(`${name}@meridian.example`);
		await look(ada);
		await ada.getByRole("button", { name: "Name them" }).click();
		await ada.getByText("They are named.").waitFor();

		const noors = await open(noor.person, 1280);
		await noors.goto("/recovery");
		await unlock(noors, noor.code);
		const words = (
			await noors.locator("[data-recovery-words] li").allInnerTexts()
		).join(" ");
		await look(noors);
		await noors
			.getByRole("button", { name: "All three see the same: I accept" })
			.click();
		await noors.getByText("never through Baton").waitFor();
		for (const each of [greta, henrik]) {
			const desk = each.at(custodyAddresses);
			await accept(desk, await openCustody(desk));
		}

		const notes = `/relationships/${pair.id}/notes`;
		const weis = await open(wei.person, 390);
		await weis.goto(notes);
		await unlock(weis, wei.code);
		await weis.getByText("In case you both lose your keys").click();
		const typed = weis.getByLabel("The six words of the recovery key");
		await typed.fill("six words that are not these");
		const agree = weis.getByRole("button", {
			name: "I agree, if Ingrid does",
		});
		await agree.click();
		await weis
			.getByRole("alert")
			.filter({ hasText: "These are not the six words" })
			.waitFor();
		await typed.fill(words);
		await agree.click();
		await weis.getByText("You have agreed, Ingrid has not.").waitFor();

		const ingrids = await open(ingrid.person, 1280);
		await ingrids.goto(notes);
		await unlock(ingrids, ingrid.code);
		await ingrids.getByText("In case you both lose your keys").click();
		await ingrids.getByText("Wei has agreed.").waitFor();
		await ingrids.getByLabel("The six words of the recovery key").fill(words);
		await ingrids.getByRole("button", { name: "I agree, if Wei does" }).click();
		await ingrids.getByText("Two of three custodians of your").waitFor();
		await ingrids
			.getByLabel("Note", { exact: true })
			.fill("The merger is off; the board will say so in May.");
		await ingrids.getByRole("button", { name: "Seal and keep" }).click();
		await ingrids.getByText("Sealed and kept.").waitFor();
		await look(ingrids);

		await noors.goto("/recovery/openings");
		await noors.getByRole("link", { name: "Ask to open" }).click();
		await noors
			.getByLabel("Why")
			.fill("Both have left without a word, and the regulator asks.");
		await look(noors);
		await noors
			.getByRole("button", { name: "Ask, and tell them both" })
			.click();
		await noors.getByText("Waits for a second custodian").waitFor();
		const asked = new URL(noors.url()).pathname;

		await weis.goto("/");
		await weis.getByText("A custodian asks to open notes").waitFor();
		await weis.goto(asked);
		await weis.getByText("the regulator asks").waitFor();
		await look(weis);

		const gretas = await open(greta.person, 1280);
		await gretas.goto(asked);
		await gretas.getByRole("button", { name: "I agree" }).click();
		await gretas.getByText("Two custodians agree").waitFor();
		await passHours(world, 72);
		await gretas.goto(asked);
		await unlock(gretas, greta.code);
		await gretas.getByRole("button", { name: "Hand over my part" }).click();
		await gretas
			.getByRole("alert")
			.filter({ hasText: "The 72 hours are not over" })
			.waitFor();
		await gretas.clock.setFixedTime(Date.now() + 72 * 3_600_000 + 60_000);
		await gretas.getByRole("button", { name: "Hand over my part" }).click();
		await gretas.getByText("Handed to the custodian who asked").waitFor();

		await noors.goto(asked);
		await noors
			.getByRole("button", {
				name: "Read the notes of Ingrid Solheim and Wei Zhang",
			})
			.click();
		await noors.getByText("the board will say so in May").waitFor();
		assert.equal(await noors.getByText("before anybody agreed").count(), 0);
		await look(noors);
		await weis.goto(asked);
		await weis.getByText("Noor Haddad read the notes").waitFor();
	} finally {
		await browser.close();
	}
});

async function unlock(page: Page, code: string): Promise<void> {
	await page.getByText("Open with your recovery code").click();
	await page.getByLabel("Recovery code").fill(code);
	await page.getByRole("button", { name: "Open with the code" }).click();
	await page
		.getByRole("heading", { name: "Open your keys" })
		.waitFor({ state: "hidden" });
}
