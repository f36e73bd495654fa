import { z } from "zod";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { inviteToSignIn } from "../../sign-in/invitation.ts";
import { markAsLeft, takeBackLeaving } from "../commands/leaving.ts";
import { LeaveForm } from "../forms/record.ts";
import { recordKeepers } from "../keeps-records.ts";
import type { LeavingReaction } from "../leaving.ts";
import { personName } from "../person-name.ts";
import { findPerson } from "../queries/person.ts";
import { InvitedPage } from "../views/invited.tsx";
import { LeavePage } from "../views/leave.tsx";

/** Invites a person to sign in. */
export function invitationRoutes(canMail: boolean): Route[] {
	return [
		action("/people/:person/invite", {
			allow: recordKeepers,
			what: "Invite a person to sign in; without mail the link is shown once",
			form: z.object({}),
			act: (visit) => invite(visit, canMail),
		}),
	];
}

/** Marks a person as left, and takes it back. */
export function leavingRoutes(reactions: readonly LeavingReaction[]): Route[] {
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
