import { actors, people, type Rights } from "./row-matrix.ts";
import { officeHolders } from "./filled-database.ts";

const offices = officeHolders.map(([name]) => name);

/** Groups that a line may name; what comes later in a line stands for whom it names more exactly. */
const groups: Readonly<Record<string, () => readonly string[]>> = {
	"every process": processes,
	"every process but anyone": () =>
		processes().filter((name) => name !== "process anyone"),
	everyone: () => [...people, ...offices],
	"people offices": () => [
		"administrator",
		"program manager",
		"manager of all",
		"manager elsewhere",
	],
	managers: () => ["program manager", "manager of all", "manager elsewhere"],
	"its managers": () => ["program manager", "manager of all"],
};

function processes(): readonly string[] {
	return actors()
		.map(({ name }) => name)
		.filter((name) => name.startsWith("process "));
}

/** "everyone r, subject racd" as rights by actor. */
export function readLine(line: string): Readonly<Record<string, Rights>> {
	const rights = new Map<string, Rights>();
	for (const part of line.split(", ").filter(Boolean)) {
		const [, who = "", may = ""] = /^(.+) (\S+)$/.exec(part) ?? [];
		const named = groups[who]?.() ?? [who];
		for (const name of named) {
			if (may === "-") rights.delete(name);
			else rights.set(name, may);
		}
	}
	return Object.fromEntries([...rights].sort(byName));
}

/** The shortest such line for what was measured. */
export function writeLine(rights: Readonly<Record<string, Rights>>): string {
	const left = new Map(Object.entries(rights));
	const said = new Map<string, Rights>();
	const parts: string[] = [];
	for (const [group, members] of Object.entries(groups)) {
		const names = members();
		if (!names.every((name) => left.has(name))) continue;
		const most = commonest(names.map((name) => left.get(name) ?? ""));
		const agreeing = names.filter((name) => left.get(name) === most);
		if (2 * agreeing.length <= names.length) continue;
		if (agreeing.every((name) => said.get(name) === most)) continue;
		parts.push(`${group} ${most}`);
		for (const name of names) said.set(name, most);
	}
	for (const [name, may] of [...left].sort(byName))
		if (said.get(name) !== may) parts.push(`${name} ${may}`);
	return parts.join(", ");
}

export function sorted(
	rights: Readonly<Record<string, Rights>>,
): Readonly<Record<string, Rights>> {
	return Object.fromEntries(Object.entries(rights).sort(byName));
}

function byName(
	[one]: readonly [string, string],
	[two]: readonly [string, string],
) {
	return one < two ? -1 : 1;
}

function commonest(values: readonly string[]): string {
	const counts = Map.groupBy(values, (value) => value);
	const [most = ""] = [...counts].toSorted(
		([, one], [, two]) => two.length - one.length,
	)[0] ?? [""];
	return most;
}
