import type { Relationship } from "../relationships/queries.ts";
import { type Visit, visitorOf } from "../../platform/http/visit.ts";
import { agreementsAccepted } from "../agreements/queries.ts";
import { zoneOf } from "./routes/visits.ts";
import { findCompany } from "../relationships/company-queries.ts";
import { habitOf } from "./queries/company.ts";
import { sessionsOf } from "./queries/sessions.ts";
import { cancelAfterEndings } from "./commands/ending.ts";
import { joinSessions, leaveSessions } from "./commands/membership.ts";
import { MeetingSection } from "./views/meeting-section.tsx";

/** On the page of a relationship: when its members meet next. */
async function meetingPart(visit: Visit, { id }: Relationship) {
	const { db } = visit;
	const company = await findCompany(db, id, visitorOf(visit).id);
	return (
		<MeetingSection
			company={company}
			habit={await habitOf(db, company)}
			sessions={await sessionsOf(db, id)}
			isAgreed={await agreementsAccepted(db, id)}
			zone={await zoneOf(visit)}
			now={visit.now.getTime()}
		/>
	);
}

/** What relationships, mounted before, do not know of themselves: when their members meet, and that an end takes that from their calendars. */
export const meetings = {
	meeting: meetingPart,
	afterEnding: cancelAfterEndings,
	joined: joinSessions,
	left: leaveSessions,
};
