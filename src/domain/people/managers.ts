import type { KnownPeople } from "./recognise.ts";
import type { PersonRef } from "./known-person.ts";
import type { PersonId } from "./person-id.ts";
import type { PersonFacts } from "./person-row.ts";
import { readEmail } from "./read-value.ts";
import type { Trouble } from "./row-problem.ts";
import { fold } from "./tidy.ts";

/** Someone who will be there after the import, and what the file says about whom they report to. */
export interface Report {
	readonly row: number;
	readonly ref: PersonRef;
	/** After the import; what the row does not say is as known. */
	readonly facts: PersonFacts;
	/** As written in the file; null: an empty cell that clears; undefined: not to be changed. */
	readonly manager: string | null | undefined;
}

export interface ManagerPlan {
	/** Of the rows whose manager can be set: to whom. */
	readonly managers: ReadonlyMap<number, PersonRef | null>;
	readonly troubles: readonly { row: number; trouble: Trouble }[];
}

/**
 * Looks up the managers a file names, by employee number, then e-mail, then exact name, among the people known and those the file brings;
 * those who will still be here (not in `leave`) come before others. Then breaks loops: as long as following managers leads back, also by way
 * of people who are not in the file, the file's word is not taken for anyone along that loop. O(people) for each layer of loops.
 */
export function planManagers(
	reports: readonly Report[],
	people: KnownPeople,
	leave: ReadonlySet<PersonId>,
): ManagerPlan {
	const directory = buildDirectory(reports, people, leave);
	const managers = new Map<number, PersonRef | null>();
	const troubles: { row: number; trouble: Trouble }[] = [];
	for (const { row, ref, manager } of reports) {
		if (manager === undefined) continue;
		if (manager === null) {
			managers.set(row, null);
			continue;
		}
		const found = lookUp(manager, directory);
		if (typeof found === "string") {
			troubles.push({ row, trouble: { code: found } });
		} else if (name(found) === name(ref)) {
			troubles.push({ row, trouble: { code: "manager-is-self" } });
		} else managers.set(row, found);
	}
	return {
		managers,
		troubles: [...troubles, ...cutLoops(reports, managers, people)],
	};
}

type Directory = ReadonlyMap<string, readonly Entry[]>;
interface Entry {
	readonly ref: PersonRef;
	readonly isHere: boolean;
}

/** Names of a person as one text, so that a known person and a row can be compared. */
function name(ref: PersonRef): string {
	return "person" in ref ? ref.person : `row ${ref.row}`;
}

function buildDirectory(
	reports: readonly Report[],
	people: KnownPeople,
	leave: ReadonlySet<PersonId>,
): Directory {
	const directory = new Map<string, Entry[]>();
	const add = (ref: PersonRef, facts: PersonFacts, isHere: boolean) => {
		for (const key of keysOf(facts)) {
			const entries = directory.get(key) ?? [];
			entries.push({ ref, isHere });
			directory.set(key, entries);
		}
	};
	const inFile = new Set(reports.map(({ ref }) => name(ref)));
	for (const { ref, facts } of reports) add(ref, facts, facts.leftOn === null);
	for (const { id, facts } of people.all) {
		if (inFile.has(id)) continue;
		add({ person: id }, facts, facts.leftOn === null && !leave.has(id));
	}
	return directory;
}

function keysOf(facts: PersonFacts): readonly string[] {
	const full = fold(`${facts.firstName ?? ""} ${facts.lastName ?? ""}`);
	return [
		...(facts.employeeNumber ? [numberKey(facts.employeeNumber)] : []),
		...(facts.email ? [emailKey(facts.email)] : []),
		...(full === "" ? [] : [`name ${full}`]),
	];
}

function numberKey(number: string): string {
	return `number ${number.toLowerCase()}`;
}

function emailKey(email: string): string {
	return `email ${email.toLowerCase()}`;
}

function lookUp(
	manager: string,
	directory: Directory,
): PersonRef | "unknown-manager" | "ambiguous-manager" {
	for (const key of lookupKeys(manager)) {
		const entries = directory.get(key) ?? [];
		const here = entries.filter((entry) => entry.isHere);
		const candidates = here.length > 0 ? here : entries;
		if (candidates.length > 1) return "ambiguous-manager";
		if (candidates[0] !== undefined) return candidates[0].ref;
	}
	return "unknown-manager";
}

function lookupKeys(manager: string): readonly string[] {
	const email = readEmail(manager);
	const [last = "", first, ...more] = manager.split(",");
	const turned =
		first !== undefined && more.length === 0 ? `${first} ${last}` : manager;
	return [
		numberKey(manager),
		...(email === null ? [] : [emailKey(email)]),
		`name ${fold(turned)}`,
	];
}

function cutLoops(
	reports: readonly Report[],
	managers: Map<number, PersonRef | null>,
	people: KnownPeople,
): readonly { row: number; trouble: Trouble }[] {
	const rowOf = new Map(reports.map(({ row, ref }) => [name(ref), row]));
	const above = new Map<string, string>();
	for (const { id, managerId } of people.all) {
		if (managerId !== null) above.set(id, managerId);
	}
	for (const { row, ref } of reports)
		setAbove(above, name(ref), managers.get(row));
	const troubles: { row: number; trouble: Trouble }[] = [];
	for (;;) {
		const loops = findLoops(above)
			.map((loop) => loop.map((who) => rowOf.get(who) ?? -1))
			.map((rows) => rows.filter((row) => managers.get(row)))
			.filter((rows) => rows.length > 0);
		if (loops.length === 0) return troubles;
		for (const rows of loops.map((loop) => loop.toSorted((a, b) => a - b))) {
			for (const row of rows) {
				troubles.push({ row, trouble: { code: "manager-loop", rows } });
				managers.delete(row);
			}
		}
		for (const { row, ref } of reports) {
			if (managers.has(row)) continue;
			const known = "person" in ref ? people.byId.get(ref.person) : undefined;
			const before = known?.managerId ?? null;
			setAbove(above, name(ref), before === null ? null : { person: before });
		}
	}
}

function setAbove(
	above: Map<string, string>,
	who: string,
	manager: PersonRef | null | undefined,
): void {
	if (manager === undefined) return;
	if (manager === null) above.delete(who);
	else above.set(who, name(manager));
}

/** Every loop once: from each person upwards until the top, or someone already walked past. Whoever is met twice on one walk is on a loop. */
function findLoops(
	above: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
	const walkOf = new Map<string, number>();
	const loops: string[][] = [];
	let walk = 0;
	for (const start of above.keys()) {
		walk++;
		let who: string | undefined = start;
		while (who !== undefined && !walkOf.has(who)) {
			walkOf.set(who, walk);
			who = above.get(who);
		}
		if (who !== undefined && walkOf.get(who) === walk) {
			loops.push(loopFrom(who, above));
		}
	}
	return loops;
}

function loopFrom(start: string, above: ReadonlyMap<string, string>): string[] {
	const loop = [start];
	for (let who = above.get(start); who && who !== start; who = above.get(who)) {
		loop.push(who);
	}
	return loop;
}
