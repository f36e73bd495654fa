import { z } from "zod";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import {
	action,
	journalledPage,
	page,
	type Route,
} from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { inviteToSignIn } from "../../sign-in/invitation.ts";
import {
	changeRecord,
	markAsLeft,
	takeBackLeaving,
} from "../commands/record.ts";
import { LeaveForm, RecordForm } from "../forms/record.ts";
import { officeKeeping, recordKeepers } from "../keeps-records.ts";
import type { LeavingReaction } from "../leaving.ts";
import { personName } from "../person-name.ts";
import {
	customFields,
	employmentOf,
	gradeScale,
} from "../queries/employment.ts";
import { findPerson, readId, seeksOf } from "../queries/person.ts";
import { inUse, recordFacts } from "../queries/record.ts";
import { InvitedPage } from "../views/invited.tsx";
import { LeavePage } from "../views/leave.tsx";
import { RecordFormPage } from "../views/record-form.tsx";
import { RecordPage } from "../views/record.tsx";

/** What HR says about someone: opened by few, and never without the person being able to see it. */
export function recordRoutes({
	canMail,
	reactions,
}: {
	readonly canMail: boolean;
	readonly reactions: readonly LeavingReaction[];
}): Route[] {
	const leavePage = async (
		visit: Visit<"/people/:person/leave">,
		state?: FormState,
	) =>
		show(
			<LeavePage
				frame={visit.frame}
				person={await findPerson(visit.db, visit.params.person)}
				today={visit.today}
				consequences={reactions.map(({ says }) => says())}
				state={state}
			/>,
		);
	return [
		journalledPage("/people/:person/record", {
			allow: recordKeepers,
			what: "What HR says about a person; the reading is journalled and the person sees it",
			show: async (visit) => {
				const person = await findPerson(visit.db, visit.params.person);
				await recordReading(visit, person.id);
				return show(
					<RecordPage
						frame={visit.frame}
						person={person}
						employment={await employmentOf(visit.db, person.id)}
						fields={await customFields(visit.db)}
						seeks={await seeksOf(visit.db, person.id)}
						seesSeeks={visitorOf(visit).offices.some(
							({ office }) => office === "program-manager",
						)}
					/>,
				);
			},
		}),
		journalledPage("/people/:person/record/edit", {
			allow: recordKeepers,
			what: "The form to change what HR says; the reading is journalled too",
			show: async (visit) => {
				await recordReading(visit, readId(visit.params.person));
				return recordForm(visit);
			},
		}),
		action("/people/:person/record", {
			allow: recordKeepers,
			what: "Change what HR says about a person",
			form: RecordForm,
			act: async (visit, input) => {
				const { id } = await findPerson(visit.db, visit.params.person);
				await changeRecord(visit.tx, id, input);
				return redirect(
					`/people/${id}`,
					done(
						t("The record is changed. {name} can see that it was.", {
							name: input.person.first_name,
						}),
					),
				);
			},
			again: (visit, state) => recordForm(visit, state),
		}),
		action("/people/:person/invite", {
			allow: recordKeepers,
			what: "Invite a person to sign in; without mail the link is shown once",
			form: z.object({}),
			act: (visit) => invite(visit, canMail),
		}),
		page("/people/:person/leave", {
			allow: recordKeepers,
			what: "The form to mark a person as left, with what else it does",
			show: (visit) => leavePage(visit),
		}),
		action("/people/:person/leave", {
			allow: recordKeepers,
			what: "Mark a person as left: signs them out at once",
			form: LeaveForm,
			act: async (visit, { "left-on": on }) => {
				if (on > visit.today)
					throw new Invalid({
						"left-on": t(
							"This day is still to come. Mark it when it is there: until then they should be able to sign in.",
						),
					});
				const person = await findPerson(visit.db, visit.params.person);
				const by = visitorOf(visit).id;
				await markAsLeft(visit.tx, person.id, { on, by, reactions });
				return redirect(
					`/people/${person.id}`,
					done(t("{name} is marked as left.", { name: personName(person) }), {
						action: `/people/${person.id}/return`,
						label: t("Undo"),
					}),
				);
			},
			again: leavePage,
		}),
		action("/people/:person/return", {
			allow: recordKeepers,
			what: "Take back that a person has left",
			form: z.object({}),
			act: async (visit) => {
				const person = await findPerson(visit.db, visit.params.person);
				await takeBackLeaving(visit.tx, person.id, reactions);
				return redirect(
					`/people/${person.id}`,
					done(
						t("{name} is back in the directory.", {
							name: personName(person),
						}),
					),
				);
			},
		}),
	];
}

async function invite(
	visit: Writing<"/people/:person/invite">,
	canMail: boolean,
) {
	const person = await findPerson(visit.db, visit.params.person);
	if (person.left_on !== null)
		throw new Conflict(t("This person has left the organisation."));
	const { id, name } = visitorOf(visit);
	const link = await inviteToSignIn(
		visit.tx,
		{
			id: person.id,
			firstName: person.first_name,
			locale: person.locale,
		},
		{
			by: { id, name },
			organisation: visit.frame.organisation ?? "Baton",
			origin: visit.origin,
			canMail,
		},
	);
	return canMail
		? redirect(
				`/people/${person.id}`,
				done(
					t("The invitation is on its way to {address}.", {
						address: person.email,
					}),
				),
			)
		: show(<InvitedPage frame={visit.frame} person={person} link={link} />);
}

async function recordForm(
	visit: Visit<"/people/:person/record">,
	state?: FormState,
) {
	const { db } = visit;
	const id = readId(visit.params.person);
	return show(
		<RecordFormPage
			frame={visit.frame}
			id={id}
			facts={await recordFacts(db, id)}
			fields={await customFields(db)}
			grades={await gradeScale(db)}
			suggestions={{
				unit: await inUse(db, "unit"),
				function: await inUse(db, "function"),
				discipline: await inUse(db, "discipline"),
				location: await inUse(db, "location"),
			}}
			state={state}
		/>,
	);
}

/** Looking at one's own record is no reading by an office. */
async function recordReading(visit: Writing, person: string): Promise<void> {
	if (visitorOf(visit).id === person) return;
	await record(visit.tx, {
		act: "read-record",
		about: person,
		detail: { office: officeKeeping(visit) ?? null },
	});
}
