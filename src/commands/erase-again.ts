import { parseArgs } from "node:util";
import { z } from "zod";
import { leavingReactions } from "../app.ts";
import { readConfig } from "../config.ts";
import { eraseNow } from "../features/rights/jobs.ts";
import { withHome } from "../installation.ts";
import type { ExitCode, Io } from "./io.ts";
import { readText } from "./matching-csv.ts";
import { refuse } from "./matching-output.ts";

export const help = `Usage: ./baton erase-again FILE

After a backup was restored: erases once more everyone on the list, before Baton is opened to people. FILE is the list of erasures, as an
administrator downloads it (keep it apart from the backups). Who is not in the database, or erased already, is passed over.

Exit code 0: done. 1: refused, and why. 2: wrong usage.`;

const List = z.object({
	format: z.literal("baton-erasures"),
	version: z.literal(1),
	erasures: z.array(z.object({ person: z.uuid() })),
});

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
	const { positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
	});
	const [file, ...rest] = positionals;
	if (file === undefined || rest.length > 0) {
		io.stderr(`${help}\n`);
		return 2;
	}
	const text = await readText(file);
	if (!text.ok) return refuse(io, text.messages);
	const list = readList(text.value);
	if (list === undefined)
		return refuse(io, [`${file} is no list of erasures.`]);
	const config = readConfig();
	let erased = 0;
	await withHome(config, async ({ database }) => {
		for (const { person } of list.erasures)
			if (
				await eraseNow(database, {
					person,
					request: null,
					reactions: leavingReactions(config.url),
				})
			)
				erased++;
	});
	io.stdout(
		`${erased} of ${list.erasures.length} people on the list ${erased === 1 ? "is" : "are"} erased now; the others are not here, or were erased already.\n`,
	);
	return 0;
}

function readList(text: string): z.infer<typeof List> | undefined {
	try {
		return List.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}
