import { z } from "zod";
import { holding, signedIn } from "../../../platform/http/guard.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
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
import { mailPeople } from "../../programs/letters.ts";
import {
	answerErasure,
	askForErasure,
	withdrawErasure,
} from "../commands/erasures.ts";
import { ownData } from "../export.ts";
import { refusedErasureLetter } from "../letters.ts";
import {
	erasureList,
	erasureRequestOf,
	erasures,
} from "../queries/erasures.ts";
import { AnswerErasuresPage } from "../views/answer-erasures.tsx";
import { ErasurePage } from "../views/erasure.tsx";

const administrators = holding("administrator");

const AnswerForm = z.object({
	outcome: z.enum(["confirmed", "refused"]),
	reason: z.string().trim().max(1000).default(""),
});

export const erasureRoutes: readonly Route[] = [
	page("/me/data/erasure", {
		allow: signedIn,
		what: "What being erased would delete, what stays and why; one's request",
		show: async (visit) => {
			const { id } = visitorOf(visit);
			const data = await ownData(visit.db, id);
			return show(
				<ErasurePage
					frame={visit.frame}
					counts={
						new Map(data.map(({ row, rows }) => [row.table, rows.length]))
					}
					request={await erasureRequestOf(visit.db, id)}
				/>,
			);
		},
	}),
	action("/me/data/erasure", {
		allow: signedIn,
		what: "Ask to be erased",
		form: z.object({}),
		act: async (visit) => {
			await askForErasure(visit.tx, visitorOf(visit).id);
			return redirect(
				"/me/data/erasure",
				done(
					t("Asked. An administrator answers; until then nothing changes."),
					{
						action: "/me/data/erasure/withdraw",
						label: t("Undo"),
					},
				),
			);
		},
	}),
	action("/me/data/erasure/withdraw", {
		allow: signedIn,
		what: "Withdraw one's request to be erased",
		form: z.object({}),
		act: async (visit) => {
			await withdrawErasure(visit.tx, visitorOf(visit).id);
			return redirect("/me/data/erasure", done(t("Withdrawn.")));
		},
	}),
	page("/administration/erasures", {
		allow: administrators,
		what: "Who asked to be erased, and what became of it",
		show: (visit) => officePage(visit),
	}),
	action("/administration/erasures/:request/answer", {
		allow: administrators,
		what: "Confirm or refuse an erasure; confirmed, it is carried out at once",
		form: AnswerForm,
		act: async (visit, { outcome, reason }) => {
			const person = await answerErasure(visit.tx, idIn(visit.params.request), {
				by: visitorOf(visit).id,
				outcome,
				reason,
			});
			if (outcome === "refused")
				await mailPeople(visit.tx, {
					kind: "erasure",
					event: `erasure ${visit.params.request}`,
					people: [person],
					letter: ({ firstName }) =>
						refusedErasureLetter({ firstName, reason, origin: visit.origin }),
				});
			return redirect(
				"/administration/erasures",
				done(
					outcome === "confirmed"
						? t("Confirmed; it is carried out now.")
						: t("Refused; the person reads why."),
				),
			);
		},
		again: (visit, state) => officePage(visit, state),
	}),
	page("/administration/erasures/list.json", {
		allow: administrators,
		what: "The list of erasures, to repeat them after a backup was restored",
		show: async (visit) =>
			download(
				"erasures.json",
				"application/json",
				`${JSON.stringify({ format: "baton-erasures", version: 1, erasures: await erasureList(visit.db) }, null, "\t")}\n`,
			),
	}),
];

async function officePage(visit: Visit, state?: FormState) {
	return show(
		<AnswerErasuresPage
			frame={visit.frame}
			requests={await erasures(visit.db)}
			me={visitorOf(visit).id}
			state={state}
		/>,
	);
}

function idIn(text: string): string {
	const read = z.uuid().safeParse(text);
	if (!read.success) throw new NotFound();
	return read.data;
}
