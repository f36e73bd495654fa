import type { LevelPart, PairTables } from "./pair-tables.ts";

/** More than any sum of points can be, on either side of zero. */
export function largestSum(tables: PairTables): number {
	let sum = largestOf(tables.menteeBase) + largestOf(tables.mentorBase);
	for (const { parts } of tables.groups)
		for (const { points } of parts) sum += largestOf(points);
	for (const { equal, unequal, onEmpty } of tables.equalities)
		sum += largestOf([equal, unequal, onEmpty]);
	for (const { points, onEmpty } of tables.differences)
		sum += largestOf(points) + largestOf([onEmpty]);
	for (const { byCount, onEmpty } of tables.sets)
		sum += largestOf(byCount) + largestOf([onEmpty]);
	for (const { byApart, noneShared, onEmpty } of tables.profiles)
		sum += largestOf(byApart) + largestOf([noneShared, onEmpty]);
	for (const part of tables.levels)
		if (part.least === undefined) sum += largestLevels(part);
	const { first, points } = tables.exceptions;
	let most = 0;
	for (let i = 0; i < tables.mentees; i++) {
		let own = 0;
		for (let k = first[i]; k < first[i + 1]; k++) own += largestOf([points[k]]);
		most = Math.max(most, own);
	}
	return sum + most;
}

function largestOf(points: ArrayLike<number>): number {
	let most = 0;
	for (let k = 0; k < points.length; k++)
		if (points[k] !== -Infinity) most = Math.max(most, Math.abs(points[k]));
	return most;
}

function largestLevels(part: LevelPart): number {
	const level = largestOf(part.levels);
	let most = largestOf([part.onEmpty]);
	for (let i = 0; i + 1 < part.first.length; i++) {
		let own = 0;
		for (let k = part.first[i]; k < part.first[i + 1]; k++)
			own += Math.abs(part.weight[k]) * level;
		most = Math.max(most, own);
	}
	return part.most === Infinity ? most : Math.max(most, Math.abs(part.most));
}
