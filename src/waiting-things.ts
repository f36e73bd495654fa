// What may wait for somebody, by feature: the table of contents of Today and of digests.
import { waitingOnTheFirstDay } from "./features/administration/first-day.ts";
import {
	perhapsInAgreements,
	waitingInAgreements,
} from "./features/agreements/waiting.ts";
import {
	perhapsInMatching,
	waitingInMatching,
} from "./features/matching/waiting.ts";
import {
	perhapsForProfile,
	waitingForProfile,
} from "./features/people/queries/waiting.ts";
import { perhapsForMail, waitingForMail } from "./features/mail/waiting.ts";
import {
	perhapsInOpenings,
	waitingInOpenings,
} from "./features/openings/waiting.ts";
import {
	perhapsInPrograms,
	waitingInPrograms,
} from "./features/programs/waiting.ts";
import {
	perhapsInRecovery,
	waitingInRecovery,
} from "./features/recovery/waiting.ts";
import { waitingForRights } from "./features/rights/waiting.ts";
import {
	perhapsInCircles,
	waitingInCircles,
} from "./features/relationships/circles/waiting.ts";
import {
	perhapsCounters,
	waitingCounters,
} from "./features/sessions/counter-waiting.ts";
import {
	perhapsInRoundtables,
	waitingInRoundtables,
} from "./features/roundtables/waiting.ts";
import {
	perhapsForDates,
	perhapsInSessions,
	perhapsPromises,
	waitingForDates,
	waitingInSessions,
	waitingPromises,
} from "./features/sessions/waiting.ts";
import { perhapsInPulse, waitingInPulse } from "./features/pulse/waiting.ts";
import { waitingInReferrals } from "./features/referrals/waiting.ts";
import {
	perhapsInHandOvers,
	waitingInHandOvers,
} from "./features/hand-over/waiting.ts";
import { perhapsInHealth, waitingInHealth } from "./features/health/waiting.ts";
import type { WaitingSource } from "./features/today/queries.ts";

/** What may wait for somebody, on Today and in their digest. Concerns stand on Today alone: no mail tells that there is one. */
export const waitingThings: readonly WaitingSource[] = [
	{ find: waitingOnTheFirstDay },
	{ find: waitingInMatching, among: perhapsInMatching },
	{ find: waitingInCircles, among: perhapsInCircles },
	{ find: waitingInAgreements, own: perhapsInAgreements },
	{ find: waitingCounters, among: perhapsCounters },
	{ find: waitingInSessions, among: perhapsInSessions },
	{ find: waitingPromises, own: perhapsPromises },
	{ find: waitingInRoundtables, among: perhapsInRoundtables },
	{ find: waitingForDates, among: perhapsForDates },
	{ find: waitingInPrograms, among: perhapsInPrograms },
	{ find: waitingForProfile, own: perhapsForProfile },
	{ find: waitingForRights },
	{ find: waitingInRecovery, own: perhapsInRecovery },
	{ find: waitingInOpenings, own: perhapsInOpenings },
	{ find: waitingForMail, among: perhapsForMail },
	{ find: waitingInReferrals },
	{ find: waitingInPulse, among: perhapsInPulse },
	{ find: waitingInHealth, among: perhapsInHealth },
	{ find: waitingInHandOvers, among: perhapsInHandOvers },
];
