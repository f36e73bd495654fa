// Styles, islands, fonts and pictures, gathered at start and named by what they contain, so that browsers may keep them for ever. There
// is no build step and nothing is written to disk.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

export type Asset = { readonly body: Uint8Array; readonly type: string };

export type Assets = {
	/** The address of a file: "baton.css", "dialog.js", "inter-latin.woff2". Throws for a name that does not exist. */
	readonly url: (name: string) => string;
	/** By address path: "/assets/baton.1f3c….css". */
	readonly files: ReadonlyMap<string, Asset>;
};

export async function loadAssets(): Promise<Assets> {
	const shelf = emptyShelf();
	const [fonts, pictures, islands, styles] = await Promise.all([
		readFonts(),
		readFolder("pictures"),
		bundleIslands(),
		readStyles(),
	]);
	for (const [name, body] of [...fonts, ...pictures, ...islands])
		shelf.put(name, body);
	const linked = styles.replace(
		/url\("([^"]+)"\)/g,
		(_, name: string) => `url("${shelf.url(name)}")`,
	);
	shelf.put("baton.css", await minified(linked));
	return { url: shelf.url, files: shelf.files };
}

const ui = new URL("../../ui/", import.meta.url);

/** Readable without script support for old syntax: nesting is unfolded for browsers from before 2024. */
const browsers = ["chrome111", "firefox115", "safari16.4"];

// The cascade's order: what everything stands on first, print last, components between in the order of the alphabet.
const firstStyles = ["tokens.css", "fonts.css", "base.css", "page.css"];
const lastStyles = ["print.css"];

const subsets = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic"];
const families = ["inter", "source-serif-4"];

const types: Readonly<Record<string, string>> = {
	css: "text/css; charset=utf-8",
	js: "text/javascript; charset=utf-8",
	svg: "image/svg+xml",
	woff2: "font/woff2",
};

type Named = readonly [name: string, body: Uint8Array];

function emptyShelf() {
	const files = new Map<string, Asset>();
	const addresses = new Map<string, string>();
	const put = (name: string, body: Uint8Array) => {
		const [stem, ending = ""] = name.split(/\.(?=[^.]+$)/);
		const type = types[ending];
		if (type === undefined) throw new Error(`No media type for ${name}.`);
		const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
		const address = `/assets/${stem}.${hash}.${ending}`;
		addresses.set(name, address);
		files.set(address, { body, type });
	};
	const url = (name: string) => {
		const address = addresses.get(name);
		if (address === undefined) throw new Error(`No such asset: ${name}.`);
		return address;
	};
	return { files, put, url };
}

function readFonts(): Promise<Named[]> {
	const names = families.flatMap((family) =>
		subsets.map((subset) => [family, subset] as const),
	);
	return Promise.all(
		names.map(async ([family, subset]): Promise<Named> => {
			const file = `@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`;
			const path = new URL(import.meta.resolve(file));
			return [`${family}-${subset}.woff2`, await readFile(path)];
		}),
	);
}

async function readFolder(folder: string): Promise<Named[]> {
	const names = await readdir(new URL(`${folder}/`, ui));
	return Promise.all(
		names.map(async (name): Promise<Named> => {
			return [name, await readFile(new URL(`${folder}/${name}`, ui))];
		}),
	);
}

async function readStyles(): Promise<string> {
	const all = (await readFolder("styles")).filter(([name]) =>
		name.endsWith(".css"),
	);
	const between = all
		.map(([name]) => name)
		.filter((name) => ![...firstStyles, ...lastStyles].includes(name))
		.toSorted();
	const texts = new Map(
		all.map(([name, body]) => [name, new TextDecoder().decode(body)]),
	);
	return [...firstStyles, ...between, ...lastStyles]
		.map((name) => texts.get(name))
		.join("\n");
}

async function minified(styles: string): Promise<Uint8Array> {
	const { code } = await transform(styles, {
		loader: "css",
		minify: true,
		target: browsers,
	});
	return new TextEncoder().encode(code);
}

async function bundleIslands(): Promise<Named[]> {
	const names = await readdir(new URL("browser/", ui));
	const entries = names
		.filter((name) => /^[a-z-]+\.tsx?$/.test(name))
		.map((name) => fileURLToPath(new URL(`browser/${name}`, ui)));
	const { outputFiles } = await build({
		entryPoints: entries,
		outdir: "islands",
		absWorkingDir: fileURLToPath(ui),
		bundle: true,
		write: false,
		minify: true,
		format: "esm",
		target: browsers,
		jsx: "automatic",
		jsxImportSource: "preact",
		legalComments: "none",
		logLevel: "silent",
	});
	return outputFiles.map((file): Named => [basename(file.path), file.contents]);
}
