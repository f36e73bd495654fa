import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { freePort } from "../address.ts";
import { look, openBrowser, signedIn } from "../browser.ts";
import { asOwner } from "../owner.ts";
import { establishedWorld } from "../world.ts";

let browser: Browser;
before(async () => {
	browser = await openBrowser();
});
after(() => browser.close());

test("Ada adds a passkey on her phone and signs in with it, by the button and among the suggestions", async () => {
	await using world = await establishedWorld({ port: await freePort() });
	const origin = await world.listen();
	const page = await signedIn(
		browser,
		origin,
		await world.tokenFor(world.ada),
		390,
	);
	const device = await withDevice(page);
	await page.goto("/me/sign-ins");
	await look(page);
	await page.getByLabel("Name for this passkey").fill("My phone");
	await page.getByRole("button", { name: "Add a passkey" }).click();
	await page.getByText("My phone now signs you in.").waitFor();
	await look(page);
	assert.deepEqual(
		(await device.credentials()).map(({ isResidentCredential, rpId }) => [
			isResidentCredential,
			rpId,
		]),
		[[true, "localhost"]],
	);
	assert.deepEqual(
		await asOwner(world.database, "select name, has_prf from passkey"),
		[{ name: "My phone", has_prf: true }],
	);

	await signOut(page.context());
	await device.answers(false);
	await page.goto("/sign-in?next=/people");
	await look(page);
	await device.answers(true);
	await page.goto("/sign-in?next=/competencies");
	// The device answers by itself what waits among the suggestions of the address field.
	await page.waitForURL("**/competencies");

	await signOut(page.context());
	await withoutAutofill(page);
	await page.goto("/sign-in?next=/people");
	await page.getByRole("button", { name: "Sign in with a passkey" }).click();
	await page.waitForURL("**/people");
	await page.context().close();
});

test("a passkey that was removed is refused with a way on, and a cancelled one says so", async () => {
	await using world = await establishedWorld({ port: await freePort() });
	const origin = await world.listen();
	const token = await world.tokenFor(world.ada);
	const page = await signedIn(browser, origin, token, 1280);
	const device = await withDevice(page);
	await page.goto("/me/sign-ins");
	await page.getByRole("button", { name: "Add a passkey" }).click();
	await page.getByText("now signs you in").waitFor();
	await page.getByText("Rename or remove").click();
	await look(page);
	await page.getByRole("button", { name: "Remove this passkey" }).click();
	await page.getByText("signs you in no more").waitFor();
	await signOut(page.context());
	await withoutAutofill(page);
	await page.goto("/sign-in");
	await page.getByRole("button", { name: "Sign in with a passkey" }).click();
	await page.getByText("This passkey did not let you in").waitFor();
	await device.verifies(false);
	await page.getByRole("button", { name: "Sign in with a passkey" }).click();
	await page.getByText("No passkey was used.").waitFor();
	await page.context().close();
});

test("without script the pages offer what works, and say why there is no passkey", async () => {
	await using world = await establishedWorld();
	const origin = await world.listen();
	const context = await browser.newContext({
		javaScriptEnabled: false,
		baseURL: origin,
	});
	const page = await context.newPage();
	await page.goto("/sign-in");
	assert.match(
		await page.locator("noscript p").innerText(),
		/Passkeys need JavaScript/,
	);
	assert.equal(
		await page.getByRole("button", { name: "Sign in with a passkey" }).count(),
		0,
	);
	await page.getByLabel("E-mail address").fill("ada@meridian.example");
	await page.locator("[name=password]").fill("four random words here");
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await page.getByText("What waits for you today").waitFor();
	await context.close();
});

/** A device with a screen lock, of Chromium's making, that answers whatever it is asked. */
async function withDevice(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send("WebAuthn.enable");
	const { authenticatorId } = await session.send(
		"WebAuthn.addVirtualAuthenticator",
		{
			options: {
				protocol: "ctap2",
				ctap2Version: "ctap2_1",
				transport: "internal",
				hasResidentKey: true,
				hasUserVerification: true,
				isUserVerified: true,
				automaticPresenceSimulation: true,
				hasPrf: true,
			},
		},
	);
	return {
		credentials: async () =>
			(await session.send("WebAuthn.getCredentials", { authenticatorId }))
				.credentials,
		answers: (enabled: boolean) =>
			session.send("WebAuthn.setAutomaticPresenceSimulation", {
				authenticatorId,
				enabled,
			}),
		verifies: (isUserVerified: boolean) =>
			session.send("WebAuthn.setUserVerified", {
				authenticatorId,
				isUserVerified,
			}),
	};
}

/** As in a browser that offers no passkeys among the suggestions. */
async function withoutAutofill(page: Page): Promise<void> {
	await page.addInitScript(() => {
		PublicKeyCredential.isConditionalMediationAvailable = async () => false;
	});
}

async function signOut(context: BrowserContext): Promise<void> {
	await context.clearCookies({ name: "baton-sign-in" });
}
