import { z } from "zod";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import {
	action,
	page,
	type Route,
	stream,
} from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	visitorOf,
} from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { enterProgram } from "../../programs/standing.ts";
import { findRound, lockRound } from "../queries/rounds.ts";
import { signOffOf } from "../queries/sign-off.ts";
import { followWork, stopWork } from "../works/follow.ts";
import { workOf } from "../works/queries.ts";
import { askForAudit } from "./jobs.ts";
import { auditedRounds, auditOf, overridesOf } from "./queries.ts";
import { AuditPage } from "./views/audit-page.tsx";
import { AuditsPage } from "./views/audits-page.tsx";

const overseers = holdingIn(
	"program",
	"program-manager",
	"committee-member",
	"analyst",
);
const path = "/programs/:program/rounds/:round/audit";

/** Did it matter who they are? A round solved again with groups exchanged, and what was decided by hand, by group. */
export const auditRoutes: readonly Route[] = [
	page("/programs/:program/audits", {
		allow: overseers,
		what: "The rounds of a program with their equity audits",
		show: async (visit) => {
			const standing = await enterProgram(visit);
			return show(
				<AuditsPage
					frame={visit.frame}
					standing={standing}
					rounds={await auditedRounds(visit.db, visit.params.program)}
				/>,
			);
		},
	}),
	page(path, {
		allow: overseers,
		what: "What would change in a round if the mentees' groups were exchanged, and what was decided by hand, in figures without small groups",
		show: async (visit) => {
			const standing = await enterProgram(visit);
			const round = await findRound(visit.db, visit.params);
			return show(
				<AuditPage
					frame={visit.frame}
					standing={standing}
					round={round}
					facts={await auditOf(visit.db, round.id)}
					work={await workOf(visit.db, round, "audit")}
					overrides={await overridesOf(visit.db, round.id)}
					signed={
						standing.manages ? await signOffOf(visit.db, round.id) : undefined
					}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			);
		},
	}),
	action(path, {
		allow: overseers,
		what: "Have a round audited",
		form: z.object({}),
		act: async (visit) => {
			await enterProgram(visit);
			const round = await lockRound(visit.tx, visit.params);
			if (round.fingerprint === null)
				throw new Conflict(t("There is no plan yet that could be audited."));
			await askForAudit(visit.tx, round);
			await record(visit.tx, {
				act: "ask-for-audit",
				subject: { kind: "round", id: round.id },
			});
			return redirect(addressOf(visit.params));
		},
	}),
	stream(`${path}/progress`, {
		allow: overseers,
		what: "How far an audit is",
		follow: ({ params }, look, heard) =>
			followWork(
				{ ids: params, work: "audit", href: addressOf(params) },
				look,
				heard,
			),
	}),
	action(`${path}/cancel`, {
		allow: overseers,
		what: "Stop an audit",
		form: z.object({}),
		act: async (visit) => {
			await enterProgram(visit);
			await stopWork(visit.tx, visit.params, "audit");
			return redirect(
				addressOf(visit.params),
				done(t("Stopped. Nothing of this audit was kept.")),
			);
		},
	}),
];

function addressOf({
	program,
	round,
}: {
	readonly program: string;
	readonly round: string;
}): string {
	return `/programs/${program}/rounds/${round}/audit`;
}
