/** Too many ask for the same scarce thing at once. The web layer answers 503 and says when to come back. */
export class Busy extends Error {
	override readonly name = "Busy";
}

/** What only a few may do at the same time in this process; the others wait in line, without holding a connection to the database. */
export type Turns = {
	/** Waits for a turn and returns how to give it back. Throws Busy where the line is full. */
	readonly take: () => Promise<() => void>;
};

export function turns({
	atOnce,
	mostWaiting,
}: {
	readonly atOnce: number;
	readonly mostWaiting: number;
}): Turns {
	const line: (() => void)[] = [];
	let taken = 0;
	// A turn given back goes straight to whoever waits longest: nobody who has just come can slip in between.
	const giveBack = () => {
		const next = line.shift();
		if (next === undefined) taken -= 1;
		else next();
	};
	return {
		take: async () => {
			if (taken < atOnce) taken += 1;
			else if (line.length >= mostWaiting) throw new Busy("no turn is free");
			else await new Promise<void>((resolve) => line.push(resolve));
			return once(giveBack);
		},
	};
}

/** Holds a turn for as long as the work takes; without turns, just works. */
export async function inTurn<T>(
	wanted: Turns | undefined,
	work: () => Promise<T>,
): Promise<T> {
	const giveBack = await wanted?.take();
	try {
		return await work();
	} finally {
		giveBack?.();
	}
}

function once(act: () => void): () => void {
	let isDone = false;
	return () => {
		if (!isDone) act();
		isDone = true;
	};
}
