// How far this browser has seen each text get. A server that shows an earlier state, another text of the same version, or leaves one out, is noticed.
import { Refused, toText } from "./bytes.ts";
import type { Memory } from "./memory.ts";
import type { SealedText } from "./text.ts";

export type Marks = {
	/** Refused where the server shows an earlier version than this browser has seen, or another one of the same number. */
	readonly refuseOlder: (text: SealedText) => void;
	/** Texts seen before that are not among these. */
	readonly missingFrom: (shown: readonly SealedText[]) => readonly string[];
	/** Remembers those that were opened. */
	readonly keep: (
		texts: readonly {
			readonly text: SealedText;
			readonly refused: Refused["reason"] | undefined;
		}[],
	) => Promise<void>;
};

type Mark = { readonly version: number; readonly signature: string };

/** The marks kept under a name. */
export async function openMarks(name: string, memory: Memory): Promise<Marks> {
	const kept = await memory.get(name);
	const marks = new Map<string, Mark>(kept instanceof Map ? kept : []);
	return {
		refuseOlder: ({ text, version, signature }) => {
			const seen = marks.get(text);
			if (seen === undefined || version > seen.version) return;
			if (version < seen.version || toText(signature) !== seen.signature)
				throw new Refused("old-text");
		},
		missingFrom: (shown) => {
			const there = new Set(shown.map(({ text }) => text));
			return [...marks.keys()].filter((text) => !there.has(text));
		},
		keep: async (texts) => {
			for (const { text, refused } of texts)
				if (refused === undefined)
					marks.set(text.text, {
						version: text.version,
						signature: toText(text.signature),
					});
			await memory.set(name, marks);
		},
	};
}
