// What whoever runs a program waits for on the match board: a large round planned, its board, and a pin until the board around it is there.
import { sql } from "kysely";
import { startTestServer } from "../test/database.ts";
import { charter, perform, rows } from "../test/round.ts";
import { establishedWorld, type Staff, type World } from "../test/world.ts";
import { printTable } from "./table.ts";

type Big = World & Staff;

export async function run(args: readonly string[]): Promise<void> {
	const mentees = Number(args[0] ?? 10_000);
	const mentors = Number(args[1] ?? 3000);
	await using server = await startTestServer();
	process.env["BATON_ADMIN_URL"] = server.adminUrl;
	process.env["BATON_TEMPLATE_OWNER_URL"] = server.templateOwnerUrl;
	process.env["BATON_TEMPLATE_APPLICATION_URL"] = server.templateApplicationUrl;
	await using world = await establishedWorld();
	const program = await cohort(world, mentees, mentors);
	const manager = await world.as(world.ruth);
	const measured: (readonly [string, number, number, string])[] = [];
	const timed = async <T>(
		what: string,
		work: () => Promise<T>,
		told: (found: T) => string = () => "",
	): Promise<T> => {
		const [began, before] = [performance.now(), process.cpuUsage()];
		const found = await work();
		const { user, system } = process.cpuUsage(before);
		const seconds = (performance.now() - began) / 1000;
		measured.push([what, seconds, (user + system) / 1e6, told(found)]);
		process.stderr.write(
			`${what}: ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of the processor ${told(found)}\n`,
		);
		return found;
	};
	const begun = await manager.send(`/programs/${program}/rounds`, {});
	const base = begun.location ?? "";
	if (base === "") throw new Error(`no round: ${begun.status} ${begun.text}`);
	const round = base.split("/").at(-1) ?? "";
	const size = ({ html }: { readonly html: string }) =>
		`${(html.length / 1e6).toFixed(1)} MB`;
	await timed("before the first run, page", () => manager.get(base), size);
	await manager.send(`${base}/run`, {});
	await timed("the first run", () => work(world, round));
	const board = await timed("the board", () => manager.get(base), size);
	const pairs = await rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select(["mentee_id as mentee", "mentor_id as mentor", "alternatives"])
			.where("round_id", "=", round)
			.orderBy("id")
			.limit(20)
			.execute(),
	);
	process.stderr.write(`status ${board.status}\n`);
	for (const { mentee, mentor, alternatives } of pairs.slice(0, 4)) {
		const [next]: readonly { readonly mentor?: string }[] = Array.isArray(
			alternatives,
		)
			? JSON.parse(JSON.stringify(alternatives))
			: [];
		await timed("a pin, until it is answered", () =>
			manager.send(`${base}/decisions`, {
				pin: `${mentee} ${next?.mentor ?? mentor}`,
			}),
		);
		if (await isComputing(world, round))
			await timed("and the job after it", () => work(world, round));
		await timed("the board after it", () => manager.get(base), size);
	}
	await timed("pairs priced", async () =>
		perform(world, "price-pairs", {
			round,
			fingerprint: await fingerprint(world, round),
		}),
	);
	printTable(
		["", "seconds", "of the processor", ""],
		measured.map(([what, seconds, cpu, told]) => [
			what,
			seconds.toFixed(2),
			cpu.toFixed(2),
			told,
		]),
	);
}

async function work(world: Big, round: string): Promise<void> {
	const { run_id: id } = await rows(world, (tx) =>
		tx
			.selectFrom("round_progress")
			.select("run_id")
			.where("round_id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	await perform(world, "pair-round", { round, run: id });
}

async function isComputing(world: Big, round: string): Promise<boolean> {
	const { status } = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("status")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	return status === "computing";
}

async function fingerprint(world: Big, round: string): Promise<string> {
	const row = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("fingerprint")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	return row.fingerprint ?? "";
}

/** People of eight functions, seven units, twenty places and five grades, each with what they seek or offer; a mentor of one to four places. */
export async function cohort(
	world: Big,
	mentees: number,
	mentors: number,
): Promise<string> {
	return world.arrange(async (tx) => {
		await sql`insert into grade (name, position) select 'G' || n, n from generate_series(1, 6) n on conflict do nothing`.execute(
			tx,
		);
		const { id: program } = await tx
			.insertInto("program")
			.values({
				name: "The whole company",
				template: "executive-cross-generation",
				kind: "one-to-one",
				status: "open",
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("charter")
			.values({
				program_id: program,
				version: 1,
				body: JSON.stringify(charter),
			})
			.execute();
		await sql`
			with made as (
				insert into person (email, first_name, last_name, time_zone, search_text, function, unit, location, languages)
				select 'p' || n || '@meridian.example', 'First' || n, 'Last' || n,
					(array['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Singapore'])[1 + (n * 7919) % 4],
					'first' || n || ' last' || n,
					'Function ' || (n * 7907) % 8, 'Unit ' || (n * 7901) % 7, 'Place ' || (n * 7883) % 20,
					case when n % 13 = 0 then array['de'] else array['en', 'de'] end
				from generate_series(1, ${mentees + mentors}::integer) n
				returning id, email
			), numbered as (select id, substr(split_part(email, '@', 1), 2)::integer as n from made),
			employed as (
				insert into employment (person_id, grade)
				select id, 'G' || case when n <= ${mentors} then 3 + (n * 31) % 4 else 1 + (n * 37) % 3 end from numbered
			)
			insert into enrolment (program_id, person_id, side, status, how, capacity)
			select ${program}::uuid, id, case when n <= ${mentors} then 'mentor' else 'mentee' end, 'enrolled', 'demonstration',
				case when n <= ${mentors} then 1 + (n * 41) % 4 else 1 end
			from numbered
		`.execute(tx);
		await sql`
			with known as (select id, row_number() over (order by key) - 1 as k, count(*) over () as of from competency where retired_in is null),
			people as (select person_id, side, row_number() over (order by person_id) as n from enrolment where program_id = ${program}),
			offered as (
				insert into offer (person_id, competency_id, level)
				select person_id, id, 1 + (n * (k + 3)) % 5 from people, known where side = 'mentor' and (n * 17 + k * k * 29) % of < 5
			)
			insert into seek (person_id, competency_id, level)
			select person_id, id, 1 + (n * (k + 5)) % 5 from people, known where side = 'mentee' and (n * 23 + k * k * 31) % of < 4
		`.execute(tx);
		return program;
	});
}
