import { z } from "zod";
import { actAs, type Db, vaultOf } from "../../platform/database/database.ts";
import { anyone, holding, signedIn } from "../../platform/http/guard.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	calendarFile,
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import { readLink } from "../../platform/links/signed-link.ts";
import { t } from "../../ui/text.ts";
import {
	moveByLink,
	proposingFor,
	sessionToMove,
} from "../sessions/commands/move-by-link.ts";
import { keepTime, moveToCounter } from "../sessions/commands/counter.ts";
import { CounterForm } from "../sessions/forms.ts";
import { countersOf } from "../sessions/queries/counters.ts";
import { counterSettled } from "../sessions/words.ts";
import { proposalsFor } from "../sessions/queries/proposals.ts";
import { type Answer, answerSession } from "./answers.ts";
import { endFeed, feedSince, makeFeed, readFeed } from "./feed.ts";
import { ANSWER } from "./letters.ts";
import {
	AnswerPage,
	StaleAnswerPage,
	TimesPage,
} from "./views/answer-page.tsx";
import { FeedPage } from "./views/feed-page.tsx";
import { replyDays } from "./replies.ts";
import { RepliesPage } from "./views/replies-page.tsx";

const nothing = z.object({});

/** Sessions in calendars elsewhere: answered by a link from a mail, and read from a feed. */
export const invitationRoutes: readonly Route[] = [
	page("/answer/:token", {
		allow: anyone,
		what: "When a session is, by a link from its invitation (shows, answers nothing)",
		show: answerPage,
	}),
	action("/answer/:token", {
		allow: anyone,
		what: "Answer the invitation to a session with one press, by a link from it",
		form: z.object({ answer: z.enum(["yes", "no", "tentative"]) }),
		act: async (visit, { answer }) => {
			const link = linkIn(visit);
			if (link === undefined) throw new Conflict(stale());
			await actAs(visit.tx, { kind: "process", process: "calendar" });
			const outcome = await answerSession(visit.tx, {
				session: link.subject,
				person: link.person,
				answer,
				through: "link",
			});
			if (outcome !== "taken") throw new Conflict(stale());
			return redirect(`/answer/${visit.params.token}`, done(answered(answer)));
		},
	}),
	action("/answer/:token/counter", {
		allow: anyone,
		what: "Move a session to a time that another member’s calendar proposes, or keep it, by the link from its invitation",
		form: CounterForm,
		act: async (visit, { at, answer }) => {
			const link = linkIn(visit);
			if (link === undefined) throw new Conflict(stale());
			const { tx, now, params } = visit;
			await actAs(tx, { kind: "process", process: "calendar" });
			const settling = { session: link.subject, by: link.person, at };
			if (answer === "keep") await keepTime(tx, settling);
			else
				await moveToCounter(tx, settling, {
					now: now.getTime(),
					through: "link",
				});
			return redirect(`/answer/${params.token}`, done(counterSettled(answer)));
		},
		again: answerPage,
	}),
	page("/answer/:token/times", {
		allow: anyone,
		what: "Other times that suit all of a session, by the link from its invitation (shows, moves nothing)",
		show: (visit) => timesPage(visit),
	}),
	action("/answer/:token/times", {
		allow: anyone,
		what: "Move a session to another time that suits all, by the link from its invitation",
		form: z.object({ at: z.coerce.number().int() }),
		act: async (visit, { at }) => {
			const link = linkIn(visit);
			if (link === undefined) throw new Conflict(stale());
			await actAs(visit.tx, { kind: "process", process: "calendar" });
			await moveByLink(
				visit.tx,
				{ session: link.subject, person: link.person },
				{ at, now: visit.now.getTime() },
			);
			return redirect(
				`/answer/${visit.params.token}`,
				done(t("It is moved. The others are asked anew.")),
			);
		},
		again: (visit) => timesPage(visit),
	}),
	page("/me/calendar/feed", {
		allow: signedIn,
		what: "Whether one’s calendar program may read one’s sessions",
		show: (visit) => feedPage(visit, undefined),
	}),
	action("/me/calendar/feed", {
		allow: signedIn,
		what: "Make the address from which one’s calendar program reads one’s sessions, in place of any before",
		form: nothing,
		act: async (visit) => {
			const token = await makeFeed(visit.tx, visitorOf(visit).id);
			return feedPage(visit, `${visit.origin}/calendar/${token}.ics`);
		},
	}),
	action("/me/calendar/feed/end", {
		allow: signedIn,
		what: "Let nobody read one’s sessions from the address any more",
		form: nothing,
		act: async (visit) => {
			await endFeed(visit.tx, visitorOf(visit).id);
			return redirect(
				"/me/calendar/feed",
				done(t("From now on the address opens nothing.")),
			);
		},
	}),
	page("/administration/replies", {
		allow: holding("administrator"),
		what: "How many answers from calendars came by mail, by day and by what became of them",
		show: async (visit) =>
			show(
				<RepliesPage frame={visit.frame} days={await replyDays(visit.db)} />,
			),
	}),
	page("/calendar/:file", {
		allow: anyone,
		what: "When somebody’s sessions are, for their calendar program, by its secret address",
		show: async (visit) => {
			const [, token] = /^([\w-]{43})\.ics$/.exec(visit.params.file) ?? [];
			if (token === undefined) throw new NotFound();
			return calendarFile(await readFeed(visit.db, token, visit.origin));
		},
	}),
];

