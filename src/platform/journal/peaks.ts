import type { Hash } from "../../domain/journal/merkle.ts";

/** The frontier as one column: 32 bytes each, largest subtree first. */
export function joinPeaks(peaks: readonly Hash[]): Buffer {
	return Buffer.concat(peaks);
}

export function splitPeaks(joined: Buffer): readonly Hash[] {
	return Array.from({ length: joined.length / 32 }, (_, index) =>
		joined.subarray(index * 32, index * 32 + 32),
	);
}
