/**
 * Chance that repeats: the same seed and stream always give the same draws.
 * Each purpose draws from a stream of its own, so that adding a draw in one
 * place changes nothing elsewhere. Mulberry32 (Tommy Ettinger, public domain)
 * over an FNV-1a hash of the stream's name; never for anything secret.
 */
export type Chance = {
	/** From 0 up to, not including, 1. */
	readonly fraction: () => number;
	/** A whole number from low to high, both included. */
	readonly whole: (low: number, high: number) => number;
	readonly happens: (probability: number) => boolean;
	readonly pick: <T>(from: readonly T[]) => T;
	/** One of the choices, each as likely as its weight says. */
	readonly weigh: <T>(choices: readonly (readonly [T, number])[]) => T;
	/** Up to `count` different entries, in the order they are drawn. */
	readonly some: <T>(from: readonly T[], count: number) => T[];
	/** Roughly a bell between low and high, rounded; the mean is the middle. */
	readonly bell: (low: number, high: number) => number;
};

export function chance(seed: number, ...stream: readonly string[]): Chance {
	const fraction = fractions(hash(`${seed}/${stream.join("/")}`));
	const whole = (low: number, high: number) =>
		low + Math.floor(fraction() * (high - low + 1));
	const pick = <T>(from: readonly T[]): T => {
		const [drawn] = from.slice(whole(0, from.length - 1));
		if (drawn === undefined) throw new RangeError("nothing to draw from");
		return drawn;
	};
	return {
		fraction,
		whole,
		pick,
		happens: (probability) => fraction() < probability,
		weigh: (choices) => {
			let left =
				fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [choice, weight] of choices) {
				left -= weight;
				if (left < 0) return choice;
			}
			return pick(choices)[0];
		},
		some: (from, count) => {
			const rest = [...from];
			const drawn = Math.min(count, rest.length);
			return Array.from({ length: drawn }, () =>
				rest.splice(whole(0, rest.length - 1), 1),
			).flat();
		},
		bell: (low, high) =>
			Math.round(
				low + ((fraction() + fraction() + fraction()) / 3) * (high - low),
			),
	};
}

function fractions(start: number): () => number {
	let state = start;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let place = 0; place < text.length; place += 1) {
		value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
	}
	return value | 0;
}
