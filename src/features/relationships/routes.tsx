import type { VNode } from "preact";
import { z } from "zod";
import type { Tx } from "../../platform/database/database.ts";
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
import type { FormState } from "../../ui/form.tsx";
import { t } from "../../ui/text.ts";
import {
	asksForAgreements,
	openAgreements,
	promisingPair,
} from "../agreements/queries.ts";
import { delegatesToday } from "../delegates/queries.ts";
import { inCommon } from "../matching/why.ts";
import { sharedHours } from "../matching/shared-hours.ts";
import { partnerOf } from "../matching/queries/proposal.ts";
import { ownEnrolments } from "../programs/queries/enrolments.ts";
import {
	answerWhy,
	endRelationship,
	writeFarewell,
} from "./endings/commands.ts";
import { farewellsOf, mayAnswerWhy, publications } from "./endings/queries.ts";
import { FarewellForm, WhyForm } from "./forms.ts";
import {
	findRelationship,
	ownRelationships,
	type Relationship,
	runningRelationships,
} from "./queries.ts";
import { type CircleReactions, leaveCircle } from "./circles/members.ts";
import { circlePage } from "./circles/page.tsx";
import { circleRoutes } from "./circles/routes.tsx";
import { LeavingPage } from "./views/leaving-page.tsx";
import { EndingPage } from "./views/ending-page.tsx";
import { ReasonsPage } from "./views/reasons-page.tsx";
import { WhyPage } from "./views/why-page.tsx";
import { RelationshipPage } from "./views/relationship-page.tsx";
import { RelationshipsPage } from "./views/relationships-page.tsx";
import { RunningPage } from "./views/running-page.tsx";

/** What a feature mounted later shows on the page of a relationship. */
export type RelationshipPart = (
	visit: Visit,
	relationship: Relationship,
) => Promise<VNode>;

/** What relationships do not know of themselves; app.ts says it. */
export type RelationshipOptions = {
	readonly meeting: RelationshipPart;
	readonly goals: RelationshipPart;
	/** How it goes, and who helps from outside. */
	readonly care: RelationshipPart;
	/** Runs when one has ended, in the same transaction. */
	readonly afterEnding: (tx: Tx) => Promise<unknown>;
} & CircleReactions;

