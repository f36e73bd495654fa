import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { loadAssets } from "../platform/assets/assets.ts";
import type { ExitCode, Io } from "./io.ts";

export const help = `Usage: ./baton list-browser-files [--json]

The SHA-256 of every file that this version of Baton hands to browsers, with its address, so that what a browser loaded can be compared with
what a release holds. docs/operating/threat-model.md says how. Starts no database.

  --json   print one JSON document

Exit code 0.`;

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
	const { values } = parseArgs({
		args: [...args],
		options: { json: { type: "boolean" } },
	});
	const { files } = await loadAssets();
	const listed = [...files]
		.map(([address, { body }]) => ({
			sha256: createHash("sha256").update(body).digest("hex"),
			address,
		}))
		.toSorted((one, other) => (one.address < other.address ? -1 : 1));
	io.stdout(
		values.json
			? `${JSON.stringify({ version: 1, files: listed }, null, "\t")}\n`
			: listed.map(({ sha256, address }) => `${sha256}  ${address}\n`).join(""),
	);
	return 0;
}
