// Why a mentee found no place: an alternating search (Hall's condition). From the mentee over pairs not used to mentors, and from a full
// mentor over used pairs to the mentees who hold its places. If no mentor met has a place left, the people met can go nowhere else:
// they compete for fewer places than they want. Others without a place who could go only there compete too. O(pairs) a search.
import type { FlowNetwork } from "./flow-network.ts";

export type Competition = {
	/** Indices of the mentees and mentors met, the start included. */
	readonly mentees: readonly number[];
	readonly mentors: readonly number[];
	/** Whether one of the mentors still has a place. */
	readonly hasFreePlace: boolean;
};

/** The competition that `start` is in, or nothing if more than `limit` mentees would be in it. */
export function competitionFrom(
	network: FlowNetwork,
	start: number,
	limit = Infinity,
): Competition | undefined {
	const { candidates, flow, byMentor, firstPlace } = network;
	const { first, mentee, mentor, capacity } = candidates;
	const metMentee = new Set([start]);
	const metMentor = new Set<number>();
	let hasFreePlace = false;
	// A set goes through its items in the order they came, those added on the way included.
	for (const i of metMentee) {
		if (metMentee.size > limit) return undefined;
		for (let e = first[i]; e < first[i + 1]; e++) {
			const j = mentor[e];
			if (flow[e] === 1 || metMentor.has(j)) continue;
			metMentor.add(j);
			if (flow[firstPlace + j] < capacity[j]) {
				hasFreePlace = true;
				continue;
			}
			for (let k = byMentor.first[j]; k < byMentor.first[j + 1]; k++) {
				const held = byMentor.pair[k];
				if (flow[held] === 1) metMentee.add(mentee[held]);
			}
		}
	}
	if (!hasFreePlace) joinRivals(network, metMentee, metMentor);
	return metMentee.size > limit
		? undefined
		: { mentees: [...metMentee], mentors: [...metMentor], hasFreePlace };
}

/** Adds the mentees who still need somebody and whose every remaining candidate is among the mentors met. */
function joinRivals(
	network: FlowNetwork,
	metMentee: Set<number>,
	metMentor: ReadonlySet<number>,
): void {
	const { candidates, flow, byMentor, firstSpare, firstAlone } = network;
	const { first, mentor, mentee } = candidates;
	const seen = new Set(metMentee);
	for (const j of metMentor)
		for (let k = byMentor.first[j]; k < byMentor.first[j + 1]; k++) {
			const i = mentee[byMentor.pair[k]];
			if (seen.has(i)) continue;
			seen.add(i);
			if (flow[firstSpare + i] + flow[firstAlone + i] === 0) continue;
			let elsewhere = 0;
			for (let e = first[i]; e < first[i + 1]; e++)
				if (flow[e] === 0 && !metMentor.has(mentor[e])) elsewhere++;
			if (elsewhere === 0) metMentee.add(i);
		}
}
