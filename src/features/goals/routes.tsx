import { signedIn } from "../../platform/http/guard.ts";
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
import { activeCompetencies } from "../competencies/queries.ts";
import {
	addMilestone,
	changeGoal,
	reachMilestone,
	removeMilestone,
	setGoal,
	settleGoal,
} from "./commands.ts";
import {
	GoalForm,
	goalFields,
	MilestoneForm,
	NewGoalForm,
	nothing,
	ReachForm,
	SettleGoalForm,
} from "./forms.ts";
import { findCompany } from "../relationships/company-queries.ts";
import { findOwnGoal, goalsOf } from "./queries.ts";
import { GoalFormPage } from "./views/goal-form-page.tsx";
import { GoalsPage } from "./views/goals-page.tsx";

export const goalRoutes: readonly Route[] = [
	page("/relationships/:relationship/goals", {
		allow: signedIn,
		what: "What the members of a relationship want to reach, for its members",
		show: (visit) => goalsPage(visit, visit.params.relationship),
	}),
	page("/relationships/:relationship/goals/new", {
		allow: signedIn,
		what: "The form of a new goal, for a member of the relationship",
		show: (visit) => newGoalPage(visit),
	}),
	action("/relationships/:relationship/goals", {
		allow: signedIn,
		what: "Set a goal of one’s own, as a member of the relationship",
		form: NewGoalForm,
		act: async (visit, form) => {
			const { relationship } = visit.params;
			await running(visit, relationship);
			await setGoal(visit.tx, {
				...goalFields(form),
				relationship,
				by: visitorOf(visit).id,
				milestones: [
					form["milestone-1"],
					form["milestone-2"],
					form["milestone-3"],
				].filter((words) => words !== ""),
			});
			return redirect(goalsPath(relationship), done(t("Your goal is set.")));
		},
		again: (visit, state) => newGoalPage(visit, state),
	}),
	page("/goals/:goal", {
		allow: signedIn,
		what: "The form to change a goal of one’s own",
		show: (visit) => changePage(visit),
	}),
	action("/goals/:goal", {
		allow: signedIn,
		what: "Change a goal of one’s own",
		form: GoalForm,
		act: async (visit, { revision, ...form }) => {
			const { relationship } = await ownRunning(visit);
			await changeGoal(visit.tx, visit.params.goal, {
				...goalFields(form),
				revision,
				by: visitorOf(visit).id,
			});
			return redirect(goalsPath(relationship), done(t("Kept.")));
		},
		again: (visit, state) => changePage(visit, state),
	}),
	action("/goals/:goal/settle", {
		allow: signedIn,
		what: "Say that a goal of one’s own is reached, let go or open again",
		form: SettleGoalForm,
		act: async (visit, { state }) => {
			const { relationship } = await ownRunning(visit);
			await settleGoal(visit.tx, visit.params.goal, {
				by: visitorOf(visit).id,
				state,
			});
			return redirect(
				goalsPath(relationship),
				done(
					state === "reached"
						? t("Reached. Well done.")
						: state === "let-go"
							? t("Let go. There is room for another.")
							: t("It is open again."),
				),
			);
		},
	}),
	action("/goals/:goal/milestones", {
		allow: signedIn,
		what: "Add a milestone to a goal of one’s own",
		form: MilestoneForm,
		act: async (visit, { words }) => {
			const { relationship } = await ownRunning(visit);
			await addMilestone(visit.tx, visit.params.goal, {
				by: visitorOf(visit).id,
				words,
			});
			return redirect(goalsPath(relationship));
		},
		again: async (visit, state) => {
			const { goal } = visit.params;
			const { relationship } = await findOwnGoal(
				visit.db,
				goal,
				visitorOf(visit).id,
			);
			return goalsPage(visit, relationship, { goal, state });
		},
	}),
	action("/milestones/:milestone/reach", {
		allow: signedIn,
		what: "Say that a milestone of one’s own goal is reached, or not after all",
		form: ReachForm,
		act: async (visit, { reached }) => {
			const relationship = await reachMilestone(
				visit.tx,
				visit.params.milestone,
				{ by: visitorOf(visit).id, isReached: reached === "yes" },
			);
			return redirect(goalsPath(relationship));
		},
	}),
	action("/milestones/:milestone/remove", {
		allow: signedIn,
		what: "Take a milestone of one’s own goal away",
		form: nothing,
		act: async (visit) => {
			const relationship = await removeMilestone(
				visit.tx,
				visit.params.milestone,
				visitorOf(visit).id,
			);
			return redirect(goalsPath(relationship), done(t("Taken away.")));
		},
	}),
];

function goalsPath(relationship: string): string {
	return `/relationships/${relationship}/goals`;
}

async function goalsPage(
	visit: Visit,
	id: string,
	failed?: { readonly goal: string; readonly state: FormState },
) {
	const visitor = visitorOf(visit).id;
	const relationship = await findCompany(visit.db, id, visitor);
	return show(
		<GoalsPage
			frame={visit.frame}
			relationship={relationship}
			goals={await goalsOf(visit.db, relationship.id)}
			visitor={visitor}
			today={visit.today}
			failed={failed}
		/>,
	);
}

async function newGoalPage(
	visit: Omit<Visit, "params"> & {
		readonly params: { readonly relationship: string };
	},
	state?: FormState,
) {
	return show(
		<GoalFormPage
			frame={visit.frame}
			relationship={await running(visit, visit.params.relationship)}
			competencies={await activeCompetencies(visit.db)}
			today={visit.today}
			goal={undefined}
			state={state}
		/>,
	);
}

async function changePage(visit: Visit<"/goals/:goal">, state?: FormState) {
	const { goal, members } = await ownRunning(visit);
	return show(
		<GoalFormPage
			frame={visit.frame}
			relationship={members}
			competencies={await activeCompetencies(visit.db)}
			today={visit.today}
			goal={goal}
			state={state}
		/>,
	);
}

async function ownRunning(
	visit: Pick<Visit, "db" | "visitor"> & {
		readonly params: { readonly goal: string };
	},
) {
	const goal = await findOwnGoal(
		visit.db,
		visit.params.goal,
		visitorOf(visit).id,
	);
	const members = await running(visit, goal.relationship);
	return { goal, members, relationship: goal.relationship };
}

async function running(visit: Pick<Visit, "db" | "visitor">, id: string) {
	const found = await findCompany(visit.db, id, visitorOf(visit).id);
	if (!found.isRunning)
		throw new Conflict(t("This relationship has ended already."));
	return found;
}
