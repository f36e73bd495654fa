import { z } from "zod";
import { actAs } from "../../platform/database/database.ts";
import { anyone } from "../../platform/http/guard.ts";
import { Invalid, NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route, stream } from "../../platform/http/route.ts";
import { redirect, show, type Visit } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { signIn } from "../sign-in/commands.ts";
import { signedInWith } from "../sign-in/cookie.ts";
import { safePath } from "../sign-in/forms.ts";
import type { Preparation } from "./preparation.ts";
import { castMembers } from "./queries.ts";
import { PreparingPage } from "./views/preparing.tsx";

export type DemonstrationOptions = {
	/** Makes the demonstration's database when first asked, and says how far it is. */
	readonly preparation: Preparation;
	/** One-click sign-in is for a loopback address, unless whoever runs Baton says otherwise. */
	readonly isOpen: boolean;
	/** Baton was started as a demonstration: there is nothing behind it to go back to. */
	readonly isEverything: boolean;
};

/** The second door of an empty installation: in, who to be, and out again. */
export function demonstrationRoutes({
	preparation,
	isOpen,
	isEverything,
}: DemonstrationOptions): Route[] {
	return [
		action("/demonstration/enter", {
			allow: anyone,
			what: "Enter the demonstration, from an empty installation",
			isJournalled: false,
			form: z.object({}),
			act: async (visit) => {
				if (
					!isOpen ||
					(visit.frame.organisation !== null && !visit.frame.isDemonstration)
				)
					throw new NotFound();
				preparation.begin();
				return redirect("/demonstration/preparing");
			},
		}),
		page("/demonstration/preparing", {
			allow: anyone,
			what: "How far the demonstration is",
			show: (visit) => {
				const { state } = preparation;
				if (state().kind === "ready")
					return redirect("/sign-in", undefined, [place("demonstration")]);
				return show(<PreparingPage frame={visit.frame} state={state()} />);
			},
		}),
		stream("/demonstration/progress", {
			allow: anyone,
			what: "How far the demonstration is, as it goes",
			follow: () => preparation.follow(),
		}),
		action("/demonstration/sign-in", {
			allow: anyone,
			what: "In the demonstration only: sign in as one of the cast, by one click",
			form: z.object({ person: z.uuid(), next: z.string().optional() }),
			act: async (visit, { person, next }) => {
				if (!isOpen || !visit.frame.isDemonstration) throw new NotFound();
				await actAs(visit.tx, { kind: "process", process: "sign-in" });
				const known = await castMembers(visit.db);
				if (!known.some(({ id }) => id === person))
					throw new Invalid({}, t("Choose someone from the list."));
				const token = await signIn(visit.tx, person, {
					method: "demonstration",
					device: visit.device,
				});
				return redirect(safePath(next), undefined, [
					signedInWith(visit, token),
				]);
			},
		}),
		action("/demonstration/leave", {
			allow: anyone,
			what: "Leave the demonstration; the installation is as it was",
			isJournalled: false,
			form: z.object({}),
			act: async () =>
				isEverything
					? redirect("/sign-in", {
							kind: "attention",
							text: t(
								"Baton was started as a demonstration. Stop it and start it again with npm start for your own organisation.",
							),
						})
					: redirect("/", undefined, [place(null)]),
		}),
	];
}

/** Whom the sign-in page of the demonstration offers. */
export function offeredCast(isOpen: boolean) {
	return async (visit: Visit) => {
		if (!isOpen || !visit.frame.isDemonstration) return [];
		await actAs(visit.db, { kind: "process", process: "sign-in" });
		return castMembers(visit.db);
	};
}

function place(value: "demonstration" | null) {
	return { name: "baton-place", value } as const;
}
