import { delayed } from "../../../domain/sessions/commitments.ts";
import { actingAsPerson } from "../../../platform/database/acting.ts";
import { vaultOf } from "../../../platform/database/database.ts";
import { anyone } from "../../../platform/http/guard.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
} from "../../../platform/http/visit.ts";
import { formatDate, t } from "../../../ui/text.ts";
import { moveCommitment, settleCommitment } from "../commands/commitments.ts";
import { LinkedSettleForm } from "../forms.ts";
import { readCommitmentLink } from "../link.ts";
import { linkedCommitment } from "../queries/commitments.ts";
import {
	LinkedCommitmentPage,
	NoLinkedCommitmentPage,
} from "../views/linked-commitment-page.tsx";

/** A promise done or moved from the mail, without signing in. Opening the link shows; pressing acts: mail scanners open every link they find. */
export const linkedCommitmentRoutes: readonly Route[] = [
	page("/commitment/:token", {
		allow: anyone,
		what: "When something one promised is due, by a link from one’s mail (shows, settles nothing, reads nothing of it)",
		show: linkedPage,
	}),
	action("/commitment/:token", {
		allow: anyone,
		what: "Say that something one promised is done, or move it, by the link from one’s mail",
		form: LinkedSettleForm,
		act: async (visit, { answer, due }) => {
			const { tx, today, params } = visit;
			const link = linkOf(visit);
			if (link === undefined) throw new NotFound();
			const { commitment: id, person } = link;
			const said = await actingAsPerson(tx, person, async () => {
				const found = await linkedCommitment(tx, link);
				if (found === undefined || found.leftOn !== null) throw new NotFound();
				if (answer === "done") {
					await settleCommitment(tx, id, "done", "link");
					return t("Done. It leaves the agenda.");
				}
				const dueOn = delayed(due, today, answer);
				const moving = { dueOn, today, seen: due, through: "link" } as const;
				await moveCommitment(tx, id, moving);
				return t("Moved to {day}.", { day: formatDate(dueOn) });
			});
			return redirect(`/commitment/${params.token}`, done(said));
		},
		again: linkedPage,
	}),
];

type LinkVisit = Omit<Visit, "params"> & {
	readonly params: { readonly token: string };
};

function linkOf({ db, params, now }: LinkVisit) {
	return readCommitmentLink(vaultOf(db), params.token, now);
}

async function linkedPage(visit: LinkVisit) {
	const { db, frame, params, today, visitor } = visit;
	const link = linkOf(visit);
	if (link === undefined)
		return show(<NoLinkedCommitmentPage frame={frame} why="expired" />, 410);
	const { person } = link;
	if (visitor?.id === person) return redirect("/commitments");
	return actingAsPerson(db, person, async () => {
		const found = await linkedCommitment(db, link);
		if (found === undefined || found.leftOn !== null)
			return show(
				<NoLinkedCommitmentPage
					frame={frame}
					why={found === undefined ? "gone" : "left"}
				/>,
				410,
			);
		const { token } = params;
		return show(
			<LinkedCommitmentPage {...{ frame, token, today, commitment: found }} />,
		);
	});
}
