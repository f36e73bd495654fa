// A year of a program gone through in advance, on an embedded server as it runs in life.
import pg from "pg";
import { emptyServerDatabase, startTestServer } from "../test/database.ts";
import type { DryRunTask } from "../src/features/dry-run/jobs.ts";
import type { Findings } from "../src/features/dry-run/findings-kept.ts";
import { ensureApplicationLogin } from "../src/platform/database/roles.ts";
import { runInWorker } from "../src/platform/workers/run-in-worker.ts";
import { printTable } from "./table.ts";

const zones = ["Europe/Berlin", "Europe/London", "America/New_York"];

export async function run(args: readonly string[]): Promise<void> {
	const people = Number(args[0] ?? 600);
	const months = Number(args[1] ?? 12);
	await using server = await startTestServer();
	process.env["BATON_ADMIN_URL"] = server.adminUrl;
	process.env["BATON_TEMPLATE_OWNER_URL"] = server.templateOwnerUrl;
	const { url } = await emptyServerDatabase();
	const mentors = Math.round(people * 0.4);
	const zoned = (count: number) =>
		Array.from({ length: count }, (_, place) => ({
			zone: zones[place % zones.length] ?? "UTC",
			capacity: 1 + (place % 2),
		}));
	const task: DryRunTask = {
		logins: await ensureApplicationLogin(url),
		plan: {
			seed: 1,
			startsOn: "2027-01-11",
			months,
			organisationZone: "Europe/Berlin",
			charter: {
				purpose: "Judgement",
				enterpriseGoals: ["Continuity"],
				businessChallenges: ["Change"],
				formats: ["one-to-one"],
				cadence: "month",
				sessionMinutes: 60,
				lengthMonths: 12,
				schedulingNorms: [],
				evaluationMonths: [12],
				pulseWeeks: 6,
			},
			mentors: zoned(mentors),
			mentees: zoned(people - mentors),
		},
	};
	const began = performance.now();
	const found = await runInWorker<number, Findings>({
		module: new URL("../src/dry-run-thread.ts", import.meta.url),
		input: task,
		signal: new AbortController().signal,
		memoryMb: 1024,
		onStep: async () => {},
	});
	const seconds = (performance.now() - began) / 1000;
	const sessions = found.weeks.reduce(
		(sum, { held, calledOff, missed, open }) =>
			sum + held + calledOff + missed + open,
		0,
	);
	const acts = found.mails + sessions;
	const bare = await bareTransactions(url, acts);
	printTable(
		[`${people} people, ${months} months`, ""],
		[
			["seconds", seconds.toFixed(1)],
			[`seconds for ${acts} bare transactions, a row each`, bare.toFixed(1)],
			["times as long", (seconds / bare).toFixed(1)],
			["sessions", sessions],
			["mails", found.mails],
			["most mails to one person in a week", found.mailsAWeek.most],
			["double bookings", found.broken.doubleBookings],
			["mentors over their places", found.broken.overCapacity],
		],
	);
}

/** The peer: as many transactions as there were mails and sessions, each of one insert into a table without rules, on as many connections. */
async function bareTransactions(url: string, count: number): Promise<number> {
	const pool = new pg.Pool({ connectionString: url, max: lanes });
	// The server may stop before the last connection has said goodbye.
	pool.on("error", () => {});
	await pool.query("create table bare (id integer, words text)");
	let next = 0;
	const began = performance.now();
	await Promise.all(
		Array.from({ length: lanes }, async () => {
			const client = await pool.connect();
			for (let id = next++; id < count; id = next++) {
				await client.query("begin");
				await client.query({
					name: "bare",
					text: "insert into bare values ($1, $2)",
					values: [id, "x".repeat(1_000)],
				});
				await client.query("commit");
			}
			client.release();
		}),
	);
	const seconds = (performance.now() - began) / 1000;
	await pool.end();
	return seconds;
}

const lanes = 6;
