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
}: {
	readonly canMail: boolean;
}): Route[] {
	return [
		...programPages,
		...eligibilityPages,
		...invitePages(canMail),
		...peoplePages(canMail),
		...ownPages,
		...partPages,
		...lotteryPages,
	];
}
