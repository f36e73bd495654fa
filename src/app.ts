import type { Hono } from "hono";
import { administrationRoutes } from "./features/administration/routes.tsx";
import { agreementRoutes } from "./features/agreements/routes.tsx";
import { calendarJobs, calendarLeaving } from "./features/calendar/jobs.ts";
import { calendarRoutes } from "./features/calendar/routes.tsx";
import { concernRoutes } from "./features/concerns/routes.tsx";
import { waitingInConcerns } from "./features/concerns/waiting.ts";
import { competencyRoutes } from "./features/competencies/routes.tsx";
import { delegatesLeaving } from "./features/delegates/commands.ts";
import { delegateRoutes } from "./features/delegates/routes.tsx";
import {
	type DemonstrationOptions,
	demonstrationRoutes,
	offeredCast,
} from "./features/demonstration/routes.tsx";
import { firstStepRoutes } from "./features/first-steps/routes.tsx";
import { underwayInFirstSteps } from "./features/first-steps/underway.ts";
import { invitationJobs } from "./features/invitations/jobs.ts";
import { invitationRoutes } from "./features/invitations/routes.tsx";
import { type DryRunOptions, dryRunJobs } from "./features/dry-run/jobs.ts";
import { dryRunRoutes } from "./features/dry-run/routes.tsx";
import { designRoutes } from "./features/design/routes.tsx";
import { handOverJobs } from "./features/hand-over/jobs.ts";
import { handOverRoutes } from "./features/hand-over/routes.tsx";
import { journalJobs } from "./features/journal/jobs.ts";
import { journalRoutes } from "./features/journal/routes.tsx";
import { learningRoutes } from "./features/learning/routes.tsx";
import { waitingInLearning } from "./features/learning/waiting.ts";
import { matchingJobs } from "./features/matching/jobs.ts";
import { matchingLeaving } from "./features/matching/leaving.ts";
import { matchingRoutes } from "./features/matching/routes.tsx";
import type { LeavingReaction } from "./features/people/leaving.ts";
import { keyringRoutes } from "./features/keyring/routes.tsx";
import { importJobs } from "./features/people/import/jobs.ts";
import { importRoutes } from "./features/people/import/routes.tsx";
import { peopleRoutes } from "./features/people/routes.tsx";
import { closeNotesOf } from "./features/notes/circles.ts";
import { notesLeaving } from "./features/notes/leaving.ts";
import { noteRoutes } from "./features/notes/routes.tsx";
import { endEnrolmentsOf } from "./features/programs/commands/leave.ts";
import { mailJobs } from "./features/mail/jobs.ts";
import { mailRoutes } from "./features/mail/routes.tsx";
import { openingJobs } from "./features/openings/jobs.ts";
import { openingRoutes } from "./features/openings/routes.tsx";
import { programJobs } from "./features/programs/jobs.ts";
import { programRoutes } from "./features/programs/routes.tsx";
import { recoveryRoutes } from "./features/recovery/routes.tsx";
import { rightsJobs } from "./features/rights/jobs.ts";
import { rightsRoutes } from "./features/rights/routes.tsx";
import { relationshipsLeaving } from "./features/relationships/leaving.ts";
import { relationshipJobs } from "./features/relationships/jobs.ts";
import { relationshipRoutes } from "./features/relationships/routes.tsx";
import { sessionJobs } from "./features/sessions/jobs.ts";
import { sessionsLeaving } from "./features/sessions/leaving.ts";
import { meetings } from "./features/sessions/meeting-part.tsx";
import { allSessionRoutes } from "./features/sessions/routes.tsx";
import { roundtableJobs } from "./features/roundtables/jobs.ts";
import { roundtablesLeaving } from "./features/roundtables/leaving.ts";
import { callOffInClosed } from "./features/roundtables/lost-places.ts";
import { roundtableRoutes } from "./features/roundtables/routes.tsx";
import { underwayInRoundtables } from "./features/roundtables/underway.ts";
import { signInLeaving } from "./features/sign-in/leaving.ts";
import { preferenceRoutes } from "./features/sign-in/preferences.ts";
import { findVisitor } from "./features/sign-in/queries.ts";
import { singleSignOnRoutes } from "./features/sign-in/single-sign-on/routes.tsx";
import { signInRoutes } from "./features/sign-in/routes.tsx";
import { linkRequestJob } from "./features/sign-in/link-request.ts";
import { linkRoutes } from "./features/sign-in/link-routes.tsx";
import { ownSignInsRoutes } from "./features/sign-in/own-sign-ins-routes.tsx";
import { setUpRoutes } from "./features/sign-in/set-up-routes.tsx";
import { goalsPart } from "./features/goals/goals-part.tsx";
import { goalRoutes } from "./features/goals/routes.tsx";
import { carePart } from "./features/pulse/care-part.tsx";
import { pulseJobs } from "./features/pulse/jobs.ts";
import { pulseRoutes } from "./features/pulse/routes.tsx";
import { caseRoutes } from "./features/referrals/routes.tsx";
import { underwayInReferrals } from "./features/referrals/underway.ts";
import { healthRoutes } from "./features/health/routes.tsx";
import { loadRoutes } from "./features/load/routes.tsx";
import { underwayForDelegates } from "./features/delegates/underway.ts";
import { underwayInPrograms } from "./features/programs/underway.ts";
import { underwayInRelationships } from "./features/relationships/underway.ts";
import type { UnderwayQuery } from "./features/today/queries.ts";
import { todayRoutes } from "./features/today/routes.tsx";
import type { Assets } from "./platform/assets/assets.ts";
import {
	identityProvider,
	type ProviderOptions,
} from "./platform/identity-provider/identity-provider.ts";
import type { Route } from "./platform/http/route.ts";
import { requestEntry } from "./platform/http/server.ts";
import { wire } from "./platform/http/wire.tsx";
import type { Wiring } from "./platform/http/wiring.ts";
import type { Database } from "./platform/database/database.ts";
import type { Job, Payload } from "./platform/jobs/jobs.ts";
import { deliver, type PostOffice } from "./platform/mail/deliver.ts";
import { publicInternet, type Reach } from "./platform/network/reachable.ts";
import { places } from "./rail.ts";
import { waitingThings } from "./waiting-things.ts";
import { t } from "./ui/text.ts";

