// Texts for oneself alone: sealed under a key that comes from one's account key, and signed by oneself.
import { Refused } from "./bytes.ts";
import type { OpenIdentity } from "./identity.ts";
import { openMarks } from "./marks.ts";
import type { Memory } from "./memory.ts";
import type { OpenedText } from "./space.ts";
import { openText, type SealedText } from "./text.ts";

/** Opens one's own texts, each by itself; says which ones the server no longer shows. */
export async function openAlone(
	sealed: readonly SealedText[],
	own: OpenIdentity,
	memory: Memory,
): Promise<{
	readonly texts: readonly OpenedText[];
	readonly missing: readonly string[];
}> {
	const marks = await openMarks(`texts alone ${own.known.id}`, memory);
	const writer = { identity: own.known, standing: "compared" } as const;
	const texts = await Promise.all(
		sealed.map(async (text): Promise<OpenedText> => {
			try {
				if (text.space !== "alone" || text.spaceId !== own.known.person)
					throw new Refused("misplaced-text");
				// Written with keys that were lost since.
				if (text.writer !== own.known.id) throw new Refused("no-key");
				const content = await openText(text, {
					writer: own.known,
					key: own.alone,
				});
				marks.refuseOlder(text);
				return { text, content, writer, refused: undefined };
			} catch (error) {
				if (!(error instanceof Refused)) throw error;
				return { text, content: undefined, writer, refused: error.reason };
			}
		}),
	);
	await marks.keep(texts);
	return { texts, missing: marks.missingFrom(sealed) };
}
