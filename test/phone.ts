// A phone in somebody's hand: its fingerprint reader, the keys made on it, and how long the hand takes.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/**
 * Seconds of human work, by the keystroke-level model (Card, Moran and Newell, 1980: a decision 1.35, pointing 1.1 and pressing 0.1); a letter on a
 * phone 0.33 (Palin and others, 2019: 36 words a minute); a fingerprint 2. What the page itself needs is not in it.
 */
const seconds = { decide: 1.35, tap: 1.2, letter: 0.33, touch: 2 };

/** Does what a person does on this page, and counts what it takes them. */
export function handOn(page: Page) {
	let spent = 0;
	return {
		tap: async (name: string) => {
			spent += seconds.decide + seconds.tap;
			await page.getByRole("button", { name }).click();
		},
		touch: () => {
			spent += seconds.touch;
		},
		type: async (label: string, text: string) => {
			spent += seconds.decide + seconds.tap + text.length * seconds.letter;
			await page.getByLabel(label, { exact: true }).fill(text);
		},
		seconds: () => spent,
	};
}

/** Gives the browser a fingerprint reader, as far as it can tell. */
export async function addPasskeys(page: Page): Promise<void> {
	const devices = await page.context().newCDPSession(page);
	await devices.send("WebAuthn.enable");
	const { authenticatorId } = await devices.send(
		"WebAuthn.addVirtualAuthenticator",
		{
			options: {
				protocol: "ctap2",
				ctap2Version: "ctap2_1",
				transport: "internal",
				hasResidentKey: true,
				hasUserVerification: true,
				isUserVerified: true,
				hasPrf: true,
				automaticPresenceSimulation: true,
			},
		},
	);
	assert.ok(authenticatorId);
	await page.goto("/me/keys");
	await page.evaluate(async () => {
		await navigator.credentials.create({
			publicKey: {
				challenge: new Uint8Array(32),
				rp: { id: location.hostname, name: "Baton" },
				user: {
					id: new Uint8Array(16),
					name: "somebody",
					displayName: "Somebody",
				},
				pubKeyCredParams: [{ type: "public-key", alg: -7 }],
				authenticatorSelection: {
					residentKey: "required",
					userVerification: "required",
				},
				extensions: { prf: {} },
			},
		});
	});
}

/**
 * Makes the keys of whoever is signed in, with a recovery code and a second way in, this device unless another is chosen; gives the code. A page
 * without a base address needs the origin.
 */
export async function makeKeys(
	page: Page,
	chooseSecondWay: (page: Page) => Promise<void> = rememberDevice,
	origin = "",
): Promise<string> {
	await page.goto(`${origin}/me/keys`);
	await page.getByRole("button", { name: "Make my keys" }).click();
	const lastFour = page.getByLabel("The last four characters");
	await lastFour.waitFor();
	const code = await page.locator("[data-code]").innerText();
	await lastFour.fill(code.slice(-4));
	await page.getByRole("button", { name: "I have it" }).click();
	await chooseSecondWay(page);
	await page.getByRole("heading", { name: "Your six words" }).waitFor();
	return code;
}

export function rememberDevice(page: Page): Promise<void> {
	return page.getByRole("button", { name: "Remember this device" }).click();
}

export function usePasskey(page: Page): Promise<void> {
	return page.getByRole("button", { name: "Use a passkey" }).click();
}
