import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "../config.ts";
import { keyFileOf } from "../installation.ts";
import { openGround } from "../platform/database/ground.ts";
import { connectAsOwner } from "../platform/database/roles.ts";
import { type Check, checkJournal } from "../platform/journal/check.ts";
import { readNotes, readVerifierKey } from "../platform/journal/checkpoint.ts";
import { journalKeys } from "../platform/journal/signer.ts";
import { newestOf, readKeyFile } from "../platform/vault/key-file.ts";
import { makeVault } from "../platform/vault/vault.ts";
import type { ExitCode, Io } from "./io.ts";
import { checkText } from "./journal-text.ts";
import { fileProblem, readText } from "./matching-csv.ts";
import { refuse } from "./matching-output.ts";

export const help = `Usage: ./baton check-journal [options]

Reads the whole journal and finds every entry that was edited, deleted, inserted or moved since it was sealed. Only a checkpoint that was kept
outside the database shows that nothing was cut off or written anew: docs/operating/journal.md.

  --checkpoint FILE  a file with one or more checkpoints, as it came by mail or was downloaded; may be given several times
  --key KEY          the key that must have signed (printed on the page of the checkpoints); without it, the one in the key file
  --write FILE       put the newest checkpoint into FILE, to keep it elsewhere
  --demo             the demonstration's journal
  --json             print one JSON document

Exit code 0: everything holds. 1: something does not, and what. 2: wrong usage.`;

const options = {
	checkpoint: { type: "string", multiple: true },
	key: { type: "string" },
	write: { type: "string" },
	demo: { type: "boolean" },
	json: { type: "boolean" },
} as const;

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
	const { values } = parseArgs({ args: [...args], options });
	const key =
		values.key === undefined ? undefined : readVerifierKey(values.key);
	if (values.key !== undefined && key === undefined) {
		io.stderr(`${values.key} is no key.\n\n${help}\n`);
		return 2;
	}
	const outside: string[] = [];
	for (const file of values.checkpoint ?? []) {
		const text = await readText(file);
		if (!text.ok) return refuse(io, text.messages);
		if (readNotes(text.value).length === 0)
			return refuse(io, [`${file}: there is no checkpoint in this file.`]);
		outside.push(text.value);
	}
	const config = readConfig();
	const keys = key === undefined ? ownKeys(config) : [key.open];
	const began = performance.now();
	const found = await withOwner(config, values.demo ?? false, async (client) =>
		(await hasTree(client))
			? {
					check: await checkJournal(client, { outside, keys }),
					newest: await newestNote(client),
				}
			: undefined,
	);
	if (found === undefined)
		return refuse(io, [
			"The journal of this database is not sealed yet: run ./baton migrate, or start Baton.",
		]);
	const seconds = (performance.now() - began) / 1000;
	if (values.write !== undefined) {
		const refusal = await keep(values.write, found.newest);
		if (refusal !== undefined) return refuse(io, [refusal]);
	}
	tell(io, found.check, {
		isJson: values.json ?? false,
		isSigned: keys.length > 0,
		seconds,
	});
	return found.check.problemCount === 0 ? 0 : 1;
}

function tell(
	io: Io,
	check: Check,
	how: {
		readonly isJson: boolean;
		readonly isSigned: boolean;
		readonly seconds: number;
	},
): void {
	const { isSigned, seconds } = how;
	if (how.isJson)
		io.stdout(
			`${JSON.stringify({ version: 1, holds: check.problemCount === 0, ...check, signaturesJudged: isSigned, seconds: Number(seconds.toFixed(3)) }, null, "\t")}\n`,
		);
	else io.stdout(checkText(check, isSigned));
}

/** An auditor may have no key file; then signatures are judged by --key, or not at all. No file is made here. */
function ownKeys(config: Config) {
	const keys = readKeyFile(keyFileOf(config));
	return keys === undefined
		? []
		: journalKeys(makeVault({ keys, version: newestOf(keys) }));
}

type Client = Awaited<ReturnType<typeof connectAsOwner>>;

async function withOwner<T>(
	config: Config,
	isDemonstration: boolean,
	work: (client: Client) => Promise<T>,
): Promise<T> {
	const ground = await openGround(config);
	try {
		const { owner } = await (isDemonstration
			? ground.demonstration()
			: ground.home());
		const client = await connectAsOwner(owner);
		try {
			return await work(client);
		} finally {
			await client.end();
		}
	} finally {
		await ground.close();
	}
}

async function hasTree(client: Client): Promise<boolean> {
	const { rows } = await client.query<{ found: string | null }>(
		"select to_regclass('public.journal_tree')::text as found",
	);
	return rows[0]?.found !== null;
}

async function newestNote(client: Client): Promise<string | undefined> {
	const { rows } = await client.query<{ note: string }>(
		"select note from journal_checkpoint order by size desc limit 1",
	);
	return rows[0]?.note;
}

async function keep(
	file: string,
	note: string | undefined,
): Promise<string | undefined> {
	if (note === undefined) return "There is no checkpoint yet.";
	try {
		await writeFile(file, note);
		return undefined;
	} catch (error) {
		return fileProblem(file, error);
	}
}
