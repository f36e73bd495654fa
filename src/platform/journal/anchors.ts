import type { KeyObject } from "node:crypto";
import type pg from "pg";
import { isSignedBy, readNotes } from "./checkpoint.ts";
import type { Problem } from "./problem.ts";

/** A root that the tree must have at a size. */
export type Anchor = {
	readonly size: number;
	readonly root: Buffer;
	readonly at: string;
};

/** The text of a file or mail with one or more checkpoints in it. */
export type OutsideCheckpoint = string;

type Anchors = {
	readonly anchors: readonly Anchor[];
	readonly problems: readonly Problem[];
};

/** The checkpoints the database itself keeps. One with a signature that is not ours counts for nothing. */
export async function storedAnchors(
	client: pg.Client,
	log: string,
	keys: readonly KeyObject[],
): Promise<Anchors> {
	const { rows } = await client.query<{
		size: string;
		root: Buffer;
		note: string;
	}>("select size, root, note from journal_checkpoint order by size");
	const judged = rows.map(({ size, root, note }) => {
		const [read] = readNotes(note);
		const isOurs =
			read !== undefined &&
			read.checkpoint.log === log &&
			read.checkpoint.size === Number(size) &&
			read.checkpoint.root.equals(root) &&
			isSigned(read.note, keys);
		return { isOurs, size: Number(size), root, at: read?.checkpoint.at ?? "" };
	});
	return {
		anchors: judged.filter(({ isOurs }) => isOurs),
		problems: judged
			.filter(({ isOurs }) => !isOurs)
			.map(({ size }) => ({ kind: "forged", size })),
	};
}

/** The checkpoints somebody kept outside. They count however they came; a wrong signature is told. */
export function outsideAnchors(
	log: string,
	{
		outside,
		keys,
	}: {
		readonly outside: readonly OutsideCheckpoint[];
		readonly keys: readonly KeyObject[];
	},
): Anchors {
	const read = outside.flatMap(readNotes);
	const own = read.filter(({ checkpoint }) => checkpoint.log === log);
	return {
		anchors: own.map(({ checkpoint }) => checkpoint),
		problems: [
			// A file may have grown over several journals; one in which ours does not occur vouches for nothing.
			...(own.length > 0 ? [] : read.slice(0, 1)).map(({ checkpoint }) => ({
				kind: "other-log" as const,
				log: checkpoint.log,
			})),
			...own
				.filter(({ note }) => !isSigned(note, keys))
				.map(({ checkpoint }) => ({
					kind: "not-ours" as const,
					size: checkpoint.size,
				})),
		],
	};
}

function isSigned(note: string, keys: readonly KeyObject[]): boolean {
	return keys.length === 0 || keys.some((key) => isSignedBy(note, key));
}
