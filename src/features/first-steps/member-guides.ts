import { t } from "../../ui/text.ts";
import { type Guide, inRelationship, type Places } from "./guide.ts";

export function mentorGuide(places: Places): Guide {
	return {
		role: "mentor",
		title: t("As a mentor"),
		purpose: t(
			"You lend somebody your judgement: how you decide when the facts do not decide for you. You are not asked for answers, and not for promotion.",
		),
		expected: [
			t("You keep the dates you take, or move them in time."),
			t("What is said stays between you; nobody asks you to report on it."),
			t("You say so when it is too much. Pausing is always possible."),
		],
		first: {
			title: t("Your first meeting, in forty minutes"),
			lines: [
				t(
					"Ten minutes: what each of you is working on, and what keeps you awake.",
				),
				t("Ten minutes: what should be different for your mentee in a year."),
				t(
					"Ten minutes: a decision of yours that went wrong, and what you know now.",
				),
				t(
					"Five minutes: how often, how long, and who writes when something comes up.",
				),
				t("Five minutes: what stays between you, and the next date."),
			],
		},
		steps: [
			{
				id: "mentor-offers",
				label: t("Say what you have to offer"),
				hint: t("Five competencies are plenty. Proposals are made from them."),
				href: "/me/offers",
			},
			{
				id: "mentor-hours",
				label: t("Say how much time you give"),
				hint: t("In hours a month; nothing is proposed to you beyond that."),
				href: "/me/load",
			},
			{
				id: "mentor-calendar",
				label: t("Say when you can meet"),
				hint: t("Paint your hours once, or subscribe your calendar."),
				href: "/me/calendar",
			},
			{
				id: "mentor-promises",
				label: t("Read what you promise each other"),
				hint: t(
					"Boundaries, confidentiality, ethics: each of you accepts alone.",
				),
				href: inRelationship(places, "/agreements"),
			},
			{
				id: "mentor-prepare",
				label: t("Prepare one story that did not go well"),
				hint: t("People learn more from it than from what succeeded."),
				href: inRelationship(places, "/notes"),
			},
			{
				id: "mentor-date",
				label: t("Take a first date"),
				hint: t("Two taps; the invitation goes to both calendars."),
				href: inRelationship(places, "/sessions/new"),
			},
		],
	};
}

export function menteeGuide(places: Places): Guide {
	return {
		role: "mentee",
		title: t("As a mentee"),
		purpose: t(
			"You get an hour with somebody who has no stake in your line. What it becomes is yours to decide: you bring the questions.",
		),
		expected: [
			t("You come with a question, not only with a status."),
			t("You do what you said, or say that you did not."),
			t("What is said stays between you."),
		],
		first: {
			title: t("Your first meeting, in forty minutes"),
			lines: [
				t("Say in three sentences what you do and what is at stake in it."),
				t(
					"Say what should be different in a year, even if it is not clear yet.",
				),
				t("Ask how they decided something that nobody could be sure of."),
				t(
					"Agree how often you meet, and that either may say it does not help.",
				),
				t("Take the next date before you part."),
			],
		},
		steps: [
			{
				id: "mentee-seeks",
				label: t("Say in what you want to grow"),
				hint: t("Two or three competencies. Proposals are made from them."),
				href: "/me/seeks",
			},
			{
				id: "mentee-style",
				label: t("Say how you like to talk"),
				hint: t("Ten short questions, used for pairing and shown to no one."),
				href: "/me/style",
			},
			{
				id: "mentee-calendar",
				label: t("Say when you can meet"),
				hint: t("Paint your hours once, or subscribe your calendar."),
				href: "/me/calendar",
			},
			{
				id: "mentee-promises",
				label: t("Read what you promise each other"),
				hint: t(
					"Boundaries, confidentiality, ethics: each of you accepts alone.",
				),
				href: inRelationship(places, "/agreements"),
			},
			{
				id: "mentee-goal",
				label: t("Write down what should be different in a year"),
				hint: t("A sentence is enough. It may change."),
				href: inRelationship(places, "/goals"),
			},
			{
				id: "mentee-date",
				label: t("Take a first date"),
				hint: t("Two taps; the invitation goes to both calendars."),
				href: inRelationship(places, "/sessions/new"),
			},
		],
	};
}

export function lineManagerGuide(): Guide {
	return {
		role: "line-manager",
		title: t("As a line manager"),
		purpose: t(
			"Somebody of yours may learn from a person outside your line. You give the time, and leave the conversation to them.",
		),
		expected: [
			t("You do not ask what was said. The result shows in the work."),
			t("You keep the hour free, also in a busy week."),
			t("You put people forward who are not seen yet, with a reason."),
		],
		steps: [
			{
				id: "line-programs",
				label: t("See which programs take nominations"),
				hint: t("Each says whom it is for and how much time it takes."),
				href: "/programs",
			},
			{
				id: "line-nominate",
				label: t("Think of one person nobody would name first"),
				hint: t("A nomination needs one sentence; they decide themselves."),
				href: "/programs",
			},
			{
				id: "line-talk",
				label: t("Tell your people that the time is theirs"),
				hint: t("An hour a month, during working hours, without a report."),
				href: "/people",
			},
		],
	};
}
