import {
	readStyleChoice,
	styleQuestions,
} from "../../../domain/style/questions.ts";
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
import { t } from "../../../ui/text.ts";
import { activeCompetencies, byCluster } from "../../competencies/queries.ts";
import {
	saveAvailability,
	saveLevels,
	saveStyle,
	saveWords,
} from "../commands/own.ts";
import {
	AvailabilityForm,
	SkillsForm,
	StyleForm,
	WordsForm,
} from "../forms/own.ts";
import {
	customFields,
	employmentOf,
	peopleOffice,
} from "../queries/employment.ts";
import {
	ownAvailability,
	ownFacts,
	ownLevels,
	ownStyle,
	ownWords,
	readingsOf,
	type SkillSide,
} from "../queries/own.ts";
import { findPerson, offersOf, seeksOf } from "../queries/person.ts";
import { AvailabilityPage } from "../views/availability-form.tsx";
import { OwnPage } from "../views/own.tsx";
import { SkillsPage } from "../views/skills-form.tsx";
import { StylePage } from "../views/style.tsx";
import { WordsPage } from "../views/words-form.tsx";

/** What people say about themselves: only they write it. */
export const ownRoutes: readonly Route[] = [
	page("/me", {
		allow: signedIn,
		what: "Everything Baton knows about oneself, and who has read it",
		show: (visit) => ownPage(visit),
	}),
	page("/me/words", {
		allow: signedIn,
		what: "The form for what one says about oneself",
		show: (visit) => wordsPage(visit),
	}),
	action("/me/words", {
		allow: signedIn,
		what: "Save what one says about oneself",
		form: WordsForm,
		act: async (visit, input) => {
			await saveWords(visit.tx, visitorOf(visit).id, input);
			return saved();
		},
		again: wordsPage,
	}),
	page("/me/availability", {
		allow: signedIn,
		what: "The form for languages, time zone, capacity and pause",
		show: (visit) => availabilityPage(visit),
	}),
	action("/me/availability", {
		allow: signedIn,
		what: "Save languages, time zone, capacity and pause",
		form: AvailabilityForm,
		act: async (visit, input) => {
			const until = input["paused-until"];
			if (until !== null && until <= visit.today)
				throw new Invalid({
					"paused-until": t("Choose a day in the future, or leave it empty."),
				});
			await saveAvailability(visit.tx, visitorOf(visit).id, {
				languages: input.languages,
				timeZone: input["time-zone"],
				capacity: input.capacity,
				pausedUntil: until,
				seen: input.seen,
			});
			return saved();
		},
		again: availabilityPage,
	}),
	...skillRoutes("/me/offers", "offer"),
	...skillRoutes("/me/seeks", "seek"),
	page("/me/style", {
		allow: signedIn,
		what: "The questionnaire on how one likes to talk, and its summary",
		show: (visit) => stylePage(visit),
	}),
	action("/me/style", {
		allow: signedIn,
		what: "Save the answers on how one likes to talk",
		form: StyleForm,
		act: async (visit, typed) => {
			const answers = styleQuestions.flatMap(({ key }) => {
				const choice = readStyleChoice(String(typed[key] ?? ""));
				return choice === undefined ? [] : [[key, choice] as const];
			});
			await saveStyle(visit.tx, visitorOf(visit).id, {
				answers: Object.fromEntries(answers),
				seen: String(typed["seen"] ?? ""),
			});
			return redirect("/me/style", done(t("Your answers are saved.")));
		},
		again: stylePage,
	}),
];

function skillRoutes(path: "/me/offers" | "/me/seeks", side: SkillSide) {
	const formPage = (visit: Visit, state?: FormState) =>
		skillsPage(visit, side, state);
	return [
		page(path, {
			allow: signedIn,
			what:
				side === "offer"
					? "The form for what one offers"
					: "The form for what one seeks",
			show: (visit) => formPage(visit),
		}),
		action(path, {
			allow: signedIn,
			what: side === "offer" ? "Save what one offers" : "Save what one seeks",
			form: SkillsForm,
			act: async (visit, { levels, seen }) => {
				await saveLevels(visit.tx, visitorOf(visit).id, { side, levels, seen });
				return side === "offer" && levels.size > 0
					? redirect(
							"/me/seeks",
							done(t("What you offer is saved. Now what you seek.")),
						)
					: saved();
			},
			again: formPage,
		}),
	];
}

function saved() {
	return redirect("/me", done(t("Saved.")));
}

async function ownPage(visit: Visit) {
	const { db } = visit;
	const me = visitorOf(visit).id;
	return show(
		<OwnPage
			frame={visit.frame}
			person={await findPerson(db, me)}
			employment={await employmentOf(db, me)}
			fields={await customFields(db)}
			office={await peopleOffice(db)}
			words={await ownWords(db, me)}
			availability={await ownAvailability(db, me)}
			offers={await offersOf(db, me)}
			seeks={await seeksOf(db, me)}
			answers={await ownStyle(db, me)}
			facts={await ownFacts(db, me)}
			readings={await readingsOf(db, me)}
		/>,
	);
}

async function wordsPage(visit: Visit, state?: FormState) {
	const words = await ownWords(visit.db, visitorOf(visit).id);
	return show(<WordsPage frame={visit.frame} words={words} state={state} />);
}

async function availabilityPage(visit: Visit, state?: FormState) {
	return show(
		<AvailabilityPage
			frame={visit.frame}
			availability={await ownAvailability(visit.db, visitorOf(visit).id)}
			today={visit.today}
			state={state}
		/>,
	);
}

async function skillsPage(visit: Visit, side: SkillSide, state?: FormState) {
	return show(
		<SkillsPage
			frame={visit.frame}
			side={side}
			clusters={byCluster(await activeCompetencies(visit.db))}
			levels={await ownLevels(visit.db, visitorOf(visit).id, side)}
			state={state}
		/>,
	);
}

async function stylePage(visit: Visit, state?: FormState) {
	return show(
		<StylePage
			frame={visit.frame}
			answers={await ownStyle(visit.db, visitorOf(visit).id)}
			state={state}
		/>,
	);
}
