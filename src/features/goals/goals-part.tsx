import { type Visit, visitorOf } from "../../platform/http/visit.ts";
import { findCompany } from "../relationships/company-queries.ts";
import { goalsOf } from "./queries.ts";
import { GoalsSection } from "./views/goals-page.tsx";

/** On the page of a relationship: what its members want to reach. */
export async function goalsPart(visit: Visit, { id }: { readonly id: string }) {
	const { db } = visit;
	const visitor = visitorOf(visit).id;
	const relationship = await findCompany(db, id, visitor);
	return (
		<GoalsSection
			relationship={relationship}
			goals={await goalsOf(db, id)}
			visitor={visitor}
		/>
	);
}
