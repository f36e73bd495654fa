import { z } from "zod";
import { holdingIn, signedIn } from "../../../platform/http/guard.ts";
import { Invalid, NotFound } from "../../../platform/http/refusal.ts";
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
import { colleagueIn } from "../colleague.ts";
import { answerEnrolment, setTerms } from "../commands/answers.ts";
import { blockPair, setWishes, unblockPair } from "../commands/wishes.ts";
import {
	ApartForm,
	BlockForm,
	PairForm,
	TermsForm,
	UnblockForm,
	WishesForm,
} from "../forms/enrolment.ts";
import { blockedPairs, ownBlocks, wishesOf } from "../queries/wishes.ts";
import { enterProgram, uuidIn } from "../standing.ts";
import { ApartPage } from "../views/apart.tsx";
import { PartPage, type PartState } from "../views/part.tsx";

const managing = holdingIn("program", "program-manager");

/** One's own part: capacity, pause, farewell, wishes; and who is kept apart. */
export const partPages: readonly Route[] = [
	page("/programs/:program/part", {
		allow: signedIn,
		what: "One's own part in a program, with wishes nobody else reads",
		show: (visit) => partPage(visit),
	}),
	action("/programs/:program/part/wishes", {
		allow: signedIn,
		what: "Say with whom one would like to be paired",
		form: WishesForm,
		act: async (visit, input) => {
			const { program } = await ownStanding(visit);
			const self = visitorOf(visit).id;
			const wished: string[] = [];
			for (const [field, typed] of Object.entries(input))
				if (typed !== "")
					wished.push((await colleagueIn(visit.db, field, typed, self)).id);
			await setWishes(visit.tx, program.id, self, wished);
			return redirect(
				`/programs/${program.id}/part`,
				done(t("Your wishes are kept. Nobody is shown them.")),
			);
		},
		again: (visit, state) => partPage(visit, { form: "wishes", state }),
	}),
	action("/programs/:program/part/blocks", {
		allow: signedIn,
		what: "Ask not to be paired with somebody, without a reason",
		form: BlockForm,
		act: async (visit, { other }) => {
			const { program } = await ownStanding(visit);
			const self = visitorOf(visit).id;
			const found = await colleagueIn(visit.db, "other", other, self);
			await blockPair(visit.tx, program.id, {
				person: self,
				other: found.id,
				by: self,
			});
			return redirect(
				`/programs/${program.id}/part`,
				done(t("You two will not be paired.")),
			);
		},
		again: (visit, state) => partPage(visit, { form: "blocks", state }),
	}),
	action("/programs/:program/part/blocks/remove", {
		allow: signedIn,
		what: "Take such a wish back",
		form: UnblockForm,
		act: async (visit, { other }) => {
			const { program } = await enterProgram(visit);
			await unblockPair(visit.tx, program.id, {
				person: visitorOf(visit).id,
				other,
			});
			return redirect(`/programs/${program.id}/part`, done(t("Taken back.")));
		},
	}),
	action("/programs/:program/part/:enrolment", {
		allow: signedIn,
		what: "Change one's own capacity, or pause",
		form: TermsForm,
		act: async (visit, { capacity, pausedUntil }) => {
			const program = uuidIn(visit.params.program);
			await setTerms(
				visit.tx,
				uuidIn(visit.params.enrolment),
				visitorOf(visit).id,
				{ capacity, pausedUntil },
			);
			return redirect(`/programs/${program}/part`, done(t("Kept.")));
		},
		again: (visit, state) =>
			partPage(visit, { form: visit.params.enrolment, state }),
	}),
	action("/programs/:program/part/:enrolment/withdraw", {
		allow: signedIn,
		what: "Withdraw, without a reason",
		form: z.object({}),
		act: async (visit) => {
			const program = uuidIn(visit.params.program);
			await answerEnrolment(
				visit.tx,
				uuidIn(visit.params.enrolment),
				visitorOf(visit).id,
				{ act: "withdraw", origin: visit.origin, today: visit.today },
			);
			return redirect(
				`/programs/${program}`,
				done(t("You have withdrawn. Nobody was given a reason.")),
			);
		},
	}),
	page("/programs/:program/apart", {
		allow: managing,
		what: "Pairs that are not made, without reasons",
		show: (visit) => apartPage(visit),
	}),
	action("/programs/:program/apart", {
		allow: managing,
		what: "Enter a conflict of interest between two people",
		form: ApartForm,
		act: async (visit, input) => {
			const program = uuidIn(visit.params.program);
			const person = await colleagueIn(visit.db, "person", input.person);
			const other = await colleagueIn(visit.db, "other", input.other);
			if (person.id === other.id)
				throw new Invalid({ other: t("Enter two different people.") });
			await blockPair(visit.tx, program, {
				person: person.id,
				other: other.id,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/programs/${program}/apart`,
				done(t("These two will not be paired.")),
			);
		},
		again: (visit, state) => apartPage(visit, state),
	}),
	action("/programs/:program/apart/remove", {
		allow: managing,
		what: "Let two people be paired again",
		form: PairForm,
		act: async (visit, pair) => {
			const program = uuidIn(visit.params.program);
			await unblockPair(visit.tx, program, pair);
			return redirect(`/programs/${program}/apart`, done(t("Taken back.")));
		},
	}),
];

type OfProgram = Visit<"/programs/:program">;

// Wishes belong to whoever takes part; for others there is no such page.
async function ownStanding(visit: OfProgram) {
	const standing = await enterProgram(visit);
	if (standing.own.length === 0) throw new NotFound();
	return standing;
}

async function partPage(visit: OfProgram, again?: PartState) {
	const standing = await ownStanding(visit);
	const self = visitorOf(visit).id;
	const { id } = standing.program;
	return show(
		<PartPage
			frame={visit.frame}
			standing={standing}
			wishes={await wishesOf(visit.db, id, self)}
			blocks={await ownBlocks(visit.db, id, self)}
			today={visit.today}
			again={again}
		/>,
	);
}

async function apartPage(visit: OfProgram, state?: FormState) {
	const standing = await enterProgram(visit);
	return show(
		<ApartPage
			frame={visit.frame}
			standing={standing}
			pairs={await blockedPairs(visit.db, standing.program.id)}
			state={state}
		/>,
	);
}
