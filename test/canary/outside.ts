// What leaves the server: mails by SMTP, the export of a person, and what stays in a browser after signing out.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { addressOf } from "../address.ts";
import { openProfile } from "../browser.ts";
import { makeKeys, rememberDevice } from "../phone.ts";
import { temporaryFolder } from "../process.ts";
import { foundInFiles } from "./places.ts";
import type { Pattern } from "./search.ts";

export type Mailbox = AsyncDisposable & {
	readonly smtpUrl: string;
	readonly received: readonly Buffer[];
	/** Resolves once as many mails have come; fails after half a minute. */
	readonly holds: (count: number) => Promise<void>;
};

/** A mail server that keeps what it is sent, byte by byte. */
export async function openMailbox(): Promise<Mailbox> {
	const received: Buffer[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onData(stream, _session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				received.push(Buffer.concat(chunks));
				done();
			});
		},
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		smtpUrl: `smtp://127.0.0.1:${addressOf(server.server).port}`,
		received,
		holds: async (count) => {
			for (let turn = 0; received.length < count; turn++) {
				assert.ok(turn < 300, "no mail came");
				await setTimeout(100);
			}
		},
		[Symbol.asyncDispose]: () =>
			new Promise((resolve) => server.close(() => resolve())),
	};
}

export type Profile = Disposable & {
	readonly find: (patterns: readonly Pattern[]) => readonly string[];
};

/**
 * Somebody of the cast makes keys in a real browser, writes, changes and deletes notes with the sealed mark, signs out, leaves the open mark
 * behind and closes the browser. What lies in its profile on disk then can be searched.
 */
export async function useBrowser(
	origin: string,
	name: string,
	marks: { readonly sealed: string; readonly open: string },
): Promise<Profile> {
	const folder = temporaryFolder();
	const context = await openProfile(folder.path);
	const page = context.pages()[0] ?? (await context.newPage());
	page.setDefaultTimeout(30_000);
	await page.goto(`${origin}/sign-in`);
	await page.getByRole("button", { name: new RegExp(name) }).click();
	await page.waitForURL((url) => url.pathname !== "/sign-in");
	await makeKeys(page, rememberDevice, origin);
	await page.goto(`${origin}/me/notes`);
	const keep = async (text: string) => {
		await page.getByLabel("Note", { exact: true }).fill(text);
		await page.getByRole("button", { name: "Seal and keep" }).click();
		await page.locator("[data-notes]").getByText(text).waitFor();
	};
	await keep(`${marks.sealed} first`);
	await page.getByRole("button", { name: "Change" }).click();
	await keep(`${marks.sealed} second`);
	// Typed and never sent.
	await page.getByLabel("Note", { exact: true }).fill(`${marks.sealed} third`);
	await page.goto(`${origin}/people`);
	await page.evaluate(() => {
		const form = document.querySelector<HTMLFormElement>(
			'form[action="/sign-out"]',
		);
		form?.requestSubmit();
	});
	await page.waitForURL(/sign-in/);
	// Anything may be kept by a page: what is, must be found.
	await page.evaluate((open) => localStorage.setItem("open", open), marks.open);
	await context.close();
	return {
		find: (patterns) => foundInFiles(folder.path, patterns),
		[Symbol.dispose]: () => folder[Symbol.dispose](),
	};
}
