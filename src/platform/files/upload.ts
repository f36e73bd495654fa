import { Invalid } from "../http/refusal.ts";
import { t } from "../../ui/text.ts";
import { type FileType, fileType, largestFile } from "./file-type.ts";

export type Upload = {
	/** At most its last 200 characters, so that the ending stays. */
	readonly name: string;
	readonly type: FileType;
	readonly bytes: Uint8Array;
};

/** The rest of a form beside its file. */
const FORM_BYTES = 100_000;

/** What a form with a file may weigh. */
export const largestUpload = largestFile + FORM_BYTES;

/** The file of a form's field `file`, if it is one of those that are taken; else Invalid, with what to do at that field. */
export async function uploadOf(file: File | undefined): Promise<Upload> {
	if (file === undefined || file.name === "" || file.size === 0)
		throw new Invalid({ file: t("Choose a file.") });
	if (file.size > largestFile) throw new Invalid({ file: t("At most 25 MB.") });
	const bytes = new Uint8Array(await file.arrayBuffer());
	const type = fileType(file.name, bytes);
	if (type === undefined)
		throw new Invalid({
			file: t(
				"Only PDF, pictures, plain text and office documents without macros are taken; this is none of them, or not what its name says.",
			),
		});
	return { name: file.name.slice(-200), type, bytes };
}

/** A part of a file is less than a megabyte, also as base64. */
const PART = 720 * 1024;

/** A file in parts, numbered from 1, each as base64 to be sealed for itself. */
export function* partsOf(
	bytes: Uint8Array,
): Generator<{ readonly number: number; readonly text: string }> {
	for (let from = 0, number = 1; from < bytes.length; from += PART, number += 1)
		yield {
			number,
			text: Buffer.from(bytes.subarray(from, from + PART)).toString("base64"),
		};
}