type LinkVisit = Omit<Visit, "params"> & {
	readonly params: { readonly token: string };
};

function linkIn({ db, params, now }: LinkVisit) {
	return readLink(vaultOf(db), { purpose: ANSWER, token: params.token, now });
}

async function answerPage(visit: LinkVisit) {
	const link = linkIn(visit);
	await actAs(visit.db, { kind: "process", process: "calendar" });
	const found = link && (await invitedTo(visit.db, link));
	return link === undefined || found === undefined
		? show(<StaleAnswerPage frame={visit.frame} />, 410)
		: show(
				<AnswerPage
					frame={visit.frame}
					token={visit.params.token}
					session={found}
					proposed={await proposedTimes(visit, link)}
				/>,
			);
}

/** What the calendars of others propose instead, each time once; whose it is stays unsaid. */
async function proposedTimes(
	{ db, now }: LinkVisit,
	{ subject, person }: { readonly subject: string; readonly person: string },
): Promise<readonly Date[]> {
	const counters = await countersOf(db, person, { now, session: subject });
	const times = counters
		.filter(({ by }) => by !== person)
		.map(({ at }) => at.getTime());
	return [...new Set(times)].map((at) => new Date(at));
}

/** Times that suit everyone, and so tell nothing of anybody alone. */
async function timesPage(visit: LinkVisit) {
	const link = linkIn(visit);
	await actAs(visit.db, { kind: "process", process: "calendar" });
	const found =
		link &&
		(await sessionToMove(visit.db, {
			session: link.subject,
			person: link.person,
		}));
	const invited = link && (await invitedTo(visit.db, link));
	if (found === undefined || invited === undefined)
		return show(<StaleAnswerPage frame={visit.frame} />, 410);
	const slots = await proposalsFor(
		visit.db,
		proposingFor(found, visit.now.getTime()),
	);
	return show(
		<TimesPage
			frame={visit.frame}
			token={visit.params.token}
			session={invited}
			times={slots.ok ? slots.slots.map(({ from }) => from) : []}
		/>,
	);
}

/** When it is and what they answered; nobody else, no place and nothing it is about. */
function invitedTo(
	db: Db,
	{ subject, person }: { readonly subject: string; readonly person: string },
) {
	return db
		.selectFrom("session_member")
		.innerJoin("session", "session.id", "session_member.session_id")
		.innerJoin("person", "person.id", "session_member.person_id")
		.select([
			"session.starts_at as start",
			"session.zone",
			"person.time_zone as ownZone",
			"session_member.answer",
		])
		.where("session_member.session_id", "=", subject)
		.where("session_member.person_id", "=", person)
		.where("session.state", "=", "booked")
		.where("person.left_on", "is", null)
		.executeTakeFirst();
}

function answered(answer: Answer): string {
	switch (answer) {
		case "yes":
			return t("Thank you: you come.");
		case "no":
			return t("Thank you: you cannot come.");
		case "tentative":
			return t("Thank you: you may come.");
	}
}

function stale(): string {
	return t(
		"There is nothing to answer any more: the session is over, was moved to another day or does not take place.",
	);
}

async function feedPage(visit: Visit, address: string | undefined) {
	return show(
		<FeedPage
			frame={visit.frame}
			since={await feedSince(visit.db, visitorOf(visit).id)}
			address={address}
		/>,
	);
}
