import type { KeyObject } from "node:crypto";
import type pg from "pg";
import {
	append,
	emptyTree,
	type Frontier,
	rootOf,
} from "../../domain/journal/merkle.ts";
import { judgeEntry, type LeafRow } from "./judge-entry.ts";
import { loadNames, type Names } from "./names.ts";
import { splitPeaks } from "./peaks.ts";
import {
	type Anchor,
	type OutsideCheckpoint,
	outsideAnchors,
	storedAnchors,
} from "./anchors.ts";
import { entryColumns } from "./sealed-row.ts";
import type { Problem } from "./problem.ts";

export type CheckOptions = {
	/** Checkpoints from outside the database. */
	readonly outside: readonly OutsideCheckpoint[];
	/** Whose signatures count; none: signatures are not judged. */
	readonly keys: readonly KeyObject[];
	readonly batch?: number;
	readonly onProgress?: (done: number, total: number) => void;
};

export type Check = {
	readonly log: string;
	readonly size: number;
	/** Hexadecimal. */
	readonly root: string;
	readonly waiting: number;
	readonly checkpoints: number;
	readonly outside: readonly {
		readonly size: number;
		readonly at: string;
		readonly holds: boolean;
	}[];
	/** In the order of the journal; what concerns no single entry comes last. */
	readonly problems: readonly Problem[];
	/** More were found than are listed. */
	readonly problemCount: number;
};

/**
 * Compares every entry of the journal with the tree, and the tree with every checkpoint. Reads in portions, in one snapshot: what is written
 * meanwhile is not seen. The client is the owner's, who sees all rows.
 */
export async function checkJournal(
	client: pg.Client,
	options: CheckOptions,
): Promise<Check> {
	await client.query("begin isolation level repeatable read read only");
	try {
		return await checkSnapshot(client, options);
	} finally {
		await client.query("rollback");
	}
}

/** The same inside a transaction that is open already. */
export async function checkSnapshot(
	client: pg.Client,
	options: CheckOptions,
): Promise<Check> {
	const tree = await treeOf(client);
	const findings = collect();
	const names = await loadNames(client, findings.add);
	const stored = await storedAnchors(client, tree.log, options.keys);
	const outside = outsideAnchors(tree.log, options);
	for (const problem of [...stored.problems, ...outside.problems])
		findings.add(problem);
	const walked = await walk(client, {
		...options,
		names,
		total: tree.size,
		anchors: [...stored.anchors, ...outside.anchors],
		found: findings.add,
	});
	if (
		walked.tree.size !== tree.size ||
		!Buffer.concat(walked.tree.peaks).equals(Buffer.concat(tree.peaks))
	)
		findings.add({ kind: "tree", size: tree.size, leaves: walked.tree.size });
	if (tree.size > 0 && !stored.anchors.some(({ size }) => size === tree.size))
		findings.add({ kind: "no-checkpoint", size: tree.size });
	const waiting = await strayEntries(client, findings.add);
	return {
		log: tree.log,
		size: walked.tree.size,
		root: Buffer.from(rootOf(walked.tree)).toString("hex"),
		waiting,
		checkpoints: stored.anchors.length,
		outside: outside.anchors.map(({ size, at }) => ({
			size,
			at,
			holds: walked.held.has(size),
		})),
		...findings.sorted(),
	};
}

async function treeOf(client: pg.Client) {
	const { rows } = await client.query<{
		log: string;
		size: string;
		peaks: Buffer;
	}>("select log, size, peaks from journal_tree");
	const [row] = rows;
	return {
		log: row?.log ?? "",
		size: Number(row?.size ?? 0),
		peaks: splitPeaks(row?.peaks ?? Buffer.alloc(0)),
	};
}

type Walk = Pick<CheckOptions, "batch" | "onProgress"> & {
	readonly names: Names;
	readonly total: number;
	readonly anchors: readonly Anchor[];
	readonly found: (problem: Problem) => void;
};

