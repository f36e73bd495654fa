import { z } from "zod";
import { signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import {
	acceptClause,
	clausesOf,
	proposeClause,
	takeOutClause,
} from "./clauses.ts";
import { acceptAgreements } from "./commands/accept.ts";
import { AcceptForm, ClauseForm } from "./forms.ts";
import {
	acceptancesOf,
	agreementsAccepted,
	openAgreements,
	promisingPair,
	publishedTexts,
} from "./queries.ts";
import { OwnAgreementsPage } from "./views/own-agreements.tsx";
import { AgreementsOnPaper } from "./views/paper.tsx";

/** What the members of one relationship have promised each other, for them alone. */
export const ownAgreementRoutes: readonly Route[] = [
	page("/relationships/:relationship/agreements", {
		allow: signedIn,
		what: "The agreements of a relationship and who accepted them, for its members",
		show: (visit) => ownPage(visit),
	}),
	action("/relationships/:relationship/agreements", {
		allow: signedIn,
		what: "Accept agreements for oneself, as a member of the relationship",
		form: AcceptForm,
		act: async (visit, accepted) => {
			const { relationship } = visit.params;
			await acceptAgreements(visit.tx, relationship, {
				accepted,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/relationships/${relationship}/agreements`,
				done(
					(await agreementsAccepted(visit.tx, relationship))
						? t("Accepted, by all of you. Nothing is in the way of a session.")
						: t("Accepted. The others are asked as well."),
				),
			);
		},
		again: (visit, state) => ownPage(visit, state),
	}),
	action("/relationships/:relationship/clauses", {
		allow: signedIn,
		what: "Propose a promise of one's own, to the other members of the relationship",
		form: ClauseForm,
		act: async (visit, { words }) => {
			await proposeClause(visit.tx, doing(visit), words);
			return back(
				visit,
				t("Proposed. It holds when everyone has accepted it."),
			);
		},
		again: (visit, state) => ownPage(visit, state),
	}),
	action("/relationships/:relationship/clauses/:clause/accept", {
		allow: signedIn,
		what: "Accept a promise that another member proposed",
		form: z.object({}),
		act: async (visit) => {
			await acceptClause(visit.tx, doing(visit), visit.params.clause);
			return back(visit, t("Accepted."));
		},
	}),
	action("/relationships/:relationship/clauses/:clause/take-out", {
		allow: signedIn,
		what: "Take a promise of the members' own out again",
		form: z.object({}),
		act: async (visit) => {
			await takeOutClause(visit.tx, doing(visit), visit.params.clause);
			return back(visit, t("Taken out; it no longer holds."));
		},
	}),
	page("/relationships/:relationship/agreements/paper", {
		allow: signedIn,
		what: "The agreements of a relationship laid out for printing, for its members",
		show: async (visit) => {
			const { pair, texts, acceptances, clauses } = await gathered(visit);
			return show(
				<AgreementsOnPaper
					frame={visit.frame}
					pair={pair}
					texts={texts}
					acceptances={acceptances}
					clauses={clauses}
				/>,
			);
		},
	}),
];

function doing(visit: OfRelationship) {
	return {
		relationship: visit.params.relationship,
		by: visitorOf(visit).id,
	};
}

function back(visit: OfRelationship, said: string) {
	const { relationship } = visit.params;
	return redirect(`/relationships/${relationship}/agreements`, done(said));
}

type OfRelationship = Visit<"/relationships/:relationship">;

async function gathered(visit: OfRelationship) {
	const visitor = visitorOf(visit).id;
	const pair = await promisingPair(
		visit.db,
		visit.params.relationship,
		visitor,
	);
	return {
		visitor,
		pair,
		texts: await publishedTexts(visit.db, pair.program),
		acceptances: await acceptancesOf(visit.db, pair.id),
		clauses: await clausesOf(visit.db, pair.id, pair.members),
		open: pair.endedAt === null ? await openAgreements(visit.db, pair) : [],
	};
}

async function ownPage(visit: OfRelationship, state?: FormState) {
	return show(
		<OwnAgreementsPage
			frame={visit.frame}
			state={state}
			{...(await gathered(visit))}
		/>,
	);
}
