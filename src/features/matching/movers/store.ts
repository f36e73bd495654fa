import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import type { Finding } from "./findings.ts";

/** Mentors who could take over, best first, by mentee. */
export type Suggestions = ReadonlyMap<string, readonly string[]>;

/**
 * Writes down what is new, brings suggestions up to date, and lets go what has passed by itself. What was kept despite a finding is not told
 * again. Must run as the process `pairing`.
 */
export async function storeFindings(
	tx: Tx,
	program: string,
	findings: readonly Finding[],
	suggestions: Suggestions,
): Promise<void> {
	const known = await tx
		.selectFrom("pair_matter")
		.select([
			"id",
			"kind",
			"mentee_id as mentee",
			"relationship_id as relationship",
			"rule",
			"settled_how as settled",
		])
		.where("program_id", "=", program)
		.where((row) =>
			row.or([row("settled_at", "is", null), row("settled_how", "=", "kept")]),
		)
		.forUpdate()
		.execute();
	const open = known.filter(({ settled }) => settled === null);
	const kept = new Set(
		known.filter(({ settled }) => settled === "kept").map(keptKey),
	);
	const current = findings.filter((finding) => !kept.has(keptKey(finding)));
	const currentKeys = new Set(current.map(keyOf));
	const openByKey = new Map(open.map((matter) => [keyOf(matter), matter]));
	for (const finding of current) {
		const suggested = [...(suggestions.get(finding.mentee) ?? [])];
		const matter = openByKey.get(keyOf(finding));
		if (matter === undefined)
			await tx
				.insertInto("pair_matter")
				.values({
					program_id: program,
					kind: finding.kind,
					relationship_id: finding.relationship,
					mentee_id: finding.mentee,
					mentor_id: finding.mentor,
					rule: finding.rule,
					suggested,
				})
				.onConflict((row) => row.doNothing())
				.execute();
		else
			await tx
				.updateTable("pair_matter")
				.set({ suggested, rule: finding.rule })
				.where("id", "=", matter.id)
				.execute();
	}
	const passed = open.filter((matter) => !currentKeys.has(keyOf(matter)));
	for (const { id } of passed)
		await tx
			.updateTable("pair_matter")
			.set({ settled_at: nowOf(tx), settled_how: "passed" })
			.where("id", "=", id)
			.execute();
	const fresh = current.filter((finding) => !openByKey.has(keyOf(finding)));
	// About nobody: what is noticed of a pair is for whoever runs the program, and blames neither of the two.
	await recordAll(
		tx,
		fresh.map(({ kind }) => ({
			act: "notice-pair-matter",
			subject: { kind: "program", id: program },
			detail: { kind },
		})),
	);
}

type Key = Pick<Finding, "kind" | "mentee" | "relationship">;

function keyOf({ kind, mentee, relationship }: Key): string {
	return `${kind} ${mentee} ${relationship ?? ""}`;
}

function keptKey(finding: Key & Pick<Finding, "rule">): string {
	return `${keyOf(finding)} ${finding.rule ?? ""}`;
}
