import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { planFor } from "../features/dry-run/commands.ts";
import type { Findings } from "../features/dry-run/findings-kept.ts";
import { DryRunForm } from "../features/dry-run/forms.ts";
import type { DryRunTask } from "../features/dry-run/jobs.ts";
import type { Plan } from "../features/dry-run/made-up-program.ts";
import { partsOf } from "../features/dry-run/queries.ts";
import { findProgram } from "../features/programs/queries/programs.ts";
import { openPlace } from "../installation.ts";
import { type Database, transact } from "../platform/database/database.ts";
import { type Ground, openGround } from "../platform/database/ground.ts";
import { runInWorker } from "../platform/workers/run-in-worker.ts";
import { dryRunText } from "./dry-run-text.ts";
import type { ExitCode, Io } from "./io.ts";

export const help = `Usage: ./baton dry-run PROGRAM [options]

Goes through a year of a program in advance, in a database that is made for it and thrown away: the same commands and jobs, with made-up people,
as on the program's page Dry run. Nobody is mailed and nothing is written to the organisation's database. Docs: docs/operating/dry-run.md.

  PROGRAM           its name, or its id
  --starts-on DAY   the day on which everybody is invited, 2027-01-11; without it, in two weeks
  --mentors N       how many mentors; without it, as many as take part or are asked to
  --mentees N       how many mentees, likewise; 600 people at most in all
  --seed N          another year of the same program; without it, 1
  --demo            a program of the demonstration
  --json            print one JSON document

Progress goes to the standard error. Exit code 0: gone through, and no rule was broken. 1: a rule was broken, or refused with the reason. 2: wrong usage.`;

const options = {
	"starts-on": { type: "string" },
	mentors: { type: "string" },
	mentees: { type: "string" },
	seed: { type: "string" },
	demo: { type: "boolean" },
	json: { type: "boolean" },
} as const;

type Values = {
	readonly [Name in "starts-on" | "mentors" | "mentees" | "seed"]?:
		| string
		| undefined;
};

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options,
	});
	const [program, ...rest] = positionals;
	if (program === undefined || rest.length > 0) {
		io.stderr(`${help}\n`);
		return 2;
	}
	const config = readConfig();
	const ground = await openGround(config);
	try {
		const logins = await (values.demo ? ground.demonstration() : ground.home());
		const place = await openPlace(logins, config);
		const plan = await planOf(place.database, { program, values });
		await place.close();
		if (!plan.ok) {
			io.stderr(`${plan.why}\n`);
			return plan.isUsage ? 2 : 1;
		}
		const began = performance.now();
		const findings = await goThrough(ground, plan.plan, io);
		const seconds = (performance.now() - began) / 1000;
		io.stdout(
			values.json
				? `${JSON.stringify({ version: 1, seconds: Number(seconds.toFixed(1)), startsOn: plan.plan.startsOn, seed: plan.plan.seed, ...findings }, null, "\t")}\n`
				: dryRunText(findings, { name: plan.name, seconds }),
		);
		return Object.values(findings.broken).every((count) => count === 0) ? 0 : 1;
	} finally {
		await ground.close();
	}
}

type Planned =
	| { readonly ok: true; readonly name: string; readonly plan: Plan }
	| { readonly ok: false; readonly isUsage: boolean; readonly why: string };

/** Of those who take part it learns where they are and how many they take, as the page does, and nothing else. */
function planOf(
	database: Database,
	{
		program: wanted,
		values,
	}: { readonly program: string; readonly values: Values },
): Promise<Planned> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "read" },
		async (db) => {
			const programs = await db
				.selectFrom("program")
				.select(["id", "name"])
				.execute();
			const named = programs.filter(
				({ id, name }) => name === wanted || id === wanted,
			);
			const [one, another] = named;
			const found =
				one === undefined || another !== undefined
					? undefined
					: await findProgram(db, one.id);
			if (found === undefined)
				return {
					ok: false,
					isUsage: false,
					why:
						named.length > 1
							? `There are ${named.length} programs named ${wanted}: give its id, the last part of its page's address.`
							: `There is no program named ${wanted}.`,
				};
			const parts = await partsOf(db, found.id);
			const asked = DryRunForm.safeParse({
				"starts-on": values["starts-on"] ?? inTwoWeeks(database.now()),
				mentors: values.mentors ?? Math.max(1, parts.mentors.length),
				mentees: values.mentees ?? Math.max(1, parts.mentees.length),
				seed: values.seed ?? 1,
			});
			if (!asked.success)
				return {
					ok: false,
					isUsage: true,
					why: asked.error.issues
						.map(({ path, message }) => `--${path.join(".")}: ${message}`)
						.join("\n"),
				};
			return {
				ok: true,
				name: found.name,
				plan: await planFor(db, found, asked.data),
			};
		},
	);
}

function inTwoWeeks(now: Date): string {
	return new Date(now.getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
}

async function goThrough(
	ground: Ground,
	plan: Plan,
	io: Io,
): Promise<Findings> {
	const place = await ground.throwAway();
	try {
		const task: DryRunTask = { plan, logins: place.logins };
		const { mentors, mentees, startsOn } = plan;
		io.stderr(
			`${mentors.length} mentors and ${mentees.length} mentees, twelve months from ${startsOn}\n`,
		);
		let told = 0;
		return await runInWorker<number, Findings>({
			module: new URL("../dry-run-thread.ts", import.meta.url),
			input: task,
			signal: new AbortController().signal,
			memoryMb: 1024,
			onStep: async (percent) => {
				if (percent < told + 10) return;
				told = percent - (percent % 10);
				io.stderr(`${told} %\n`);
			},
		});
	} finally {
		await place.drop();
	}
}
