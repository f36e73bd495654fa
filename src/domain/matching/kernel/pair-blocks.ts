// The mentors of one block of the index, gathered into tables of their own: a block's arrays stay in the processor's cache while all
// mentees who look into it are scored, where scattered look-ups among all mentors cost ten times as much.
import type { Emptiness, PairTables } from "./pair-tables.ts";

/** The tables with only the mentors listed, in their order. Exceptions and `only` stay behind. */
export function gatherMentors(
	tables: PairTables,
	mentors: Int32Array,
): PairTables {
	const count = mentors.length;
	const pick = (values: Int32Array) => mentors.map((j) => values[j]);
	const pickRows = (bytes: Uint8Array, rows: number) => {
		const picked = new Uint8Array(rows * count);
		for (let r = 0; r < rows; r++)
			for (let t = 0; t < count; t++)
				picked[r * count + t] = bytes[r * tables.mentors + mentors[t]];
		return picked;
	};
	const place = placesIn(tables, mentors);
	const empty = (part: Emptiness) => ({
		emptyMentors: part.emptyMentors
			.map((j) => place(j))
			.filter((at) => at >= 0),
	});
	return {
		...tables,
		mentors: count,
		mentorBase: Float64Array.from(mentors, (j) => tables.mentorBase[j]),
		groups: tables.groups.map((group) => ({
			...group,
			mentorClass: pick(group.mentorClass),
		})),
		equalities: tables.equalities.map((part) => ({
			...part,
			...empty(part),
			mentorCode: pick(part.mentorCode),
		})),
		differences: tables.differences.map((part) => ({
			...part,
			...empty(part),
			mentorStep: pick(part.mentorStep),
		})),
		sets: tables.sets.map((part) => {
			const mentorWords = new Int32Array(part.words * count);
			for (let w = 0; w < part.words; w++)
				for (let t = 0; t < count; t++)
					mentorWords[w * count + t] =
						part.mentorWords[w * tables.mentors + mentors[t]];
			return { ...part, ...empty(part), mentorWords };
		}),
		levels: tables.levels.map((part) => ({
			...part,
			...empty(part),
			levels: pickRows(part.levels, part.rows),
		})),
		profiles: tables.profiles.map((part) => ({
			...part,
			...empty(part),
			levels: pickRows(part.levels, part.rows),
		})),
	};
}

/** Where a mentor stands among those listed; -1 for none. Built only where somebody has an empty cell. */
function placesIn(
	tables: PairTables,
	mentors: Int32Array,
): (mentor: number) => number {
	let places: Int32Array | undefined;
	return (mentor) => {
		if (places === undefined) {
			places = new Int32Array(tables.mentors).fill(-1);
			for (let t = 0; t < mentors.length; t++) places[mentors[t]] = t;
		}
		return places[mentor];
	};
}
