import { millionthsOf } from "./decimal.ts";

/** What is wrong in a document, and where: a JSON path such as `$.terms[2].points`. */
export type DocumentProblem = {
	readonly path: string;
	readonly problem: string;
};

/** A place in a document that is being read; problems of all places gather in one list. */
export type Place = {
	readonly path: string;
	readonly value: unknown;
	readonly problems: DocumentProblem[];
};

export function startReading(value: unknown): Place {
	return { path: "$", value, problems: [] };
}

/** Notes a problem here and stands in with `instead`, so that reading goes on and finds the rest. */
export function wrong<Value>(
	place: Place,
	problem: string,
	instead: Value,
): Value {
	place.problems.push({ path: place.path, problem });
	return instead;
}

/** The members of an object, each as a place. Names that are not expected are problems. */
export function readMembers(
	place: Place,
	expected: readonly string[],
): ReadonlyMap<string, Place> {
	const members = readAnyMembers(place);
	for (const [name, member] of members)
		if (!expected.includes(name))
			wrong(member, `is not known here; known are ${expected.join(", ")}`, 0);
	return members;
}

/** The members of an object whose names are free. */
export function readAnyMembers(place: Place): ReadonlyMap<string, Place> {
	const { value } = place;
	if (typeof value !== "object" || value === null || Array.isArray(value))
		return wrong(place, "must be an object", new Map());
	return new Map(
		Object.entries(value).map(([name, member]) => [
			name,
			{
				path: /^[A-Za-z_]\w*$/u.test(name)
					? `${place.path}.${name}`
					: `${place.path}[${JSON.stringify(name)}]`,
				value: member,
				problems: place.problems,
			},
		]),
	);
}

/** A member that must be there. */
export function required(
	place: Place,
	members: ReadonlyMap<string, Place>,
	name: string,
): Place | undefined {
	const member = members.get(name);
	return member ?? wrong(place, `needs "${name}"`, undefined);
}

/** What a member says, or what holds where it is not there. */
export function readMember<Value>(
	members: ReadonlyMap<string, Place>,
	name: string,
	how: (member: Place) => Value,
	otherwise: Value,
): Value {
	const member = members.get(name);
	return member === undefined ? otherwise : how(member);
}

/** The items of a list member, each read the same way; none where it is not there. */
export function readItems<Item>(
	members: ReadonlyMap<string, Place>,
	name: string,
	how: (item: Place) => Item,
): readonly Item[] {
	const member = members.get(name);
	return member === undefined ? [] : readList(member).map((item) => how(item));
}

export function readList(place: Place): readonly Place[] {
	if (!Array.isArray(place.value)) return wrong(place, "must be a list", []);
	return place.value.map((value: unknown, index) => ({
		path: `${place.path}[${index}]`,
		value,
		problems: place.problems,
	}));
}

/** A text that is not empty, trimmed and in Unicode normal form C. */
export function readText(place: Place): string {
	const text =
		typeof place.value === "string" ? place.value.trim().normalize("NFC") : "";
	return text === "" || !text.isWellFormed()
		? wrong(place, "must be a text that is not empty", "")
		: text;
}

export function readChoice<Choice extends string>(
	place: Place,
	choices: readonly Choice[],
	otherwise: Choice,
): Choice {
	const found = choices.find((choice) => choice === place.value);
	return (
		found ?? wrong(place, `must be one of ${choices.join(", ")}`, otherwise)
	);
}

export function readBoolean(place: Place): boolean {
	return typeof place.value === "boolean"
		? place.value
		: wrong(place, "must be true or false", false);
}

export function readWhole(place: Place, least: number, most: number): number {
	const { value } = place;
	return typeof value === "number" &&
		Number.isInteger(value) &&
		value >= least &&
		value <= most
		? value
		: wrong(place, `must be a whole number from ${least} to ${most}`, least);
}

/** A decimal of at most six places within ±1,000,000, as millionths. */
export function readAmount(place: Place): number {
	const amount =
		typeof place.value === "number" ? millionthsOf(place.value) : undefined;
	return (
		amount ??
		wrong(
			place,
			"must be a number of at most six decimal places between -1000000 and 1000000",
			0,
		)
	);
}
