import { parseArgs } from "node:util";
import { z } from "zod";
import {
	checkLottery,
	type LotteryProblem,
	type LotteryRecord,
	type Standing,
	standingIn,
} from "../domain/programs/lottery-record.ts";
import { t } from "../ui/text.ts";
import type { ExitCode, Io } from "./io.ts";
import { readText } from "./matching-csv.ts";
import { refuse } from "./matching-output.ts";

export const help = `Usage: ./baton verify-lottery FILE [options]

Repeats a draw from its published record, without a database: is the seed the one whose hash was published, is the list the frozen one, do
places and waiting list follow from seed and list? docs/operating/lottery.md describes the draw for people who check with other tools.

  FILE               the record, downloaded from the lottery's page
  --commitment HASH  the hash of the seed as it stood in your mail when the list opened
  --list-hash HASH   the hash of the frozen list as you noted it
  --number N         say where this number stands
  --json             print one JSON document

Exit code 0: verified. 1: something differs, and what. 2: wrong usage.`;

const options = {
	commitment: { type: "string" },
	"list-hash": { type: "string" },
	number: { type: "string" },
	json: { type: "boolean" },
} as const;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Numbers = z.array(z.number().int().min(1));
const Record = z.object({
	format: z.literal("baton-lottery"),
	version: z.literal(1),
	program: z.string(),
	openedAt: z.string(),
	closedAt: z.string(),
	drawnAt: z.string(),
	commitment: Hash,
	seed: Hash,
	beacon: z.string().nullable(),
	places: z.number().int().min(1),
	listHash: Hash,
	entries: z.array(
		z.object({ number: z.number().int().min(1), group: z.string() }),
	),
	result: z.object({ places: Numbers, waiting: Numbers }),
});

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options,
	});
	const [file, ...rest] = positionals;
	const number =
		values.number === undefined ? undefined : Number(values.number);
	const isNumber =
		number === undefined || (Number.isInteger(number) && number > 0);
	if (file === undefined || rest.length > 0 || !isNumber) {
		io.stderr(`${help}\n`);
		return 2;
	}
	const text = await readText(file);
	if (!text.ok) return refuse(io, text.messages);
	const record = readRecord(text.value);
	if (record === undefined)
		return refuse(io, [t("{file} is not the record of a lottery", { file })]);
	const problems = checkLottery(record, {
		...(values.commitment && { commitment: values.commitment.toLowerCase() }),
		...(values["list-hash"] && { listHash: values["list-hash"].toLowerCase() }),
	});
	return tell(io, {
		file,
		record,
		problems,
		number,
		json: values.json ?? false,
	});
}

type Outcome = {
	readonly file: string;
	readonly record: LotteryRecord;
	readonly problems: readonly LotteryProblem[];
	readonly number: number | undefined;
	readonly json: boolean;
};

function tell(io: Io, { file, record, problems, number, json }: Outcome) {
	const own = number === undefined ? undefined : standingIn(record, number);
	const isUnknown = number !== undefined && own === undefined;
	const sentences = [
		...problems.map(problemSentence),
		...(isUnknown
			? [t("the number {number} is not on the list", { number })]
			: []),
	].map((sentence) => `${file}: ${sentence}`);
	const verified = sentences.length === 0;
	if (json)
		io.stdout(
			`${JSON.stringify({ verified, problems: sentences, ...(own && { number, ...own }) }, null, "\t")}\n`,
		);
	if (!verified) return refuse(io, sentences);
	if (!json) {
		io.stdout(`${verifiedSentence(record)}\n`);
		if (number !== undefined && own !== undefined)
			io.stdout(`${standingSentence(number, own)}\n`);
	}
	return 0;
}

function readRecord(text: string): LotteryRecord | undefined {
	try {
		return Record.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

function verifiedSentence({ program, entries, places }: LotteryRecord): string {
	return t(
		"Verified: the draw of “{program}” ({people, plural, one {# number} other {# numbers}}, {places, plural, one {# place} other {# places}}) follows from the committed seed and the frozen list.",
		{ program, people: entries.length, places },
	);
}

function standingSentence(number: number, { outcome, rank }: Standing): string {
	return outcome === "place"
		? t(
				"Number {number} was drawn {rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}: a place.",
				{
					number,
					rank,
				},
			)
		: t(
				"Number {number} is {rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on the waiting list.",
				{
					number,
					rank,
				},
			);
}

function problemSentence(problem: LotteryProblem): string {
	switch (problem.why) {
		case "seed-not-committed":
			return t("the seed is not the one whose hash was published");
		case "other-commitment":
			return t(
				"the record carries another hash of the seed than the one you noted",
			);
		case "other-list-hash":
			return t(
				"the record carries another hash of the list than the one you noted",
			);
		case "list-changed":
			return t(
				"the list or the number of places is not the one that was frozen",
			);
		case "number-twice":
			return t("the number {number} is there twice", problem);
		case "not-on-list":
			return t(
				"the number {number} is in the result, but not on the list",
				problem,
			);
		case "other-outcome":
			return t("by seed and list, {expected} The record says something else.", {
				expected: standingSentence(problem.number, problem.expected),
			});
	}
}
