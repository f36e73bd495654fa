import { signedIn } from "../../../platform/http/guard.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { daysAfter } from "../../programs/day.ts";
import { moveCommitment, settleCommitment } from "../commands/commitments.ts";
import { MoveCommitmentForm, SettleForm } from "../forms.ts";
import { commitmentsOf } from "../queries/commitments.ts";
import { CommitmentsPage } from "../views/commitments-page.tsx";

/** Promises: done or moved with one tap. */
export const commitmentRoutes: readonly Route[] = [
	page("/commitments", {
		allow: signedIn,
		what: "What the visitor promised and asks after",
		show: (visit) => commitmentsPage(visit),
	}),
	action("/commitments/:commitment/settle", {
		allow: signedIn,
		what: "Say that a commitment is done, dropped or open again, as one of the members",
		form: SettleForm,
		act: async (visit, { state, from }) => {
			await settleCommitment(visit.tx, visit.params.commitment, state);
			return redirect(
				from,
				done(
					state === "open"
						? t("It is open again.")
						: state === "done"
							? t("Done. It leaves the agenda.")
							: t("Dropped. It leaves the agenda."),
				),
			);
		},
	}),
	action("/commitments/:commitment/move", {
		allow: signedIn,
		what: "Move a commitment to a later day, as one of the members",
		form: MoveCommitmentForm,
		act: async (visit, { days, day, from }) => {
			const dueOn =
				day ?? (days === undefined ? undefined : daysAfter(visit.today, days));
			if (dueOn === undefined) throw new Invalid({ day: t("Enter a day.") });
			await moveCommitment(visit.tx, visit.params.commitment, {
				dueOn,
				today: visit.today,
			});
			return redirect(
				from,
				done(t("Moved to {day}.", { day: formatDate(dueOn) })),
			);
		},
		again: (visit, state) => commitmentsPage(visit, state),
	}),
];

async function commitmentsPage(visit: Visit, state?: FormState) {
	const visitor = visitorOf(visit).id;
	return show(
		<CommitmentsPage
			frame={visit.frame}
			commitments={await commitmentsOf(visit.db, visitor)}
			visitor={visitor}
			today={visit.today}
			state={state}
		/>,
	);
}
