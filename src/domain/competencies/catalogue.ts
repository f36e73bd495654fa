/** A level is one of five steps, each described by what others can observe. */
export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

/** One observable behaviour for each level, from the first to the fifth. */
export type Anchors = readonly [string, string, string, string, string];

export type Competency = {
	/** Stable for ever: levels, offers and needs refer to it. */
	readonly key: string;
	/** The key of the cluster it belongs to. */
	readonly cluster: string;
	readonly name: string;
	readonly definition: string;
	readonly anchors: Anchors;
};

export type Cluster = { readonly key: string; readonly name: string };

/** What an organisation means by senior leadership: its own data once installed. */
export type Catalogue = {
	readonly clusters: readonly Cluster[];
	readonly competencies: readonly Competency[];
};

/** Whether a number read from a form or a file is a level. */
export function isLevel(value: unknown): value is Level {
	return levels.some((level) => level === value);
}

/** The level a person typed ("3", " 4 "), or undefined for anything else. */
export function readLevel(text: string): Level | undefined {
	return levels.find((level) => String(level) === text.trim());
}

/** What is observed at a level of a competency. */
export function anchorAt(competency: Competency, level: Level): string {
	const [first, second, third, fourth, fifth] = competency.anchors;
	switch (level) {
		case 1:
			return first;
		case 2:
			return second;
		case 3:
			return third;
		case 4:
			return fourth;
		case 5:
			return fifth;
	}
}

/**
 * A key made from a name: small Latin letters, digits and hyphens, beginning
 * with a letter, at most 60 long, never one that is already taken. A name in
 * another script gets a plain numbered key: nobody reads keys.
 */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
	const words = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replaceAll("ß", "ss")
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	const plain = (words ?? []).join("-").replace(/^[0-9-]+/, "");
	const base = plain.slice(0, 54).replace(/-$/, "") || "competency";
	let key = base;
	for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
	return key;
}
