import { holdingIn } from "../../../platform/http/guard.ts";
import { Invalid, NotFound } from "../../../platform/http/refusal.ts";
import {
	action,
	journalledPage,
	page,
	type Route,
} from "../../../platform/http/route.ts";
import {
	done,
	download,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import { record, recordAll } from "../../../platform/journal/journal.ts";
import { writeCsv } from "../../../platform/spreadsheet/write-csv.ts";
import type { FormState } from "../../../ui/form.tsx";
import { readTableState } from "../../../ui/table-state.ts";
import { t } from "../../../ui/text.ts";
import {
	decideEnrolment,
	decideEnrolments,
	promoteWaiting,
} from "../commands/decisions.ts";
import { inviteAgain } from "../commands/invite.ts";
import { checkAnswerDay, daysToAnswer } from "../answer-day.ts";
import { daysAfter } from "../day.ts";
import { BulkForm, DecideForm, PromoteForm } from "../forms/enrolment.ts";
import { participantsFile } from "../participants-file.ts";
import {
	countParticipants,
	findParticipant,
	functionsIn,
	participantOrders,
	participants,
} from "../queries/participants.ts";
import { enterProgram, uuidIn } from "../standing.ts";
import { ParticipantPage } from "../views/participant.tsx";
import { ParticipantsPage } from "../views/participants.tsx";

const managing = holdingIn("program", "program-manager");
const overseeing = holdingIn(
	"program",
	"program-manager",
	"committee-member",
	"analyst",
);

/** Everyone who stands in a program, for those who run or oversee it. */
export function peoplePages(canMail: boolean): readonly Route[] {
	return [
		page("/programs/:program/people", {
			allow: overseeing,
			what: "Everyone who stands in a program, and where",
			show: (visit) => peoplePage(visit),
		}),
		journalledPage("/programs/:program/people.csv", {
			allow: managing,
			what: "The same list as a file (journalled)",
			show: async (visit) => {
				const { program } = await enterProgram(visit);
				const rows = await participants(
					visit.db,
					program.id,
					tableOf(visit),
					null,
				);
				// Everyone on the list can see that they were taken out with it.
				await recordAll(visit.tx, [
					{
						act: "export-participants",
						subject: { kind: "program", id: program.id },
						detail: { rows: rows.length },
					},
					...[...new Set(rows.map(({ personId }) => personId))].map(
						(about) => ({
							act: "export-participants",
							about,
							subject: { kind: "program", id: program.id },
							detail: { office: "program-manager" },
						}),
					),
				]);
				const { headers, lines } = participantsFile(rows);
				return download(
					"participants.csv",
					"text/csv; charset=utf-8",
					writeCsv(headers, lines),
				);
			},
		}),
		action("/programs/:program/people", {
			allow: managing,
			what: "Admit, refuse, move to the waiting list or invite again, several at once",
			form: BulkForm,
			act: async (visit, input) => {
				const program = uuidIn(visit.params.program);
				if (input.enrolments.length === 0)
					throw new Invalid({}, t("Mark at least one person in the list."));
				const outcome = await bulk(visit, program, input, canMail);
				return redirect(
					`/programs/${program}/people${input.back ? `?${new URLSearchParams(input.back)}` : ""}`,
					done(outcome),
				);
			},
			again: (visit, state) => peoplePage(visit, state),
		}),
		action("/programs/:program/people/promote", {
			allow: managing,
			what: "Give free places to those who have waited longest",
			form: PromoteForm,
			act: async (visit, { places }) => {
				const program = uuidIn(visit.params.program);
				const count = await promoteWaiting(visit.tx, program, {
					places,
					today: visit.today,
					by: visitorOf(visit).id,
					origin: visit.origin,
				});
				return redirect(
					`/programs/${program}`,
					done(
						t(
							"{count, plural, one {One person has} other {# people have}} a place now and will hear.",
							{ count },
						),
					),
				);
			},
		}),
		journalledPage("/programs/:program/people/:enrolment", {
			allow: overseeing,
			what: "One person's part in a program with the reasons of those who suggested them (journalled)",
			show: async (visit) => {
				const reply = await participantPage(visit);
				const { id, personId } = reply.participant;
				await record(visit.tx, {
					act: "read-enrolment",
					about: personId,
					subject: { kind: "enrolment", id },
				});
				return show(reply.page);
			},
		}),
		action("/programs/:program/people/:enrolment", {
			allow: managing,
			what: "Decide about one enrolment; about a nomination with a reason",
			form: DecideForm,
			act: async (visit, { decision, seen, reason }) => {
				const program = uuidIn(visit.params.program);
				const id = uuidIn(visit.params.enrolment);
				const found = await findParticipant(visit.db, program, id);
				if (found === undefined) throw new NotFound();
				const isOwed = found.nominations.some(
					({ decidedAt }) => decidedAt === null,
				);
				// Whoever was faster is said first: a missing reason would hide it.
				if (isOwed && reason === "" && found.status === seen)
					throw new Invalid({ reason: t("Say why.") });
				await decideEnrolment(visit.tx, program, id, {
					act: decision,
					seen,
					reason: reason || undefined,
					by: visitorOf(visit).id,
					origin: visit.origin,
				});
				return redirect(
					`/programs/${program}/people?status=to-decide`,
					done(t("Decided; {name} will hear.", { name: found.name })),
				);
			},
			again: async (visit, state) =>
				show((await participantPage(visit, state)).page),
		}),
	];
}

type OfProgram = Visit<"/programs/:program">;

async function bulk(
	visit: Writing,
	program: string,
	input: {
		act: "admit" | "refuse" | "hold" | "invite";
		enrolments: string[];
		answerBy: string;
	},
	canMail: boolean,
): Promise<string> {
	const by = visitorOf(visit).id;
	const { tx, origin } = visit;
	if (input.act !== "invite") {
		const { done: count, left } = await decideEnrolments(
			tx,
			program,
			input.enrolments,
			{ act: input.act, by, origin },
		);
		return outcomeSentence(count, left);
	}
	checkAnswerDay(input.answerBy, visit.today);
	const { invited, left } = await inviteAgain(tx, program, input.enrolments, {
		answerBy: input.answerBy,
		by,
		origin,
		canMail,
	});
	return outcomeSentence(invited, left);
}

function outcomeSentence(count: number, left: number): string {
	return left === 0
		? t(
				"{count, plural, one {Done for one person.} other {Done for # people.}}",
				{
					count,
				},
			)
		: t(
				"{count, plural, one {Done for one person} other {Done for # people}}; {left, plural, one {one was} other {# were}} left as they are, because it does not fit where they stand.",
				{ count, left },
			);
}

function tableOf(visit: Pick<Visit, "frame">) {
	return readTableState(visit.frame.path, {
		sortable: participantOrders,
		sort: { key: "name", direction: "ascending" },
		filters: ["side", "status", "function"],
		pageSize: 50,
	});
}

async function peoplePage(visit: OfProgram, state?: FormState) {
	const standing = await enterProgram(visit);
	const table = tableOf(visit);
	const { id } = standing.program;
	return show(
		<ParticipantsPage
			frame={visit.frame}
			standing={standing}
			table={table}
			people={await participants(visit.db, id, table)}
			total={await countParticipants(visit.db, id, table)}
			functions={await functionsIn(visit.db, id)}
			answerBy={daysAfter(visit.today, daysToAnswer)}
			tomorrow={daysAfter(visit.today, 1)}
			state={state}
		/>,
	);
}

async function participantPage(
	visit: Visit<"/programs/:program/people/:enrolment">,
	state?: FormState,
) {
	const standing = await enterProgram(visit);
	const participant = await findParticipant(
		visit.db,
		standing.program.id,
		uuidIn(visit.params.enrolment),
	);
	if (participant === undefined) throw new NotFound();
	return {
		participant,
		page: (
			<ParticipantPage
				frame={visit.frame}
				standing={standing}
				participant={participant}
				state={state}
			/>
		),
	};
}
