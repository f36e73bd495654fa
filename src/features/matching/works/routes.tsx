import { z } from "zod";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { action, type Route, stream } from "../../../platform/http/route.ts";
import { done, redirect } from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { refuseUnlessOpen } from "../commands/rounds.ts";
import { askForEquity } from "../equity-jobs.ts";
import { lockRound } from "../queries/rounds.ts";
import { followWork, stopWork } from "./follow.ts";
import { workOf } from "./queries.ts";

const managers = holdingIn("program", "program-manager");
const round = "/programs/:program/rounds/:round";
const path = `${round}/equity` as const;

/** What is worked out about groups beside a plan: followed, stopped, taken up again. */
export const equityRoutes: readonly Route[] = [
	stream(`${path}/progress`, {
		allow: managers,
		what: "How far the equity-guarded plan, its costs and its proof are",
		follow: ({ params }, look, heard) =>
			followWork({ ids: params, work: "equity" }, look, heard),
	}),
	action(`${path}/cancel`, {
		allow: managers,
		what: "Stop working out the equity-guarded plan, its costs or its proof",
		form: z.object({}),
		act: async (visit) => {
			await stopWork(visit.tx, visit.params, "equity");
			return redirect(
				boardOf(visit.params),
				done(t("Stopped. What was worked out before still stands.")),
			);
		},
	}),
	action(path, {
		allow: managers,
		what: "Take up again what was stopped of the equity-guarded plan, its costs and its proof",
		form: z.object({}),
		act: async (visit) => {
			const { tx } = visit;
			const { id, fingerprint, status } = await lockRound(tx, visit.params);
			refuseUnlessOpen({ status });
			const work = await workOf(tx, { id, fingerprint }, "equity");
			if (fingerprint === null || work === undefined || work.ended === null)
				throw new Conflict(t("This work goes on, or is done."));
			await actingAs(tx, "pairing", () =>
				askForEquity(tx, { round: id, fingerprint }),
			);
			await record(tx, {
				act: "ask-for-equity",
				subject: { kind: "round", id },
			});
			return redirect(
				boardOf(visit.params),
				done(t("The work goes on. You may leave this page meanwhile.")),
			);
		},
	}),
];

function boardOf({
	program,
	round: id,
}: {
	readonly program: string;
	readonly round: string;
}): string {
	return `/programs/${program}/rounds/${id}`;
}
