// Every policy taken away or widened, one at a time, against the matrix of rows: whoever removes a wall by mistake must see a test turn red.
import type pg from "pg";
import { applicationRole } from "../../src/platform/database/roles.ts";
import type { FilledDatabase } from "./filled-database.ts";
import { readLine } from "./row-lines.ts";
import { actors, rightsIn } from "./row-matrix.ts";
import { rowRights } from "./row-rights.ts";

export type Mutant = {
	readonly name: string;
	readonly table: string;
	readonly statement: string;
};

type Policy = {
	readonly name: string;
	readonly table: string;
	readonly hasUsing: boolean;
	readonly hasCheck: boolean;
	/** What may be seen and what may be written is the same condition on the actor alone, and nothing can be added: either half does for both. */
	readonly isTwice: boolean;
};

/** All ways to weaken one thing: no row-level security on a table; a policy gone, or open to all for what it lets see or write. */
export async function policyMutants(
	client: pg.Client,
	{ logins }: FilledDatabase,
): Promise<readonly Mutant[]> {
	const { rows } = await client.query<Policy>(policiesQuery, [
		applicationRole(logins),
	]);
	const tables = [...new Set(rows.map(({ table }) => table))];
	return [
		...tables.map((table) => ({
			name: `${table}: row-level security off`,
			table,
			statement: `alter table ${table} disable row level security`,
		})),
		...rows.flatMap((policy) => weakened(client, policy)),
	];
}

const policiesQuery = `
	select polname as name, relname as table, polqual is not null as "hasUsing", polwithcheck is not null as "hasCheck",
		polqual is not null and pg_get_expr(polqual, polrelid) is not distinct from pg_get_expr(polwithcheck, polrelid)
		and not exists (select from pg_depend where classid = 'pg_policy'::regclass and objid = p.oid and refobjid = polrelid and refobjsubid > 0)
		and (polcmd = 'w' or not has_any_column_privilege($1, polrelid, 'insert')) as "isTwice"
	from pg_policy p join pg_class c on c.oid = p.polrelid
	where relnamespace = 'public'::regnamespace and polname <> 'owner' order by relname collate "C", polname collate "C"`;

function weakened(
	client: pg.Client,
	{ name, table, hasUsing, hasCheck, isTwice }: Policy,
): readonly Mutant[] {
	const policy = `policy ${client.escapeIdentifier(name)} on ${table}`;
	const ways: readonly (readonly [string, string, boolean])[] = [
		["gone", `drop ${policy}`, true],
		["every row", `alter ${policy} using (true)`, hasUsing && !isTwice],
		["any new row", `alter ${policy} with check (true)`, hasCheck && !isTwice],
		[
			"open",
			`alter ${policy} using (true) with check (true)`,
			hasUsing && hasCheck,
		],
	];
	return ways
		.filter(([, , applies]) => applies)
		.map(([way, statement]) => ({
			name: `${table}.${name}: ${way}`,
			table,
			statement,
		}));
}

/**
 * Halves of a policy for changes that no attack gets past alone: what one half would let through, the other refuses with the same condition.
 * Both halves open are noticed.
 */
export const backedUp: readonly string[] = [
	"cadence.chosen_anew: any new row",
	"circle_seat.answered: every row",
	"circle_seat.answered: any new row",
	"commitment.settled: every row",
	"commitment.settled: any new row",
	"concern.author_changes: every row",
	"correction_request.answered: every row",
	"delegation.taken_back: every row",
	"delegation.taken_back: any new row",
	"enrolment.answered: every row",
	"erasure_request.answered: every row",
	"farewell.change: every row",
	"farewell.change: any new row",
	"note.ours_changed: every row",
	"person.self: every row",
	"person.self: any new row",
	"pulse.thought_again: every row",
	"pulse.thought_again: any new row",
	"referral.asker_changes: any new row",
	"referral.facilitator_takes: any new row",
	"referral.told_ends: any new row",
	"relationship.circle_changed: any new row",
	"roundtable.called_off: any new row",
	"session.changed: any new row",
	"session.moved: any new row",
	"session_member.answered: any new row",
	"write_up.changed: every row",
	"write_up.changed: any new row",
];

/**
 * Second bolts: they forbid what no policy allows anyway, so that nothing changes when one is taken away. They guard against a policy that
 * would allow it one day.
 */
export const secondBolts: readonly string[] = [
	"demonstration_cast.erasure_alone",
	"office.erasure_alone",
].flatMap((policy) => [`${policy}: gone`, `${policy}: every row`]);

/** Short ways: what they show another policy shows too, only not by an index. */
export const shortWays: readonly string[] = [
	"relationship_member.themselves: gone",
];

/**
 * What they show beyond other policies lies outside the matrix, where everybody has a place in every program: one's own after that place is gone.
 * The export notices (src/features/rights/routes.test.ts).
 */
export const beyondTheMatrix: readonly string[] = [
	"roundtable.own: gone",
	"roundtable_seat.own: gone",
];

/** Whether the matrix notices. */
export async function isNoticed(
	client: pg.Client,
	database: FilledDatabase,
	{ table, statement }: Mutant,
): Promise<boolean> {
	await client.query("begin");
	try {
		await client.query(statement);
		const expected = readLine(rowRights[table] ?? "");
		for (const asked of inTurn()) {
			const found = await rightsIn(client, database, table, asked);
			if (asked.some(({ name }) => found[name] !== expected[name])) return true;
		}
		return false;
	} finally {
		await client.query("rollback");
	}
}

/** Everyone, those first who would notice most: one difference is enough. */
function inTurn() {
	const everyone = actors();
	const first = everyone.filter(({ name }) => name === "colleague");
	const named = everyone.filter(({ name }) =>
		[
			"subject",
			"partner",
			"author",
			"program manager",
			"ombudsperson",
			"another ombudsperson",
			"custodian",
			"second custodian",
		].includes(name),
	);
	const others = everyone.filter(
		(actor) => !first.includes(actor) && !named.includes(actor),
	);
	return [
		first,
		named,
		others.filter(({ process }) => process !== ""),
		others.filter(({ process }) => process === ""),
	];
}
