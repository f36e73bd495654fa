import type { VNode } from "preact";
import { show, type Visit, visitorOf } from "../../../platform/http/visit.ts";
import {
	asksForAgreements,
	openAgreements,
	promisingPair,
} from "../../agreements/queries.ts";
import type { Relationship } from "../queries.ts";
import { CirclePage } from "../views/circle-page.tsx";
import { circleMembers, circleOf } from "./queries.ts";

/** The page of a circle, for one of its members. */
export async function circlePage(
	visit: Pick<Visit, "db" | "frame" | "visitor">,
	relationship: Relationship,
	meeting: VNode,
) {
	const { db, frame } = visit;
	const visitor = visitorOf(visit).id;
	const pair = await promisingPair(db, relationship.id, visitor);
	return show(
		<CirclePage
			frame={frame}
			relationship={relationship}
			theme={(await circleOf(db, relationship.id))?.theme}
			members={await circleMembers(db, relationship.id)}
			visitor={visitor}
			meeting={meeting}
			promises={{
				pair,
				visitor,
				open: await openAgreements(db, pair),
				isAsked: await asksForAgreements(db, pair.program),
			}}
		/>,
	);
}
