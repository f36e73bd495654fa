import { z } from "zod";
import { holdingIn, signedIn } from "../../../platform/http/guard.ts";
import { Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	download,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { closeEarly, enterBeacon } from "../commands/lottery-draw.ts";
import { openLottery } from "../commands/lottery-list.ts";
import { daysAfter } from "../day.ts";
import { BeaconForm, OpenLotteryForm } from "../forms/lottery.ts";
import { placesIn } from "../queries/enrolments.ts";
import {
	findLottery,
	listFigures,
	lotteryRecord,
	ownEntry,
} from "../queries/lottery.ts";
import { enterProgram, holdsIn, uuidIn } from "../standing.ts";
import { LotteryPage } from "../views/lottery.tsx";
import { OpenLotteryPage } from "../views/lottery-form.tsx";

const managing = holdingIn("program", "program-manager");

/** Who gets a place where there are too few: opened, closed, drawn, and checked by anyone. */
export const lotteryPages: readonly Route[] = [
	page("/programs/:program/lottery", {
		allow: signedIn,
		what: "The lottery of a program, with one's own number, for everyone who may know of the program",
		show: (visit) => lotteryPage(visit),
	}),
	page("/programs/:program/lottery.json", {
		allow: signedIn,
		what: "The record of a draw, in numbers that stand for people, to be checked by anyone",
		show: async (visit) => {
			const { program } = await enterProgram(visit);
			const record = await lotteryRecord(visit.db, program);
			if (record === undefined) throw new NotFound();
			return download(
				"lottery.json",
				"application/json",
				`${JSON.stringify(record, null, "\t")}\n`,
			);
		},
	}),
	action("/programs/:program/lottery", {
		allow: managing,
		what: "Open a lottery: from then on the draw alone gives mentees their places",
		form: OpenLotteryForm,
		act: async (visit, input) => {
			const program = uuidIn(visit.params.program);
			if (input.closesOn < visit.today)
				throw new Invalid({ closesOn: t("Choose today or a later day.") });
			if (input.closesOn > daysAfter(visit.today, 180))
				throw new Invalid({ closesOn: t("Choose a day within six months.") });
			await openLottery(visit.tx, program, {
				...input,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			return redirect(
				`/programs/${program}/lottery`,
				done(
					t(
						"The list is open. Everyone concerned gets the hash of the seed by mail.",
					),
				),
			);
		},
		again: (visit, state) => lotteryPage(visit, state),
	}),
	action("/programs/:program/lottery/close", {
		allow: managing,
		what: "Close a lottery's list before its last day, once everyone invited has answered",
		form: z.object({}),
		act: async (visit) => {
			const program = uuidIn(visit.params.program);
			await closeEarly(visit.tx, program, visit.origin);
			return redirect(
				`/programs/${program}/lottery`,
				done(t("The list is closed and frozen.")),
			);
		},
	}),
	action("/programs/:program/lottery/beacon", {
		allow: holdingIn("program", "program-manager", "committee-member"),
		what: "Enter the public text that was promised for a draw, which makes the draw",
		form: BeaconForm,
		act: async (visit, { beacon }) => {
			const program = uuidIn(visit.params.program);
			await enterBeacon(visit.tx, program, {
				beacon,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			return redirect(
				`/programs/${program}/lottery`,
				done(t("The draw is made.")),
			);
		},
		again: (visit, state) => lotteryPage(visit, state),
	}),
];

async function lotteryPage(
	visit: Omit<Visit, "params"> & {
		readonly params: { readonly program: string };
	},
	state?: FormState,
) {
	const { db, frame, today } = visit;
	const standing = await enterProgram(visit);
	const { program, manages } = standing;
	const lottery = await findLottery(db, program.id);
	if (lottery === undefined) {
		if (!manages) throw new NotFound();
		return show(
			<OpenLotteryPage
				frame={frame}
				standing={standing}
				places={await placesIn(db, program.id, today)}
				closesOn={daysAfter(today, 14)}
				today={today}
				state={state}
			/>,
		);
	}
	return show(
		<LotteryPage
			frame={frame}
			standing={standing}
			lottery={lottery}
			figures={await listFigures(db, lottery)}
			own={await ownEntry(db, lottery.id, visitorOf(visit).id)}
			record={await lotteryRecord(db, program)}
			mayDraw={holdsIn(visitorOf(visit), program.id, [
				"program-manager",
				"committee-member",
			])}
			state={state}
		/>,
	);
}
