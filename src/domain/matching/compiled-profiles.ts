import type { Compared } from "./compiled-columns.ts";
import { areOf, emptiness, rowsOf } from "./compiled-columns.ts";
import { valueOfCells } from "./compiled-piece.ts";
import type { ProfilePart } from "./kernel/pair-tables.ts";
import { cellAt, eachCell } from "./packed-cells.ts";
import { UNSTATED } from "./kernel/profile-scoring.ts";
import type { Cell } from "./people-table.ts";

const MOST_APART = 2 ** 14;

/** Profiles of which only matters how many levels two are apart. */
export function asProfile(compared: Compared): ProfilePart | undefined {
	const { piece, columns, mentor, mentee } = compared;
	if (!areOf(compared, ["levels"])) return undefined;
	const rows = rowsOf(mentor);
	let largest = 0;
	for (const { cells } of [mentor, mentee])
		for (const cell of eachCell(cells))
			if (cell.kind === "levels")
				largest = Math.max(largest, ...cell.levels.values());
	const mostApart = rows.size * largest;
	if (largest >= UNSTATED || mostApart > MOST_APART) return undefined;
	const many = mentor.codes.length;
	const levels = new Uint8Array(Math.max(1, rows.size) * many).fill(UNSTATED);
	mentor.codes.forEach((code, j) => {
		const cell = cellAt(mentor.cells, code);
		if (cell.kind !== "levels") return;
		for (const [name, level] of cell.levels)
			levels[(rows.get(name) ?? 0) * many + j] = level;
	});
	const stated = Array.from(eachCell(mentee.cells), (cell) =>
		cell.kind === "levels"
			? [...cell.levels].flatMap(([name, level]) => {
					const row = rows.get(name);
					return row === undefined ? [] : [{ row, level }];
				})
			: [],
	);
	const first = new Int32Array(mentee.codes.length + 1);
	mentee.codes.forEach((code, i) => {
		first[i + 1] = (first[i] ?? 0) + (stated[code]?.length ?? 0);
	});
	const all = Array.from(mentee.codes).flatMap((code) => stated[code] ?? []);
	const at = (name: string, level: number): Cell => ({
		kind: "levels",
		levels: new Map([[name, level]]),
	});
	return {
		...emptiness(compared),
		first,
		name: Int32Array.from(all, ({ row }) => row),
		level: Uint8Array.from(all, ({ level }) => level),
		rows: Math.max(1, rows.size),
		levels,
		byApart: Float64Array.from({ length: mostApart + 1 }, (_, apart) =>
			valueOfCells(piece, columns, at("a", apart), at("a", 0)),
		),
		noneShared: valueOfCells(piece, columns, at("a", 1), at("b", 1)),
	};
}
