import { maySetAgenda } from "../../../domain/sessions/agenda.ts";
import { shapeOf } from "../../../domain/sessions/formats.ts";
import {
	mayAnswerAlone,
	mayCancel,
	mayWriteUp,
} from "../../../domain/sessions/standing.ts";
import { show, type Visit, visitorOf } from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { stepsAtHand } from "../../learning/queries/curricula.ts";
import { mayClose } from "../commands/alone.ts";
import { askedAlone } from "../queries/alone.ts";
import { agendaOf, sessionsBefore } from "../queries/agenda.ts";
import { commitmentsFrom } from "../queries/commitments.ts";
import { type FoundSession, standingOf } from "../queries/sessions.ts";
import { writeUpsOf } from "../queries/write-ups.ts";
import { AloneSection } from "../views/alone-pages.tsx";
import { TurnsSection } from "../views/turns-section.tsx";
import { AfterSection } from "../views/after-section.tsx";
import { readersAmong } from "../../relationships/company-name.ts";
import { countersOf } from "../queries/counters.ts";
import { CounterSection } from "../views/counter-section.tsx";
import { AgendaSection } from "../views/agenda-section.tsx";
import { SessionPage } from "../views/session-page.tsx";
import { ownSession, zoneOf } from "./visits.ts";

export type SessionVisit = Omit<Visit, "params"> & {
	readonly params: { readonly session: string };
};

/** A session with everything its members see of it. */
export async function sessionPage(visit: SessionVisit, state?: FormState) {
	const session = await ownSession(visit);
	const visitor = visitorOf(visit).id;
	const { agenda, isAnsweredAlone } = shapeOf(session.format);
	const asked = isAnsweredAlone
		? await askedAlone(visit.db, session.id)
		: undefined;
	const now = visit.now.getTime();
	const items =
		agenda.questions > 0 ? await agendaOf(visit.db, session.id) : [];
	const standing = agendaStanding(session, visitor);
	const learning =
		standing === "open" && agenda.questions > 0
			? (await stepsAtHand(visit.db, visitor)).filter(
					({ title }) => !items.some(({ words }) => words === title),
				)
			: [];
	return show(
		<SessionPage
			frame={visit.frame}
			session={session}
			visitor={visitor}
			zone={await zoneOf(visit)}
			now={now}
			state={state}
		>
			<CounterSection
				counters={
					await countersOf(visit.db, visitor, {
						now: visit.now,
						session: session.id,
					})
				}
				visitor={visitor}
				zone={await zoneOf(visit)}
			/>
			<AfterSection
				session={session.id}
				visitor={visitor}
				writeUps={await writeUpsOf(visit.db, session.id)}
				commitments={await commitmentsFrom(visit.db, session.id)}
				mayWriteUp={mayWriteUp(standingOf(session), now)}
				isSettled={session.state === "held"}
				today={visit.today}
			/>
			{asked !== undefined && (
				<AloneSection
					session={session}
					asked={asked}
					visitor={visitor}
					mayAnswer={mayAnswerAlone(standingOf(session), now)}
					mayClose={mayClose(session, visitor, now)}
					state={state}
				/>
			)}
			{session.format === "circle" && (
				<TurnsSection
					session={session}
					before={await sessionsBefore(visit.db, session)}
				/>
			)}
			{agenda.questions > 0 && (
				<AgendaSection
					session={session.id}
					items={items}
					readers={readersAmong(session.company.others)}
					standing={standing}
					learning={learning}
					state={state}
				/>
			)}
		</SessionPage>,
	);
}

function agendaStanding(session: FoundSession, visitor: string) {
	const own = session.members.find(({ id }) => id === visitor);
	if (!mayCancel(standingOf(session)) || own === undefined) return "closed";
	return maySetAgenda(session.company.kind, own.side) ? "open" : "theirs";
}
