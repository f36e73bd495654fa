/** The side someone takes in a program. */
export const sides = ["mentor", "mentee"] as const;
export type Side = (typeof sides)[number];

export const enrolmentStatuses = [
	"invited",
	"applied",
	"nominated",
	"enrolled",
	"waiting",
	"declined",
	"not-admitted",
	"withdrawn",
	"left",
] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

export type EnrolmentWay =
	| "invitation"
	| "application"
	| "nomination"
	| "import"
	| "demonstration";

/**
 * What can be done with an enrolment. By the person: accept, decline, apply,
 * withdraw. By the program manager: admit, refuse, hold (on the waiting list),
 * invite. By what happens: leave.
 */
export type EnrolmentAct =
	| "accept"
	| "decline"
	| "apply"
	| "withdraw"
	| "admit"
	| "refuse"
	| "hold"
	| "invite"
	| "leave";

/**
 * The status an act leads to, or undefined where the act makes no sense (any
 * more): someone else was faster. A nomination needs two yeses, in either
 * order: the person's makes it an application, the program manager's an
 * invitation. Where `enrolled` comes out, places decide whether it is `waiting`.
 */
export function statusAfter(
	act: EnrolmentAct,
	{
		status,
		how,
	}: { readonly status: EnrolmentStatus; readonly how: EnrolmentWay },
): EnrolmentStatus | undefined {
	const from = transitions[act];
	const to = from[status];
	return act === "accept" && status === "declined" && how === "nomination"
		? "applied"
		: to;
}

/** Taking part, or on the way to it: what ends when someone leaves. */
export function isOpen(status: EnrolmentStatus): boolean {
	return transitions.leave[status] !== undefined;
}

type Transitions = Readonly<
	Record<
		EnrolmentAct,
		Readonly<Partial<Record<EnrolmentStatus, EnrolmentStatus>>>
	>
>;

const transitions: Transitions = {
	// Whoever was enrolled by somebody else may say yes or no to it; a no may be taken back.
	accept: {
		invited: "enrolled",
		nominated: "applied",
		enrolled: "enrolled",
		declined: "enrolled",
	},
	decline: {
		invited: "declined",
		nominated: "declined",
		enrolled: "declined",
		waiting: "declined",
	},
	apply: {
		declined: "applied",
		withdrawn: "applied",
		invited: "applied",
		left: "applied",
	},
	withdraw: {
		applied: "withdrawn",
		enrolled: "withdrawn",
		waiting: "withdrawn",
	},
	admit: { applied: "enrolled", waiting: "enrolled", nominated: "invited" },
	refuse: {
		applied: "not-admitted",
		waiting: "not-admitted",
		nominated: "not-admitted",
	},
	hold: { applied: "waiting", enrolled: "waiting" },
	invite: {
		invited: "invited",
		declined: "invited",
		withdrawn: "invited",
		"not-admitted": "invited",
		left: "invited",
	},
	leave: {
		invited: "left",
		applied: "left",
		nominated: "left",
		enrolled: "left",
		waiting: "left",
	},
};
