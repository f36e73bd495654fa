// The tables in shared memory: threads then look at one copy. Nobody writes to them once they are made.
import type { PairTables } from "./pair-tables.ts";

export function sharedTables(tables: PairTables): PairTables {
	return {
		...tables,
		menteeBase: doubles(tables.menteeBase),
		mentorBase: doubles(tables.mentorBase),
		groups: tables.groups.map((group) => ({
			...group,
			mentorClass: integers(group.mentorClass),
			parts: group.parts.map((part) => ({
				...part,
				menteeCode: integers(part.menteeCode),
				points: doubles(part.points),
			})),
		})),
		equalities: tables.equalities.map((part) => ({
			...part,
			skips: bytes(part.skips),
			menteeCode: integers(part.menteeCode),
			mentorCode: integers(part.mentorCode),
		})),
		differences: tables.differences.map((part) => ({
			...part,
			skips: bytes(part.skips),
			menteeStep: integers(part.menteeStep),
			mentorStep: integers(part.mentorStep),
			points: doubles(part.points),
		})),
		sets: tables.sets.map((part) => ({
			...part,
			skips: bytes(part.skips),
			menteeWords: integers(part.menteeWords),
			mentorWords: integers(part.mentorWords),
		})),
		levels: tables.levels.map((part) => ({
			...part,
			skips: bytes(part.skips),
			first: integers(part.first),
			competency: integers(part.competency),
			weight: doubles(part.weight),
			levels: bytes(part.levels),
		})),
		profiles: tables.profiles.map((part) => ({
			...part,
			skips: bytes(part.skips),
			first: integers(part.first),
			name: integers(part.name),
			level: bytes(part.level),
			levels: bytes(part.levels),
			byApart: doubles(part.byApart),
		})),
		exceptions: {
			first: integers(tables.exceptions.first),
			mentor: integers(tables.exceptions.mentor),
			points: doubles(tables.exceptions.points),
		},
	};
}

function integers(values: Int32Array): Int32Array {
	const shared = new Int32Array(new SharedArrayBuffer(values.byteLength));
	shared.set(values);
	return shared;
}

function doubles(values: Float64Array): Float64Array {
	const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
	shared.set(values);
	return shared;
}

function bytes(values: Uint8Array): Uint8Array {
	const shared = new Uint8Array(new SharedArrayBuffer(values.byteLength));
	shared.set(values);
	return shared;
}
