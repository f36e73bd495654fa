// Who can read the rows of a table, as its row-level security says it. Read from the policies themselves, so that no page can promise
// something else than the database does; a policy that is not understood is named, and a test fails on it.
import { sql } from "kysely";
import type { Db } from "../database.ts";

export type TableReaders = {
	/** Every colleague who is signed in. */
	everyone: boolean;
	/** The person whose row it is, or one of two whose it is. */
	self: boolean;
	/** The members of the relationship. */
	members: boolean;
	/** Everyone with a place in the program. */
	participants: boolean;
	/** Who keeps the calendar of somebody concerned, today. */
	delegates: boolean;
	/** The custodians of the recovery key, once it is due. */
	custodians: boolean;
	/** Offices, of the organisation or of the program concerned. */
	offices: Set<string>;
	/** Parts of Baton that act without a person. */
	processes: Set<string>;
	/** Policies whose condition says nothing of the above. */
	unknown: string[];
};

export type Policy = {
	readonly table: string;
	readonly name: string;
	readonly condition: string;
};

/** Readers by table. A table without row-level security is everyone's to read. */
export async function readersByTable(
	db: Db,
): Promise<ReadonlyMap<string, TableReaders>> {
	const { rows } = await sql<Policy>`
		select tablename as table, policyname as name, qual as condition from pg_policies
		where schemaname = 'public' and permissive = 'PERMISSIVE' and cmd in ('SELECT', 'ALL') and policyname <> 'owner'
		order by tablename, policyname
	`.execute(db);
	const readers = new Map<string, TableReaders>();
	for (const policy of rows) {
		const known = readers.get(policy.table) ?? nobody();
		admit(known, policy);
		readers.set(policy.table, known);
	}
	for (const policy of rows) inherit(readers, policy);
	return readers;
}

export function nobody(): TableReaders {
	return {
		everyone: false,
		self: false,
		members: false,
		participants: false,
		delegates: false,
		custodians: false,
		offices: new Set(),
		processes: new Set(),
		unknown: [],
	};
}

function admit(known: TableReaders, { name, condition }: Policy): void {
	const offices = officesIn(condition);
	const processes = processesIn(condition);
	const isCustodians = /is_custodian_of\(|may_open\(/.test(condition);
	const isMembers =
		!isCustodians &&
		/member_ids|own_relationships\(\)|is_member_of\(/.test(condition);
	const isParticipants = condition.includes("own_programs()");
	const isDelegates = /kept_(calendars|sessions)\(\)/.test(condition);
	const isEveryone = /acting_person\(\)[^=]*IS NOT NULL/i.test(condition);
	const isSelf =
		!isMembers &&
		!isCustodians &&
		offices.length === 0 &&
		comparesPerson(condition);
	for (const office of offices) known.offices.add(office);
	for (const process of processes) known.processes.add(process);
	known.everyone ||= isEveryone && offices.length === 0;
	known.members ||= isMembers;
	known.participants ||= isParticipants;
	known.delegates ||= isDelegates;
	known.custodians ||= isCustodians;
	// One policy may name the person beside offices, as the journal's does.
	known.self ||= isSelf || (offices.length > 0 && comparesPerson(condition));
	if (
		offices.length + processes.length === 0 &&
		!isMembers &&
		!isParticipants &&
		!isDelegates &&
		!isCustodians &&
		!isEveryone &&
		!isSelf &&
		!isForEverybody.test(condition)
	)
		known.unknown.push(name);
}

// "If the row of another table can be seen": then whoever reads that one reads this one.
function inherit(
	readers: ReadonlyMap<string, TableReaders>,
	{ table, name, condition }: Policy,
): void {
	const known = readers.get(table);
	const other = readers.get(/FROM (\w+)/.exec(condition)?.[1] ?? "");
	if (known?.unknown.includes(name) !== true || other === undefined) return;
	known.unknown = known.unknown.filter((each) => each !== name);
	known.everyone ||= other.everyone;
	known.self ||= other.self;
	known.members ||= other.members;
	known.participants ||= other.participants;
	known.delegates ||= other.delegates;
	known.custodians ||= other.custodians;
	for (const office of other.offices) known.offices.add(office);
	for (const process of other.processes) known.processes.add(process);
}

// The cast is offered on the sign-in page of a demonstration, and only there.
const isForEverybody = /is_demonstration/;

const officeNames =
	/'(administrator|program-manager|coordinator|analyst|committee-member|facilitator|learning-partner|ombudsperson)'::text/g;

function officesIn(condition: string): string[] {
	const named = [...condition.matchAll(officeNames)].map(
		([, office = ""]) => office,
	);
	const asked = Object.entries(officesBehind).flatMap(([asks, offices]) =>
		condition.includes(asks) ? offices : [],
	);
	return [...new Set([...named, ...asked])];
}

/** Functions that policies ask, and the offices these ask for. */
const officesBehind: Readonly<Record<string, readonly string[]>> = {
	"rounds_entrusted()": ["program-manager"],
	"rounds_overseen()": ["program-manager", "committee-member", "analyst"],
};

// `acting_process() = 'x'` or `= any (array['x', 'y'])`; "is not anyone" is the condition of policies that name the person too.
function processesIn(condition: string): string[] {
	return [
		...condition.matchAll(
			/acting_process\(\)[^)]*\)?\s*=\s*(?:ANY\s*\(\s*\(?\s*ARRAY\[([^\]]*)\]|('[a-z-]+'))/gi,
		),
	].flatMap(([, list = "", one = ""]) =>
		[...`${list}${one}`.matchAll(/'([a-z-]+)'/g)].map(([, name = ""]) => name),
	);
}

function comparesPerson(condition: string): boolean {
	return /acting_person/.test(condition) && /=|IN|ANY/.test(condition);
}
