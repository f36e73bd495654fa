// What a file is, by its bytes. Only what people look at together is taken: nothing that a browser would run, nothing with macros.
import { isUtf8 } from "node:buffer";

export const fileTypes = [
	"pdf",
	"png",
	"jpeg",
	"text",
	"document",
	"spreadsheet",
	"slides",
] as const;
export type FileType = (typeof fileTypes)[number];

export const largestFile = 25 * 1024 * 1024;

/** What a browser's file field offers to choose. */
export const acceptedEndings =
	".pdf,.png,.jpg,.jpeg,.txt,.md,.csv,.docx,.odt,.xlsx,.ods,.pptx,.odp";

const office: Readonly<Record<string, FileType>> = {
	docx: "document",
	odt: "document",
	xlsx: "spreadsheet",
	ods: "spreadsheet",
	pptx: "slides",
	odp: "slides",
};

/** Undefined: none of those that are taken, or not what its name says. */
export function fileType(
	name: string,
	bytes: Uint8Array,
): FileType | undefined {
	const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
	if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]))
		return ending === "pdf" ? "pdf" : undefined;
	if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
		return ending === "png" ? "png" : undefined;
	if (begins(bytes, [0xff, 0xd8, 0xff]))
		return ending === "jpg" || ending === "jpeg" ? "jpeg" : undefined;
	if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeType(ending, bytes);
	const isText = ["txt", "md", "csv"].includes(ending);
	return isText && !bytes.includes(0) && isUtf8(bytes) ? "text" : undefined;
}

export function mediaType(type: FileType): string {
	switch (type) {
		case "pdf":
			return "application/pdf";
		case "png":
			return "image/png";
		case "jpeg":
			return "image/jpeg";
		case "text":
			return "text/plain; charset=utf-8";
		case "document":
		case "spreadsheet":
		case "slides":
			return "application/octet-stream";
	}
}

// A document with macros holds a part of this name, whatever its own ending says.
function officeType(ending: string, bytes: Uint8Array): FileType | undefined {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return text.includes("vbaProject.bin") ? undefined : office[ending];
}

function begins(bytes: Uint8Array, with_: readonly number[]): boolean {
	return with_.every((byte, place) => bytes[place] === byte);
}
