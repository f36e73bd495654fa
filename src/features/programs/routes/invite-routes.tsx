import { type Side, sides } from "../../../domain/programs/enrolment.ts";
import { everyone } from "../../../domain/programs/rule.ts";
import { holdingIn } from "../../../platform/http/guard.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { checkAnswerDay, daysToAnswer } from "../answer-day.ts";
import { invitePeople } from "../commands/invite.ts";
import { daysAfter } from "../day.ts";
import { InviteForm } from "../forms/enrolment.ts";
import { adoptedRules } from "../queries/eligibility.ts";
import { eligiblePeople } from "../queries/judge.ts";
import { standingIds } from "../queries/participants.ts";
import { factKinds } from "../queries/person-facts.ts";
import { enterProgram, uuidIn } from "../standing.ts";
import { InvitePage } from "../views/invite.tsx";

const managing = holdingIn("program", "program-manager");

/** Offering places to people who fit. */
export function invitePages(canMail: boolean): readonly Route[] {
	return [
		page("/programs/:program/invite", {
			allow: managing,
			what: "Who fits and has not been asked yet",
			show: (visit) => invitePage(visit, canMail),
		}),
		action("/programs/:program/invitations", {
			allow: managing,
			what: "Invite people who fit to a program, all or chosen",
			form: InviteForm,
			act: async (visit, { side, whom, people, answerBy }) => {
				const program = uuidIn(visit.params.program);
				checkAnswerDay(answerBy, visit.today);
				const candidates = await candidatesFor(visit, side);
				const invited = candidates
					.map(({ id }) => id)
					.filter((id) => whom === "all" || people.includes(id));
				if (invited.length === 0)
					throw new Invalid({
						whom: t("Mark at least one person in the list below."),
					});
				const count = await invitePeople(visit.tx, program, invited, {
					side,
					answerBy,
					by: visitorOf(visit).id,
					origin: visit.origin,
					canMail,
				});
				return redirect(
					`/programs/${program}/people?side=${side}&status=invited`,
					done(
						t(
							"{count, plural, one {One person is} other {# people are}} invited.",
							{ count },
						),
					),
				);
			},
			again: (visit, state) => invitePage(visit, canMail, state),
		}),
	];
}

type OfProgram = Visit<"/programs/:program">;

async function candidatesFor(visit: OfProgram, side: Side) {
	const { program } = await enterProgram(visit);
	const rule = (await adoptedRules(visit.db, program.id))[side];
	if (rule !== undefined && !rule.isSound)
		throw new Conflict(
			t(
				"The rules of this side speak of something that no longer exists. Adopt others first.",
			),
		);
	const standing = await standingIds(visit.db, program.id, side);
	const people = await eligiblePeople(visit.db, {
		rule: rule?.rule ?? everyone,
		kinds: await factKinds(visit.db),
		today: visit.today,
	});
	return people.filter(({ id }) => !standing.has(id));
}

async function invitePage(
	visit: OfProgram,
	canMail: boolean,
	state?: FormState,
) {
	const standing = await enterProgram(visit);
	const asked = state?.values["side"] ?? visit.query.get("side");
	const side = sides.find((each) => each === asked) ?? "mentor";
	const rules = await adoptedRules(visit.db, standing.program.id);
	return show(
		<InvitePage
			frame={visit.frame}
			standing={standing}
			side={side}
			candidates={await candidatesFor(visit, side)}
			hasRules={rules[side] !== undefined}
			answerBy={daysAfter(visit.today, daysToAnswer)}
			tomorrow={daysAfter(visit.today, 1)}
			canMail={canMail}
			state={state}
		/>,
	);
}
