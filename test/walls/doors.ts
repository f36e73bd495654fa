import type { Guard } from "../../src/platform/http/guard.ts";
import type { Actor } from "./peopled-world.ts";

const groups: Readonly<Record<string, readonly string[]>> = {
	"people offices": [
		"manager",
		"manager elsewhere",
		"manager of all",
		"administrator",
	],
	managers: ["manager", "manager elsewhere", "manager of all"],
	"its managers": ["manager", "manager of all"],
	"its committee": ["manager", "manager of all", "committee"],
	members: ["mentee", "mentor"],
};

/** The actors a line names: "anyone", "everyone" (who is signed in), groups and single ones. */
export function readDoor(
	line: string,
	actors: readonly Actor[],
): readonly string[] {
	const names = line.split(", ").flatMap((name) => {
		if (name === "anyone") return actors.map((actor) => actor.name);
		if (name === "everyone") return signedIn(actors);
		return groups[name] ?? (name === "" || name === "nobody" ? [] : [name]);
	});
	return [...new Set(names)].toSorted();
}

/** The shortest line for these actors. */
export function writeDoor(
	names: readonly string[],
	actors: readonly Actor[],
): string {
	const has = (wanted: readonly string[]) =>
		wanted.every((name) => names.includes(name));
	if (has(actors.map(({ name }) => name))) return "anyone";
	if (has(signedIn(actors)) && names.length === signedIn(actors).length)
		return "everyone";
	let left = [...names];
	const parts: string[] = [];
	for (const [group, members] of Object.entries(groups))
		if (members.every((name) => left.includes(name))) {
			parts.push(group);
			left = left.filter((name) => !members.includes(name));
		}
	return [...parts, ...left.toSorted()].join(", ") || "nobody";
}

/** Whatever a slip could make of a guard: anyone, everyone signed in, one office more, another program's too. */
export function weaker(guard: Guard): readonly Guard[] {
	if (guard.kind === "anyone") return [];
	const anyone: Guard = { kind: "anyone" };
	if (guard.kind === "signed-in") return [anyone];
	const others = (
		["analyst", "committee-member", "coordinator", "administrator"] as const
	).filter((office) => !guard.offices.includes(office));
	return [
		anyone,
		{ kind: "signed-in" },
		...others.map((office) => ({
			...guard,
			offices: [...guard.offices, office],
		})),
		...(guard.kind === "office" && guard.programIn !== undefined
			? [{ ...guard, programIn: undefined }]
			: []),
	];
}

function signedIn(actors: readonly Actor[]): readonly string[] {
	return actors.filter((actor) => actor.isSignedIn).map(({ name }) => name);
}
