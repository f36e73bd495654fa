import { z } from "zod";
import { instantOf } from "../../domain/calendar/wall-time.ts";
import { signedIn } from "../../platform/http/guard.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
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
import { usualZone } from "../calendar/queries.ts";
import { enterProgram } from "../programs/standing.ts";
import { minuteOf } from "../sessions/commands/series.ts";
import { callOff, moveRoundtable, offerRoundtable } from "./commands/host.ts";
import { giveSeatBack, keepSeat, takeSeat } from "./commands/seats.ts";
import { MoveRoundtableForm, RoundtableForm } from "./forms.ts";
import { findRoundtable, roundtablesOf } from "./queries.ts";
import { MoveRoundtablePage } from "./views/move-roundtable-page.tsx";
import { NewRoundtablePage } from "./views/new-roundtable-page.tsx";
import { RoundtablePage } from "./views/roundtable-page.tsx";
import { RoundtablesPage } from "./views/roundtables-page.tsx";

const path = "/programs/:program/roundtables";
const one = `${path}/:roundtable` as const;
const nothing = z.object({});

/** Roundtables: set by somebody who mentors in a program, for those who have a place in it. */
export const roundtableRoutes: readonly Route[] = [
	page(path, {
		allow: signedIn,
		what: "The roundtables to come in a program, for those who have a place in it and who run it",
		show: async (visit) => {
			const { program, isMentor, standing } = await enter(visit);
			return show(
				<RoundtablesPage
					frame={visit.frame}
					standing={standing}
					isMentor={isMentor}
					zone={await zoneOf(visit)}
					roundtables={
						await roundtablesOf(visit.db, program.id, {
							person: visitorOf(visit).id,
							now: visit.now,
						})
					}
				/>,
			);
		},
	}),
	page(`${path}/new`, {
		allow: signedIn,
		what: "A form that sets a roundtable, for those who mentor in a program",
		show: (visit) => newPage(visit),
	}),
	action(path, {
		allow: signedIn,
		what: "Set a roundtable, as somebody who mentors in a program",
		form: RoundtableForm,
		act: async (visit, form) => {
			const program = await mentored(visit);
			const id = await offerRoundtable(visit.tx, {
				topic: form.topic,
				seats: form.seats,
				program: program.id,
				host: visitorOf(visit).id,
				...timeOf(form, await zoneOf(visit)),
			});
			return redirect(
				`/programs/${program.id}/roundtables/${id}`,
				done(t("It is offered. Everyone in the program finds it.")),
			);
		},
		again: (visit, state) => newPage(visit, state),
	}),
	page(one, {
		allow: signedIn,
		what: "A roundtable: when, what about, who sits at it and who waits, for those in its program",
		show: async (visit) => {
			const { manages } = await enter(visit);
			const roundtable = await found(visit);
			return show(
				<RoundtablePage
					frame={visit.frame}
					roundtable={roundtable}
					visitor={visitorOf(visit).id}
					isGuest={!manages || (await hasPlace(visit))}
					zone={await zoneOf(visit)}
					now={visit.now}
				/>,
			);
		},
	}),
	action(`${one}/take`, {
		allow: signedIn,
		what: "Ask for a seat at a roundtable, as somebody with a place in its program",
		form: nothing,
		act: async (visit) => {
			const me = visitorOf(visit).id;
			if (!(await hasPlace(visit))) throw new NotFound();
			await takeSeat(visit.tx, await found(visit), me);
			const { ownPlace, seats } = await found(visit);
			return back(
				visit,
				(ownPlace ?? 0) <= seats
					? t("You have a seat. Your calendar gets an invitation.")
					: t(
							"You wait. Should a seat come free, your calendar gets an invitation.",
						),
			);
		},
	}),
	action(`${one}/give-back`, {
		allow: signedIn,
		what: "Give back one’s seat at a roundtable, or wait no longer",
		form: nothing,
		act: async (visit) => {
			await giveSeatBack(visit.tx, await found(visit), visitorOf(visit).id);
			return back(visit, t("It is given back. Nobody asks for reasons."));
		},
	}),
	action(`${one}/keep`, {
		allow: signedIn,
		what: "Keep one’s seat at a roundtable that was moved",
		form: nothing,
		act: async (visit) => {
			await keepSeat(visit.tx, await found(visit), visitorOf(visit).id);
			return back(visit, t("You keep your seat."));
		},
	}),
	page(`${one}/move`, {
		allow: signedIn,
		what: "A form that moves a roundtable, for its host",
		show: (visit) => movePage(visit),
	}),
	action(`${one}/move`, {
		allow: signedIn,
		what: "Move a roundtable to another time or place, as its host",
		form: MoveRoundtableForm,
		act: async (visit, form) => {
			const roundtable = await hosted(visit);
			await moveRoundtable(visit.tx, roundtable, {
				host: visitorOf(visit).id,
				...timeOf(form, await zoneOf(visit)),
			});
			return back(
				visit,
				t(
					"It is moved. Everyone with a seat is told and asked anew; those who wait are told.",
				),
			);
		},
		again: (visit, state) => movePage(visit, state),
	}),
	action(`${one}/call-off`, {
		allow: signedIn,
		what: "Call a roundtable off, as its host",
		form: nothing,
		act: async (visit) => {
			await callOff(visit.tx, await found(visit), visitorOf(visit).id);
			return back(visit, t("It is called off. Everyone at it is told."));
		},
	}),
];

