// What is to be done in a dry run, by the stop at which it is asked for.

/** Something that is done, after everything before it in the same lane. */
export type Act = {
	readonly lane: string;
	readonly act: () => Promise<void>;
};

export type Timetable = {
	readonly add: (stop: number, act: Act) => void;
	/** The first stop for which something is asked; infinite where nothing is. */
	readonly next: () => number;
	/** Takes what each lane does next before the stop `end`; of one lane nothing is done at an earlier stop than what it did before. */
	readonly take: (end: number) => readonly (Act & { readonly stop: number })[];
};

/** Costs the number of stops that are passed, over all questions, and of those looked through for each window. */
export function makeTimetable(): Timetable {
	const stops = new Map<number, Act[]>();
	const reached = new Map<string, number>();
	let first = 0;
	let last = -1;
	const next = () => {
		while (first <= last && !stops.has(first)) first += 1;
		return first <= last ? first : Number.POSITIVE_INFINITY;
	};
	return {
		add(stop, act) {
			const acts = stops.get(stop);
			if (acts === undefined) stops.set(stop, [act]);
			else acts.push(act);
			first = Math.min(first, stop);
			last = Math.max(last, stop);
		},
		next,
		take(end) {
			const taken = new Map<string, (Act & { readonly stop: number })[]>();
			for (let stop = next(); stop < end; stop += 1) {
				const acts = stops.get(stop);
				if (acts === undefined) continue;
				const left: Act[] = [];
				for (const act of acts) {
					const own = taken.get(act.lane);
					const at = Math.max(stop, reached.get(act.lane) ?? 0);
					if (own === undefined) {
						taken.set(act.lane, [{ ...act, stop: at }]);
						reached.set(act.lane, at);
					} else if (reached.get(act.lane) === at)
						own.push({ ...act, stop: at });
					else left.push(act);
				}
				if (left.length === 0) stops.delete(stop);
				else stops.set(stop, left);
			}
			return [...taken.values()].flat();
		},
	};
}
