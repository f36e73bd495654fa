import type { Tx } from "../../platform/database/database.ts";
import type { Route } from "../../platform/http/route.ts";
import { eligibilityPages } from "./routes/eligibility-routes.tsx";
import { invitePages } from "./routes/invite-routes.tsx";
import { lotteryPages } from "./routes/lottery-routes.tsx";
import { ownPages } from "./routes/own-routes.tsx";
import { partPages } from "./routes/part-routes.tsx";
import { peoplePages } from "./routes/people-routes.tsx";
import { programPages } from "./routes/program-routes.tsx";

/** Programs: charter, eligibility, enrolment. */
export function programRoutes({
	canMail,
	afterClosing,
}: {
	readonly canMail: boolean;
	/** Runs when a program is closed, in the same transaction. */
	readonly afterClosing: (tx: Tx) => Promise<unknown>;
}): Route[] {
	return [
		...programPages(afterClosing),
		...eligibilityPages,
		...invitePages(canMail),
		...peoplePages(canMail),
		...ownPages,
		...partPages,
		...lotteryPages,
	];
}