export const relationshipRoutes = ({
	afterEnding,
	joined,
	left,
	...parts
}: RelationshipOptions): readonly Route[] => [
	...circleRoutes({ afterEnding, joined, left }),
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
	page("/relationships/reasons", {
		allow: holding("program-manager"),
		what: "Why relationships ended, as far as five or more said the same, in the programs the visitor runs",
		show: async (visit) =>
			show(
				<ReasonsPage
					frame={visit.frame}
					publications={await publications(visit.db)}
				/>,
			),
	}),
	page("/relationships/:relationship", {
		allow: signedIn,
		what: "A relationship, for its members",
		show: (visit) => relationshipPage(visit, parts),
	}),
	page("/relationships/:relationship/end", {
		allow: signedIn,
		what: "What ending a relationship will do, for its members",
		show: async (visit) => {
			const found = await own(visit);
			if (found.endedAt !== null)
				throw new Conflict(t("This relationship has ended already."));
			return show(
				found.kind === "circle" ? (
					<LeavingPage frame={visit.frame} relationship={found} />
				) : (
					<EndingPage frame={visit.frame} relationship={found} />
				),
			);
		},
	}),
	action("/relationships/:relationship/end", {
		allow: signedIn,
		what: "End a relationship, or leave a circle, as one of its members",
		form: z.object({}),
		act: async (visit) => {
			const { relationship } = visit.params;
			const { kind, endedAt } = await own(visit);
			if (kind === "circle") {
				if (endedAt !== null)
					throw new Conflict(t("This circle has ended already."));
				await leaveCircle(
					visit.tx,
					{ relationship, person: visitorOf(visit).id },
					{ joined, left },
				);
				await afterEnding(visit.tx);
				return redirect("/relationships", done(t("You have left the circle.")));
			}
			await endRelationship(visit.tx, relationship, {
				by: visitorOf(visit).id,
				today: visit.today,
			});
			await afterEnding(visit.tx);
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
	page("/relationships/:relationship/why", {
		allow: signedIn,
		what: "Why a relationship ended, asked of its members, who need not answer",
		show: (visit) => whyPage(visit),
	}),
	action("/relationships/:relationship/why", {
		allow: signedIn,
		what: "Say why a relationship ended, or that one would rather not; kept apart from person and relationship",
		form: WhyForm,
		// An entry would be the mark that this answer must not leave.
		isJournalled: false,
		act: async (visit, { reason }) => {
			const { relationship } = visit.params;
			await answerWhy(visit.tx, relationship, {
				by: visitorOf(visit).id,
				reason,
			});
			return redirect(
				`/relationships/${relationship}`,
				done(t("Thank you. This question is not asked again.")),
			);
		},
		again: (visit, state) => whyPage(visit, state),
	}),
	action("/relationships/:relationship/farewell", {
		allow: signedIn,
		what: "Leave words of thanks when a relationship has ended, for its members",
		form: FarewellForm,
		act: async (visit, { words }) => {
			const { relationship } = visit.params;
			await writeFarewell(visit.tx, relationship, {
				by: visitorOf(visit).id,
				words,
			});
			return redirect(
				`/relationships/${relationship}`,
				done(
					words === ""
						? t("Your words are taken back.")
						: t("Your words are there for them to read."),
				),
			);
		},
		again: (visit, state) => relationshipPage(visit, parts, state),
	}),
];

type RelationshipVisit = Omit<Visit, "params"> & {
	readonly params: { readonly relationship: string };
};

function own({ db, params, visitor }: RelationshipVisit) {
	return findRelationship(db, params.relationship, visitorOf({ visitor }).id);
}

async function whyPage(visit: RelationshipVisit, state?: FormState) {
	const found = await own(visit);
	const { id } = visitorOf(visit);
	if (!(await mayAnswerWhy(visit.db, found.id, id)))
		throw new Conflict(
			t("This question is answered already, or its time is over."),
		);
	return show(
		<WhyPage frame={visit.frame} relationship={found} state={state} />,
	);
}

async function relationshipPage(
	visit: RelationshipVisit,
	{
		meeting,
		goals,
		care,
	}: Pick<RelationshipOptions, "meeting" | "goals" | "care">,
	state?: FormState,
) {
	const relationship = await own(visit);
	if (relationship.kind === "circle")
		return circlePage(visit, relationship, await meeting(visit, relationship));
	const visitor = visitorOf(visit);
	const self = await partnerOf(visit.db, visitor.id);
	const { timeZone } = relationship;
	const { id: person } = visitor;
	const enrolments = await ownEnrolments(
		visit.db,
		relationship.program,
		person,
	);
	const pair = await promisingPair(visit.db, relationship.id, visitor.id);
	return show(
		<RelationshipPage
			frame={visit.frame}
			relationship={relationship}
			meeting={await meeting(visit, relationship)}
			goals={await goals(visit, relationship)}
			care={await care(visit, relationship)}
			promises={{
				pair,
				visitor: visitor.id,
				open: await openAgreements(visit.db, pair),
				isAsked: await asksForAgreements(visit.db, pair.program),
			}}
			ended={{
				relationship,
				visitor: person,
				farewells: await farewellsOf(visit.db, relationship.id),
				mayAnswer: await mayAnswerWhy(visit.db, relationship.id, person),
				isEnrolled: enrolments.some(({ status }) => status === "enrolled"),
				state,
			}}
			delegates={
				await delegatesToday(visit.db, [relationship.partner], visit.today)
			}
			languages={inCommon(self.languages, relationship.languages)}
			hours={
				self.timeZone === null || timeZone === null
					? undefined
					: (sharedHours(visit.today, self.timeZone, timeZone) ?? "none")
			}
		/>,
	);
}
