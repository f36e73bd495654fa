import { z } from "zod";
import { holdingIn, signedIn } from "../../../platform/http/guard.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import {
	action,
	page,
	type Route,
	stream,
} from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { daysAfter } from "../../programs/day.ts";
import { enterProgram } from "../../programs/standing.ts";
import { kindsOf, policyOf } from "../policy-document.ts";
import { whyYouTwo } from "../queries/proposal.ts";
import { readiness } from "../queries/readiness.ts";
import { findRound, roundTopic } from "../queries/rounds.ts";
import type { RoundVisit } from "../routes/round-visit.ts";
import {
	answerTalks,
	beginChemistry,
	type Said,
	stopTalks,
} from "./commands.ts";
import {
	answeredPeople,
	findChemistry,
	ownTalks,
	plannedTalks,
} from "./queries.ts";
import { talkChoices } from "./said.ts";
import { BeginTalksPage } from "./views/begin-page.tsx";
import { OwnTalksPage } from "./views/own-page.tsx";
import { TalksPage } from "./views/talks-page.tsx";

const managers = holdingIn("program", "program-manager");
const path = "/programs/:program/rounds/:round/talks";

const whole = (most: number) =>
	z
		.string()
		.trim()
		.regex(/^\d{1,2}$/, { error: () => t("Enter a whole number.") })
		.transform(Number)
		.refine((count) => count >= 1 && count <= most, {
			error: () => t("Enter a number from 1 to {most}.", { most }),
		});

const TermsForm = z.object({
	talksEach: whole(3),
	mostTalks: whole(20),
	answerBy: z.iso.date({ error: () => t("Enter a day.") }),
});

const SaidForm = z.record(
	z.string(),
	z.union([z.string(), z.array(z.string())]),
);

/** Short talks before pairs are made: asked for by the program manager, answered in private. */
export const chemistryRoutes: readonly Route[] = [
	page(path, {
		allow: managers,
		what: "The talks of a round: who is asked to meet whom, never what came of it",
		show: (visit) => talksPage(visit),
	}),
	action(path, {
		allow: managers,
		what: "Ask people to talk before they are paired",
		form: TermsForm,
		act: async (visit, terms) => {
			await enterProgram(visit);
			if (terms.answerBy <= visit.today)
				throw new Invalid({ answerBy: t("Choose a day after today.") });
			if (terms.answerBy > daysAfter(visit.today, 90))
				throw new Invalid({
					answerBy: t("Choose a day within three months."),
				});
			await beginChemistry(visit.tx, visit.params, {
				...terms,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			const { program, round } = visit.params;
			return redirect(`/programs/${program}/rounds/${round}/talks`);
		},
		again: (visit, state) => talksPage(visit, state),
	}),
	stream(`${path}/progress`, {
		allow: managers,
		what: "Whether the talks of a round are proposed",
		follow: async function* ({ params }, look, heard) {
			for (;;) {
				const change = heard(roundTopic(params.round));
				const { round, chemistry } = await look(async (db) => {
					const round = await findRound(db, params);
					return { round, chemistry: await findChemistry(db, round.id) };
				});
				if (chemistry?.problem !== null || chemistry.proposedAt !== null) {
					const href = `/programs/${round.program}/rounds/${round.id}/talks`;
					yield { text: t("Done"), href };
					return;
				}
				yield { text: t("Looking for the talks that are best for all") };
				await change;
			}
		},
	}),
	action(`${path}/end`, {
		allow: managers,
		what: "End the talks of a round, so that pairs can be proposed",
		form: z.object({}),
		act: async (visit) => {
			const { program, round } = visit.params;
			await stopTalks(visit.tx, visit.params);
			return redirect(
				`/programs/${program}/rounds/${round}`,
				done(t("The talks are over. Pairs proposed now weigh what was said.")),
			);
		},
	}),
	page("/talks/:round", {
		allow: signedIn,
		what: "One's own talks in a round, and what one said of them",
		show: (visit) => ownPage(visit),
	}),
	action("/talks/:round", {
		allow: signedIn,
		what: "Say in private how one's talks were",
		form: SaidForm,
		act: async (visit, typed) => {
			const { round } = visit.params;
			const said = readSaid(typed);
			if (said.length === 0)
				throw new Invalid({}, t("Say of at least one talk how it was."));
			await answerTalks(visit.tx, { round, person: visitorOf(visit).id }, said);
			return redirect(
				`/talks/${round}`,
				done(t("Noted. Only the pairing reads it.")),
			);
		},
		again: (visit, state) => ownPage(visit, state),
	}),
];

async function talksPage(visit: RoundVisit, state?: FormState) {
	const { db, frame, today } = visit;
	const standing = await enterProgram(visit);
	const round = await findRound(db, visit.params);
	const chemistry = await findChemistry(db, round.id);
	if (chemistry === undefined || chemistry.problem !== null)
		return show(
			<BeginTalksPage
				frame={frame}
				standing={standing}
				round={round}
				problem={chemistry?.problem ?? undefined}
				ready={await readiness(db, round, today)}
				weighsWishes={weighsWishes(round.policy)}
				hasKinds={kindsOf(round.policy).length > 0}
				answerBy={daysAfter(today, 14)}
				tomorrow={daysAfter(today, 1)}
				state={state}
			/>,
		);
	return show(
		<TalksPage
			frame={frame}
			standing={standing}
			round={round}
			chemistry={chemistry}
			talks={await plannedTalks(db, round.id)}
			people={await answeredPeople(db, round.id)}
		/>,
	);
}

async function ownPage(
	visit: Omit<Visit, "params"> & {
		readonly params: { readonly round: string };
	},
	state?: FormState,
) {
	const { db, frame, today } = visit;
	const talks = await ownTalks(db, visit.params.round, visitorOf(visit).id);
	const reasons = new Map<string, readonly string[]>();
	for (const talk of talks) {
		const { sought } = await whyYouTwo(db, talk, today);
		reasons.set(
			talk.id,
			sought.map(({ name }) => name),
		);
	}
	return show(
		<OwnTalksPage
			frame={frame}
			round={visit.params.round}
			talks={talks}
			reasons={reasons}
			today={today}
			state={state}
		/>,
	);
}

/** Whether the policy gives points for a wish on either side: what a yes after a talk is worth. */
function weighsWishes(policy: Parameters<typeof policyOf>[0]): boolean {
	return policyOf(policy).terms.some(
		({ measure }) => "column" in measure && measure.column === "wishes",
	);
}

function readSaid(
	typed: Readonly<Record<string, string | readonly string[]>>,
): readonly Said[] {
	return Object.entries(typed).flatMap(([name, value]) => {
		const talk = /^answer-(.+)$/.exec(name)?.[1];
		const answer = talkChoices.find((choice) => choice === value);
		if (talk === undefined || answer === undefined) return [];
		const rank = Number(typed[`preference-${talk}`]);
		const preference = [1, 2, 3].includes(rank) ? rank : null;
		return [{ talk, answer, preference }];
	});
}
