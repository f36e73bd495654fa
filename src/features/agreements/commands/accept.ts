import type { AgreementTopic } from "../../../domain/relationships/agreement.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { openAgreements, promisingPair } from "../queries.ts";

/** Accepts texts for oneself. Each must be the version that was on the page: what was published meanwhile has not been read. */
export async function acceptAgreements(
	tx: Tx,
	relationship: string,
	{
		accepted,
		by,
	}: {
		readonly accepted: readonly {
			readonly topic: AgreementTopic;
			readonly version: number;
		}[];
		readonly by: string;
	},
): Promise<void> {
	const pair = await promisingPair(tx, relationship, by);
	if (pair.endedAt !== null)
		throw new Conflict(t("This relationship has ended already."));
	const open = (await openAgreements(tx, pair)).filter(
		({ person }) => person === by,
	);
	for (const { topic, version } of accepted) {
		const asked = open.find((each) => each.topic === topic);
		if (asked === undefined) continue;
		if (asked.version !== version)
			throw new Conflict(
				t("A new version was published meanwhile. Please read it once more."),
			);
		await tx
			.insertInto("agreement_acceptance")
			.values({
				relationship_id: relationship,
				person_id: by,
				topic,
				version,
			})
			.onConflict((row) => row.doNothing())
			.execute();
	}
	await record(tx, {
		act: "accept-agreements",
		about: by,
		subject: { kind: "relationship", id: relationship },
		detail: Object.fromEntries(
			accepted.map(({ topic, version }) => [topic, version]),
		),
	});
}