export type AppOptions = {
	readonly assets: Assets;
	readonly origin: string;
	readonly postOffice: PostOffice | undefined;
	readonly demonstration: DemonstrationOptions;
	/** undefined: no single sign-on is set up. */
	readonly singleSignOn: ProviderOptions | undefined;
	readonly database: Wiring["database"];
	readonly isReady: Wiring["isReady"];
	/** Which addresses people's calendars may be read from; without it, the public internet alone. Tests allow their own server. */
	readonly reach?: Reach | undefined;
	readonly onBug?: Wiring["onBug"];
	readonly now?: Wiring["now"];
};

/** What goes on for somebody, beneath what waits. */
const thingsUnderway: readonly UnderwayQuery[] = [
	underwayInFirstSteps,
	underwayInRelationships,
	underwayInReferrals,
	underwayInRoundtables,
	underwayInPrograms,
	underwayForDelegates,
];

/** The product's table of contents: every feature's routes, in dependency order. */
export function allRoutes({
	canMail,
	origin,
	demonstration,
	singleSignOn,
	reach = publicInternet,
}: {
	readonly canMail: boolean;
	readonly origin: string;
	readonly demonstration: DemonstrationOptions;
	readonly singleSignOn: ProviderOptions | undefined;
	readonly reach?: Reach | undefined;
}): Route[] {
	const provider = singleSignOn && identityProvider(singleSignOn);
	return [
		...setUpRoutes,
		...signInRoutes({
			canMail,
			provider,
			cast: offeredCast(demonstration.isOpen),
		}),
		...linkRoutes(canMail, provider),
		...singleSignOnRoutes(provider),
		...ownSignInsRoutes(provider),
		...preferenceRoutes,
		...keyringRoutes,
		...todayRoutes(
			[
				waitingInConcerns,
				...waitingThings.map(({ find }) => find),
				waitingInLearning,
			],
			thingsUnderway,
		),
		...mailRoutes,
		...administrationRoutes(canMail),
		...delegateRoutes,
		...competencyRoutes,
		...importRoutes(leavingReactions(origin)),
		...peopleRoutes(canMail, leavingReactions(origin)),
		...calendarRoutes(reach),
		// Against the order: a program that is closed has no roundtables to come.
		...programRoutes({ canMail, afterClosing: callOffInClosed }),
		...learningRoutes,
		...firstStepRoutes,
		// Against the order, as with relationships below: what the program ends takes the sessions to come with it.
		...matchingRoutes(meetings.afterEnding),
		...agreementRoutes,
		// Against the order: the page of a relationship shows what its members want to reach, when they meet and how it goes; its end takes that from their calendars.
		...relationshipRoutes({
			...meetings,
			goals: goalsPart,
			care: carePart,
			left: (tx, change) =>
				meetings.left(tx, change).then(() => closeNotesOf(tx, change)),
		}),
		...goalRoutes,
		...loadRoutes,
		...caseRoutes,
		...pulseRoutes,
		...healthRoutes,
		...allSessionRoutes,
		...roundtableRoutes,
		...handOverRoutes,
		...invitationRoutes,
		...journalRoutes,
		...rightsRoutes,
		...recoveryRoutes,
		...noteRoutes,
		...concernRoutes,
		...openingRoutes,
		...dryRunRoutes,
		...designRoutes,
		...demonstrationRoutes(demonstration),
	];
}

