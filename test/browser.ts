import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import axe from "axe-core";
import {
	type Browser,
	type BrowserContext,
	chromium,
	type Page,
} from "playwright-core";

const flags = [
	...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
	...["--disable-background-networking", "--disable-component-update"],
	...["--disable-sync", "--disable-dev-shm-usage"],
];

/** A real browser: the system's Chromium where there is one, else the one the lockfile brings. Takes further flags of Chromium's. */
export async function openBrowser(...more: string[]): Promise<Browser> {
	const { args, ...rest } = await program();
	return chromium.launch({ ...rest, args: [...args, ...more] });
}

/** The same with a profile on disk, as people's own browsers have. */
export async function openProfile(folder: string): Promise<BrowserContext> {
	return chromium.launchPersistentContext(folder, await program());
}

async function program() {
	const installed = installedBrowser();
	return installed === undefined
		? { ...(await bundled()), args: flags }
		: { executablePath: installed, args: flags };
}

/**
 * Once for the whole run, before any test file: unpacks the bundled browser where no installed one is used. Two files that did so at once
 * would start a program that is still being written.
 */
export async function unpackBrowser(): Promise<void> {
	if (installedBrowser() === undefined) await bundled();
}

function installedBrowser(): string | undefined {
	if (process.env["BATON_BUNDLED_BROWSER"] === "1") return undefined;
	return [
		process.env["CHROMIUM_PATH"],
		"/usr/bin/chromium",
		"/usr/bin/google-chrome",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	].find((path) => path !== undefined && existsSync(path));
}

// The bundled browser comes without the system libraries and fonts that a bare machine lacks; both lie beside it, packed.
async function bundled() {
	const { default: packed } = await import("@sparticuz/chromium");
	const executablePath = await packed.executablePath();
	const libraries = join(tmpdir(), "baton-browser-libraries");
	if (!existsSync(join(libraries, "lib"))) {
		mkdirSync(libraries, { recursive: true });
		const archive = new URL(
			"../node_modules/@sparticuz/chromium/bin/al2023.tar.br",
			import.meta.url,
		);
		const tar = brotliDecompressSync(readFileSync(fileURLToPath(archive)));
		spawnSync("tar", ["x", "-C", libraries], { input: tar });
	}
	const hasFonts = existsSync("/etc/fonts/fonts.conf");
	return {
		executablePath,
		env: {
			...definedEnvironment(),
			LD_LIBRARY_PATH: join(libraries, "lib"),
			...(hasFonts ? {} : { FONTCONFIG_PATH: join(tmpdir(), "fonts") }),
		},
	};
}

function definedEnvironment(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]],
		),
	);
}

/**
 * What axe finds wrong on the page, one line each; empty when nothing. Every rule runs, but only what is wrong is written up: the report of
 * all that is right took four times as long as finding out.
 */
export async function accessibilityProblems(
	page: Page,
): Promise<readonly string[]> {
	await page.evaluate(axe.source);
	return page.evaluate<string[]>(`
		axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, help, nodes }) =>
			id + ": " + help + " (" + nodes.map(({ target }) => target.join(" ")).join(", ") + ")"))`);
}

/** Pixels by which the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			document.documentElement.scrollWidth -
			document.documentElement.clientWidth,
	);
}

/** What every page must be; BATON_SCREENSHOTS names a folder for pictures of it, light and dark. */
export async function look(page: Page): Promise<void> {
	assert.deepEqual(await accessibilityProblems(page), []);
	assert.equal(await sidewaysScroll(page), 0);
	const folder = process.env["BATON_SCREENSHOTS"];
	if (folder === undefined) return;
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		const name = `${new URL(page.url()).pathname.split("/").at(-1)}-${Date.now()}-${colorScheme}.png`;
		await page.screenshot({ path: join(folder, name), fullPage: true });
	}
}

/** A page of somebody who is signed in. */
export async function signedIn(
	browser: Browser,
	baseURL: string,
	token: string,
	width: number,
): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width, height: 844 },
		baseURL,
	});
	await context.addCookies([
		{ name: "baton-sign-in", value: token, url: baseURL },
	]);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	return page;
}
