import { z } from "zod";
import { holding, signedIn } from "../../platform/http/guard.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import {
	asksForAgreements,
	openAgreements,
	promisingPair,
} from "../agreements/queries.ts";
import { inCommon } from "../matching/why.ts";
import { sharedHours } from "../matching/shared-hours.ts";
import { partnerOf } from "../matching/queries/proposal.ts";
import { endRelationship } from "./commands.ts";
import {
	findRelationship,
	ownRelationships,
	runningRelationships,
} from "./queries.ts";
import { EndingPage } from "./views/ending-page.tsx";
import { RelationshipPage } from "./views/relationship-page.tsx";
import { RelationshipsPage } from "./views/relationships-page.tsx";
import { RunningPage } from "./views/running-page.tsx";

export const relationshipRoutes: readonly Route[] = [
	page("/relationships", {
		allow: signedIn,
		what: "Whom the visitor is paired with",
		show: async (visit) =>
			show(
				<RelationshipsPage
					frame={visit.frame}
					relationships={await ownRelationships(visit.db, visitorOf(visit).id)}
					runsPrograms={visitorOf(visit).offices.some(
						({ office }) => office === "program-manager",
					)}
				/>,
			),
	}),
	page("/relationships/running", {
		allow: holding("program-manager"),
		what: "Who is paired with whom since when, in the programs the visitor runs",
		show: async (visit) =>
			show(
				<RunningPage
					frame={visit.frame}
					relationships={await runningRelationships(visit.db, null)}
				/>,
			),
	}),
	page("/relationships/:relationship", {
		allow: signedIn,
		what: "A relationship, for its members",
		show: (visit) => relationshipPage(visit),
	}),
	page("/relationships/:relationship/end", {
		allow: signedIn,
		what: "What ending a relationship will do, for its members",
		show: async (visit) => {
			const found = await own(visit);
			if (found.endedAt !== null)
				throw new Conflict(t("This relationship has ended already."));
			return show(<EndingPage frame={visit.frame} relationship={found} />);
		},
	}),
	action("/relationships/:relationship/end", {
		allow: signedIn,
		what: "End a relationship, as one of its members",
		form: z.object({}),
		act: async (visit) => {
			const { relationship } = visit.params;
			await endRelationship(visit.tx, relationship, visitorOf(visit).id);
			return redirect(
				`/relationships/${relationship}`,
				done(
					t(
						"The relationship has ended. Thank you for the time you gave each other.",
					),
				),
			);
		},
	}),
];

type RelationshipVisit = Omit<Visit, "params"> & {
	readonly params: { readonly relationship: string };
};

function own({ db, params, visitor }: RelationshipVisit) {
	return findRelationship(db, params.relationship, visitorOf({ visitor }).id);
}

async function relationshipPage(visit: RelationshipVisit) {
	const relationship = await own(visit);
	const visitor = visitorOf(visit);
	const self = await partnerOf(visit.db, visitor.id);
	const { timeZone } = relationship;
	const pair = await promisingPair(visit.db, relationship.id, visitor.id);
	return show(
		<RelationshipPage
			frame={visit.frame}
			relationship={relationship}
			promises={{
				pair,
				visitor: visitor.id,
				open: await openAgreements(visit.db, pair),
				isAsked: await asksForAgreements(visit.db, pair.program),
			}}
			languages={inCommon(self.languages, relationship.languages)}
			hours={
				self.timeZone === null || timeZone === null
					? undefined
					: (sharedHours(visit.today, self.timeZone, timeZone) ?? "none")
			}
		/>,
	);
}