/** Goes through the leaves in their order and grows the tree from what the entries say now. */
async function walk(
	client: pg.Client,
	{ names, total, anchors, found, onProgress, batch = 4000 }: Walk,
): Promise<{ readonly tree: Frontier; readonly held: ReadonlySet<number> }> {
	const pending = anchors.toSorted((a, b) => a.size - b.size);
	const held = new Set<number>();
	let trusted = 0;
	let notBefore = "";
	let tree: Frontier = emptyTree;
	// The tree is compared exactly at the sizes that checkpoints speak of.
	const compare = () => {
		for (let next = pending[0]; next?.size === tree.size; next = pending[0]) {
			pending.shift();
			if (next.root.equals(rootOf(tree))) {
				held.add(next.size);
				trusted = next.size;
				notBefore = dayBefore(next.at);
			} else found({ kind: "root", after: trusted, upTo: next.size });
		}
	};
	compare();
	for (;;) {
		const rows = await leavesAfter(client, tree.size, batch);
		let hashes: Uint8Array[] = [];
		for (const row of rows) {
			const place = tree.size + hashes.length + 1;
			if (Number(row.position) !== place) {
				found({ kind: "gap", position: place });
				return { tree: append(tree, hashes), held };
			}
			const judged = judgeEntry(row, names, notBefore);
			if (judged.problem !== undefined) found(judged.problem);
			hashes.push(judged.hash);
			if (pending[0]?.size === place) {
				tree = append(tree, hashes);
				hashes = [];
				compare();
			}
		}
		tree = append(tree, hashes);
		onProgress?.(tree.size, total);
		if (rows.length < batch) break;
	}
	for (const { size } of pending)
		found({ kind: "shortened", size, remains: tree.size });
	return { tree, held };
}

// No transaction of ours lasts a day, and no two clocks of one installation are so far apart.
function dayBefore(at: string): string {
	const time = new Date(at).getTime();
	return Number.isNaN(time) ? "" : new Date(time - 86_400_000).toISOString();
}

async function leavesAfter(client: pg.Client, after: number, batch: number) {
	const { rows } = await client.query<LeafRow>({
		name: "leaves",
		text: `
			select leaf.position, leaf.entry_id, leaf.hash, leaf.actor, leaf.about, ${entryColumns}
			from journal_leaf leaf left join journal entry on entry.id = leaf.entry_id
			where leaf.position > $1 order by leaf.position limit $2`,
		values: [after, batch],
	});
	return rows;
}

/** Entries that are neither sealed nor waiting were slipped in; what waits without being there was taken away. Returns how many wait. */
async function strayEntries(
	client: pg.Client,
	found: (problem: Problem) => void,
): Promise<number> {
	const { rows: strays } = await client.query<{ id: string }>(`
		select id::text from journal
		where not exists (select from journal_leaf where entry_id = id) and not exists (select from journal_waiting where entry_id = id)
		order by id limit 100`);
	for (const { id } of strays) found({ kind: "inserted", entry: Number(id) });
	const { rows } = await client.query<{
		id: string;
		gone: boolean;
		sealed: boolean;
	}>(`
		select entry_id::text as id, journal.id is null as gone, journal_leaf.position is not null as sealed
		from journal_waiting left join journal on journal.id = entry_id left join journal_leaf using (entry_id) order by entry_id`);
	for (const { id, gone, sealed } of rows) {
		if (gone) found({ kind: "removed-waiting", entry: Number(id) });
		else if (sealed) found({ kind: "sealed-waiting", entry: Number(id) });
	}
	return rows.length;
}

// A forged journal may be wrong in every entry: the first hundred are told, the others counted.
function collect() {
	const problems: Problem[] = [];
	let problemCount = 0;
	return {
		add: (problem: Problem) => {
			problemCount += 1;
			if (problems.length < 100) problems.push(problem);
		},
		sorted: () => ({
			problems: problems.toSorted((a, b) => placeOf(a) - placeOf(b)),
			problemCount,
		}),
	};
}

function placeOf(problem: Problem): number {
	if ("position" in problem) return problem.position;
	if (problem.kind === "root") return problem.upTo + 0.5;
	if (problem.kind === "shortened") return problem.remains + 0.5;
	return Number.POSITIVE_INFINITY;
}
