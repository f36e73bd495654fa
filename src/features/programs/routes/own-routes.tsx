import { signedIn } from "../../../platform/http/guard.ts";
import {
	Invalid,
	NotAllowed,
	NotFound,
} from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { EnrolmentStatus } from "../../../domain/programs/enrolment.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { colleagueIn } from "../colleague.ts";
import { answerEnrolment, apply } from "../commands/answers.ts";
import { nominate } from "../commands/nominate.ts";
import { AnswerForm, ApplyForm, NominateForm } from "../forms/enrolment.ts";
import { type LotteryStage, lotteryStage } from "../queries/lottery.ts";
import { loadVocabulary } from "../queries/fact-words.ts";
import { nominationsBy } from "../queries/participants.ts";
import { managersOf } from "../queries/programs.ts";
import {
	enterProgram,
	mayApplyTo,
	ownEligibility,
	uuidIn,
} from "../standing.ts";
import { ApplyPage } from "../views/apply.tsx";
import { InvitationPage } from "../views/invitation.tsx";
import { NominatePage } from "../views/nominate.tsx";

/** What people do about a place: answer, ask, suggest. */
export const ownPages: readonly Route[] = [
	page("/programs/:program/invitation", {
		allow: signedIn,
		what: "An offer of a place, for the person it was made to",
		show: (visit) => invitationPage(visit),
	}),
	action("/programs/:program/invitation/:enrolment", {
		allow: signedIn,
		what: "Say yes or no to one's own place",
		form: AnswerForm,
		act: async (visit, input) => {
			const program = uuidIn(visit.params.program);
			const status = await answerEnrolment(
				visit.tx,
				uuidIn(visit.params.enrolment),
				visitorOf(visit).id,
				input.answer === "accept"
					? {
							act: "accept",
							today: visit.today,
							origin: visit.origin,
							capacity: input.capacity,
							pausedUntil: input.pausedUntil,
						}
					: { act: "decline", today: visit.today, origin: visit.origin },
			);
			return redirect(
				`/programs/${program}`,
				done(answeredSentence(status, await lotteryStage(visit.db, program))),
			);
		},
		again: (visit, state) => invitationPage(visit, state),
	}),
	page("/programs/:program/apply", {
		allow: signedIn,
		what: "Ask for a place where a program takes applications",
		show: (visit) => applyPage(visit),
	}),
	action("/programs/:program/apply", {
		allow: signedIn,
		what: "Ask for a place; only whoever fits the rules",
		form: ApplyForm,
		act: async (visit, { side, capacity, pausedUntil }) => {
			const { program, own } = await enterProgram(visit);
			if (!program.takesApplications) throw new NotFound();
			const open = await mayApplyTo(visit, program, own);
			if (!open.includes(side))
				throw new Invalid({
					side: t("You cannot ask for a place on this side."),
				});
			await apply(visit.tx, {
				program: program.id,
				person: visitorOf(visit).id,
				side,
				capacity,
				pausedUntil,
				origin: visit.origin,
			});
			return redirect(
				`/programs/${program.id}`,
				done(t("You asked for a place. You will hear.")),
			);
		},
		again: (visit, state) => applyPage(visit, state),
	}),
	page("/programs/:program/nominate", {
		allow: signedIn,
		what: "Suggest somebody, for people with reports where a program takes nominations",
		show: (visit) => nominatePage(visit),
	}),
	action("/programs/:program/nominate", {
		allow: signedIn,
		what: "Suggest somebody with a reason",
		form: NominateForm,
		act: async (visit, { person, side, reason }) => {
			const { program, mayNominate } = await enterProgram(visit);
			if (!mayNominate)
				throw new NotAllowed(
					t("People who have others reporting to them may suggest someone."),
				);
			const { id, name } = visitorOf(visit);
			const found = await colleagueIn(visit.db, "person", person, id);
			await nominate(visit.tx, {
				program: program.id,
				person: found.id,
				side,
				reason,
				by: { id, name },
				origin: visit.origin,
			});
			return redirect(
				`/programs/${program.id}/nominate`,
				done(t("Your suggestion of {name} is noted.", { name: found.name })),
			);
		},
		again: (visit, state) => nominatePage(visit, state),
	}),
];

type OfProgram = Visit<"/programs/:program">;

async function invitationPage(visit: OfProgram, state?: FormState) {
	const standing = await enterProgram(visit);
	if (standing.own.length === 0) throw new NotFound();
	return show(
		<InvitationPage
			frame={visit.frame}
			standing={standing}
			today={visit.today}
			managers={await managersOf(visit.db, standing.program.id)}
			state={state}
		/>,
	);
}

async function applyPage(visit: OfProgram, state?: FormState) {
	const standing = await enterProgram(visit);
	const { program, own } = standing;
	if (!program.takesApplications || program.status === "closed")
		throw new NotFound();
	return show(
		<ApplyPage
			frame={visit.frame}
			standing={standing}
			sides={await mayApplyTo(visit, program, own)}
			eligibility={
				await ownEligibility(visit.db, {
					program: program.id,
					person: visitorOf(visit).id,
					today: visit.today,
				})
			}
			vocabulary={await loadVocabulary(visit.db)}
			today={visit.today}
			state={state}
		/>,
	);
}

async function nominatePage(visit: OfProgram, state?: FormState) {
	const standing = await enterProgram(visit);
	if (!standing.mayNominate) throw new NotFound();
	return show(
		<NominatePage
			frame={visit.frame}
			standing={standing}
			nominations={
				await nominationsBy(visit.db, standing.program.id, visitorOf(visit).id)
			}
			state={state}
		/>,
	);
}

function answeredSentence(
	status: EnrolmentStatus,
	lottery: LotteryStage | undefined,
): string {
	if (status === "applied" && lottery === "open")
		return t("Thank you. You are on the list from which places are drawn.");
	switch (status) {
		case "enrolled":
			return t("You have a place.");
		case "waiting":
			return t(
				"Thank you. At present no place is free: you are on the waiting list.",
			);
		case "applied":
			return t(
				"Thank you. The people who run the program decide and will tell you.",
			);
		case "invited":
		case "nominated":
		case "declined":
		case "not-admitted":
		case "withdrawn":
		case "left":
			return t("Noted. That is all anyone needs to know.");
	}
}