type ProgramVisit = Pick<Visit, "db" | "visitor" | "frame" | "today"> & {
	readonly params: { readonly program: string };
};
type TableVisit = ProgramVisit & {
	readonly params: { readonly roundtable: string };
};

/** For those who have a place in the program or run it; for all others it is not there. */
async function enter(visit: ProgramVisit) {
	const standing = await enterProgram(visit);
	const { program, own, manages } = standing;
	const places = own.filter(({ status }) => status === "enrolled");
	if (!manages && places.length === 0) throw new NotFound();
	return {
		standing,
		program,
		manages,
		hasPlace: places.length > 0,
		isMentor: places.some(({ side }) => side === "mentor"),
	};
}

async function hasPlace(visit: ProgramVisit): Promise<boolean> {
	return (await enter(visit)).hasPlace;
}

async function mentored(visit: ProgramVisit) {
	const { program, isMentor } = await enter(visit);
	if (!isMentor) throw new NotFound();
	if (program.status === "closed")
		throw new Conflict(
			t("This program is closed: nobody hosts a roundtable in it any more."),
		);
	return program;
}

function found(visit: TableVisit) {
	return findRoundtable(visit.db, visit.params, visitorOf(visit).id);
}

async function hosted(visit: TableVisit) {
	const roundtable = await found(visit);
	if (roundtable.host !== visitorOf(visit).id) throw new NotFound();
	return roundtable;
}

function timeOf(
	{ day, time, minutes, place }: z.infer<typeof MoveRoundtableForm>,
	zone: string,
) {
	const startsAt = instantOf(day, minuteOf(time), zone);
	return {
		startsAt: new Date(startsAt),
		endsAt: new Date(startsAt + minutes * 60_000),
		zone,
		place,
	};
}

function back({ params }: TableVisit, said: string) {
	return redirect(
		`/programs/${params.program}/roundtables/${params.roundtable}`,
		done(said),
	);
}

async function zoneOf(visit: ProgramVisit): Promise<string> {
	return visitorOf(visit).timeZone ?? usualZone(visit.db);
}

async function newPage(visit: ProgramVisit, state?: FormState) {
	return show(
		<NewRoundtablePage
			frame={visit.frame}
			program={await mentored(visit)}
			zone={await zoneOf(visit)}
			today={visit.today}
			state={state}
		/>,
	);
}

async function movePage(visit: TableVisit, state?: FormState) {
	const roundtable = await hosted(visit);
	if (roundtable.calledOffAt !== null) throw new NotFound();
	return show(
		<MoveRoundtablePage
			frame={visit.frame}
			roundtable={roundtable}
			zone={await zoneOf(visit)}
			today={visit.today}
			state={state}
		/>,
	);
}
