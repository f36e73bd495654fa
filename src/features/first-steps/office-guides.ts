import { t } from "../../ui/text.ts";
import { type Guide, inProgram, type Places } from "./guide.ts";

export function managerGuide(places: Places): Guide {
	return {
		role: "program-manager",
		title: t("As a program manager"),
		purpose: t(
			"You make it possible that people meet who would not have met. You see whether they meet and never what they say.",
		),
		expected: [
			t(
				"Whoever is proposed knows why, and whoever is not is told what would change it.",
			),
			t("Every decision by hand has a reason that you would say aloud."),
			t("Figures under five people are not asked for, not even in confidence."),
		],
		first: {
			title: t("Your first four weeks"),
			lines: [
				t("Week one: charter, agreements and who may take part."),
				t("Week two: invitations; talk to the mentors yourself."),
				t(
					"Week three: the round, looked at with the committee before anybody is told.",
				),
				t(
					"Week four: the first dates are taken. Where none is, the two are asked first.",
				),
			],
		},
		steps: [
			{
				id: "manager-charter",
				label: t("Write what the program is for"),
				hint: t(
					"The question of the business, not of the personnel department.",
				),
				href: inProgram(places, "/charter"),
			},
			{
				id: "manager-agreements",
				label: t("Publish what people promise each other"),
				hint: t("Starter texts in two languages are there."),
				href: inProgram(places, "/agreements"),
			},
			{
				id: "manager-eligibility",
				label: t("Say who may take part"),
				hint: t("The preview tells in counts whom a rule would leave out."),
				href: inProgram(places, "/eligibility"),
			},
			{
				id: "manager-round",
				label: t("Look at a first round"),
				hint: t("Nobody is told anything before you publish it."),
				href: inProgram(places, "/rounds"),
			},
			{
				id: "manager-rhythm",
				label: t("Know where you see whether people meet"),
				hint: t("Counts from five on, and who asked for help; nothing else."),
				href: inProgram(places, "/health"),
			},
		],
	};
}

export function committeeGuide(places: Places): Guide {
	return {
		role: "committee-member",
		title: t("As a member of the steering committee"),
		purpose: t(
			"You decide what counts when people are paired, and answer for it. Software carries out what you resolved, and shows what follows from it.",
		),
		expected: [
			t("You decide on rules, not on people you like."),
			t("You give a reason that may be read in two years."),
			t("You say when you are part of what is decided, and step back."),
		],
		steps: [
			{
				id: "committee-charter",
				label: t("Read the charter"),
				hint: t("Three minutes. It is what you are measured by."),
				href: inProgram(places, "/charter"),
			},
			{
				id: "committee-eligibility",
				label: t("See whom the rules leave out"),
				hint: t("In counts, by group."),
				href: inProgram(places, "/eligibility"),
			},
			{
				id: "committee-audits",
				label: t("Read one equity audit"),
				hint: t("What would have been otherwise had groups changed places."),
				href: inProgram(places, "/audits"),
			},
			{
				id: "committee-changes",
				label: t("See what is decided between rounds"),
				hint: t("Pairs that need a look since people moved."),
				href: inProgram(places, "/changes"),
			},
		],
	};
}

export function facilitatorGuide(): Guide {
	return {
		role: "facilitator",
		title: t("As a facilitator"),
		purpose: t(
			"You help people talk when one of them asks. You are offered and never imposed, and you read nothing of what they wrote.",
		),
		expected: [
			t("You answer within two working days, even if it is only to say when."),
			t("Whoever asked decides whether the other learns of you."),
			t("You tell nobody, whoever asks, and you take no side."),
		],
		first: {
			title: t("A first talk, in half an hour"),
			lines: [
				t("What made you write today? Let silence do its work."),
				t("What did the two of you hope for at the beginning?"),
				t("What would be a good next step, and who takes it?"),
				t("Would it help to talk as three, to pause, or to end well?"),
			],
		},
		steps: [
			{
				id: "facilitator-limit",
				label: t("Say how many cases you take at once"),
				hint: t("Nobody helps well with too many."),
				href: "/cases",
			},
			{
				id: "facilitator-calendar",
				label: t("Say when you can meet"),
				hint: t("Paint your hours once, or subscribe your calendar."),
				href: "/me/calendar",
			},
			{
				id: "facilitator-mail",
				label: t("Say when mails reach you"),
				hint: t("A mail comes when somebody asks for help; it names nobody."),
				href: "/me/mail",
			},
			{
				id: "facilitator-learn",
				label: t("Take a lesson on difficult conversations"),
				hint: t("At your own pace; nobody sees what you take."),
				href: "/learning",
			},
		],
	};
}
