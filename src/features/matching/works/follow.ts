import type { Heard, Look } from "../../../platform/http/route.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { findRound, lockRound } from "../queries/rounds.ts";
import { workOf, workTopic } from "./queries.ts";
import type { Work } from "./steps.ts";
import { endWork } from "./store.ts";
import { workReport } from "./views/work-progress.tsx";

type RoundIds = { readonly program: string; readonly round: string };

/** How far a work is, until it is done or over; then where to go, or that the page hears of it otherwise. */
export async function* followWork(
	{ ids, work, href }: { ids: RoundIds; work: Work; href?: string },
	look: Look,
	heard: Heard,
): AsyncGenerator<unknown> {
	for (;;) {
		const change = heard(workTopic(ids.round));
		const seen = await look(async (db) =>
			workOf(db, await findRound(db, ids), work),
		);
		if (seen === undefined || seen.ended !== null) {
			yield { text: t("Done"), ...(href ? { href } : { isOver: true }) };
			return;
		}
		yield workReport(seen);
		await change;
	}
}

/** Stops a work: nothing of what it has not stored yet is kept. */
export async function stopWork(
	tx: Tx,
	ids: RoundIds,
	work: Work,
): Promise<void> {
	const { id: round, fingerprint } = await lockRound(tx, ids);
	const isStopped =
		fingerprint !== null &&
		(await actingAs(tx, "pairing", () =>
			endWork(tx, { round, fingerprint, work }, "stopped"),
		));
	if (!isStopped) throw new Conflict(t("This work has ended already."));
	await record(tx, {
		act: `stop-${work}`,
		subject: { kind: "round", id: round },
	});
}
