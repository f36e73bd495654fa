import type { Tx } from "../../../platform/database/database.ts";
import { groupMentees } from "../../../domain/matching/equity/groups.ts";
import { actingAs } from "../../programs/acting.ts";
import { policyOf, readDocument } from "../policy-document.ts";
import { changesOf } from "../queries/changes.ts";
import type { Round } from "../queries/rounds.ts";
import { decisionsOf, keptInput } from "../queries/run-input.ts";

/** Keeps who publishes a round, on what grounds and exactly what; and for the equity audit, whose pairs were decided by hand, by group. */
export async function signOff(
	tx: Tx,
	round: Round,
	{ note, by }: { readonly note: string; readonly by: string },
): Promise<void> {
	const decisions = (await decisionsOf(tx, round.id)).filter(
		({ decision }) => decision !== "release",
	);
	await tx
		.insertInto("round_sign_off")
		.values({
			round_id: round.id,
			note,
			fingerprint: round.fingerprint ?? "",
			decisions: decisions.length,
			objective: round.objective,
			equity_ratio: round.equityRatio,
			equity_measure: round.objective === "fair" ? round.equityMeasure : null,
			policy_version: round.policyVersion,
			signed_by: by,
		})
		.execute();
	const swapped = await swappedPairs(tx, round.id);
	await actingAs(tx, "pairing", () =>
		countOverrides(
			tx,
			round.id,
			decisions.flatMap(({ mentee, mentor, decision }) =>
				decision === "release"
					? []
					: [
							{
								mentee,
								decision:
									decision === "pin" && swapped.has(`${mentee} ${mentor}`)
										? ("swap" as const)
										: decision,
							},
						],
			),
		),
	);
}

type Override = {
	readonly mentee: string;
	readonly decision: "pin" | "forbid" | "swap";
};

async function swappedPairs(
	tx: Tx,
	round: string,
): Promise<ReadonlySet<string>> {
	const changes = await changesOf(tx, round, 10_000);
	return new Set(
		changes
			.filter(({ kind, undoneAt }) => kind === "swap" && undoneAt === null)
			.flatMap(({ detail }) =>
				detail.pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`),
			),
	);
}

/** By what the directory shows and what the policy protects; small groups together. Must run as the process `pairing`. */
async function countOverrides(
	tx: Tx,
	round: string,
	overrides: readonly Override[],
): Promise<void> {
	const input = await keptInput(tx, round);
	if (input === undefined || overrides.length === 0) return;
	const policy = policyOf(readDocument(input.policy));
	const facts = new Set(["function", "unit", ...policy.protectedColumns]);
	const mentees = input.mentees.rows.map((row) => ({
		id: row[policy.id.mentee] ?? "",
		units: 1,
		row,
	}));
	const rows = [...facts].flatMap((fact) => {
		const { groups, of } = groupMentees(
			mentees,
			mentees.map(({ id, row }) => ({ mentee: id, group: row[fact] ?? "" })),
		);
		return groups.flatMap(({ name, members }, group) => {
			const own = new Set(
				mentees.filter((_, index) => of[index] === group).map(({ id }) => id),
			);
			return (["pin", "forbid", "swap"] as const).map((decision) => ({
				round_id: round,
				decision,
				fact,
				value: name ?? "",
				members,
				people: new Set(
					overrides
						.filter((one) => one.decision === decision && own.has(one.mentee))
						.map(({ mentee }) => mentee),
				).size,
			}));
		});
	});
	if (rows.length > 0)
		await tx.insertInto("round_override").values(rows).execute();
}