/** Reactions against the order of the features: what happens elsewhere when somebody leaves the organisation. */
export function leavingReactions(origin: string): readonly LeavingReaction[] {
	return [
		signInLeaving,
		delegatesLeaving,
		calendarLeaving,
		{
			says: () => t("Their places in programs end."),
			left: async (tx, person) => void (await endEnrolmentsOf(tx, [person])),
			returned: async () => {},
		},
		matchingLeaving(origin),
		relationshipsLeaving,
		sessionsLeaving,
		roundtablesLeaving,
		notesLeaving,
	];
}

/** Work that outlives its request, in the same order. */
export function allJobs({
	origin,
	postOffice,
	checkpointFile,
	reach = publicInternet,
	mailbox,
	throwAway,
}: Pick<AppOptions, "origin" | "postOffice" | "reach"> & {
	/** Where dry runs take place. */
	readonly throwAway?: DryRunOptions["throwAway"];
	readonly mailbox?: string | undefined;
	readonly checkpointFile?: string | undefined;
}): Job[] {
	return [
		{
			name: "deliver-mail",
			run: async ({ mail }, database) => {
				if (postOffice !== undefined)
					await deliver(database, {
						mails: [String(mail)],
						postOffice,
						origin,
						now: database.now(),
					});
			},
			// Of mails that reach nobody there is nothing to send twice after a crash.
			...(postOffice?.instead !== undefined && {
				together: (payloads: readonly Payload[], database: Database) =>
					deliver(database, {
						mails: payloads.map(({ mail }) => String(mail)),
						postOffice,
						origin,
						now: database.now(),
					}),
			}),
		},
		linkRequestJob(origin),
		...mailJobs(origin, waitingThings),
		...importJobs(leavingReactions(origin)),
		...calendarJobs({ reach, origin }),
		...programJobs(origin),
		...matchingJobs,
		...journalJobs({ origin, checkpointFile }),
		...rightsJobs(leavingReactions(origin)),
		...openingJobs(origin),
		...relationshipJobs,
		...pulseJobs(origin),
		...sessionJobs,
		...roundtableJobs({ origin, from: postOffice?.from }),
		...handOverJobs,
		...invitationJobs({ origin, from: postOffice?.from, mailbox }),
		...dryRunJobs({
			thread: new URL("./dry-run-thread.ts", import.meta.url),
			throwAway,
		}),
	];
}

export function makeApp(options: AppOptions): Hono {
	const routes = allRoutes({
		canMail: options.postOffice !== undefined,
		origin: options.origin,
		demonstration: options.demonstration,
		singleSignOn: options.singleSignOn,
		reach: options.reach,
	});
	return requestEntry(routes, wire({ ...options, findVisitor, places }));
}
