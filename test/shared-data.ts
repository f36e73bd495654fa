// Published files are no part of the repository: they lie in a folder shared/data above it, however deep a checkout lies, or where the environment says.
// (Tests of the domain, which import nothing from here, have the same in solve-oracles.test.ts.)
import { existsSync } from "node:fs";
import { env } from "node:process";
import { pathToFileURL } from "node:url";

/** A file or folder (ending in "/") of the shared data, whether it is there or not. */
export function sharedData(path: string): URL {
	return new URL(
		path,
		findFolder() ?? new URL("shared/data/", import.meta.url),
	);
}

/** Why a test that needs it is skipped, or false. */
export function skipWithout(path: string): string | false {
	return existsSync(sharedData(path))
		? false
		: `no shared/data/${path} in a folder above, nor in the one that BATON_SHARED_DATA names`;
}

function findFolder(): URL | undefined {
	const { BATON_SHARED_DATA: named } = env;
	if (named !== undefined) return pathToFileURL(`${named}/`);
	for (let at = new URL("./", import.meta.url); ; at = new URL("../", at)) {
		const found = new URL("shared/data/", at);
		if (existsSync(found)) return found;
		if (at.pathname === new URL("../", at).pathname) return undefined;
	}
}
