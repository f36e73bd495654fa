import type { Sealed } from "./sealed.ts";
import type { ColumnName, Vault } from "./vault.ts";

export type SealedPart = { readonly number: number; readonly content: Sealed };

/** What a file holds that was sealed part by part: `parts` in their order, each under the file's id and its own number. */
export function openParts(
	vault: Vault,
	column: ColumnName,
	{
		file,
		parts,
	}: { readonly file: string; readonly parts: readonly SealedPart[] },
): Buffer {
	return Buffer.concat(
		parts.map(({ number, content }) =>
			Buffer.from(
				vault.open(column, [file, String(number)], content),
				"base64",
			),
		),
	);
}
