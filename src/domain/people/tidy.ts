/** One line of text as people mean it: NFC, trimmed, any run of white space a single space. */
export function tidyLine(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Several lines of text: NFC, trimmed, line breaks as \n, everything between them as it was. */
export function tidyText(text: string): string {
	return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

/** For comparing what people type: lower case, no accents, ß as ss, punctuation and white space as single spaces. Never shown, never kept. */
export function fold(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replaceAll("ß", "ss")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/**
 * The texts of a list cell: separated by semicolons, bars or line breaks if there are any, else by commas; each tidied, none empty, none twice.
 */
export function splitList(text: string): readonly string[] {
	const separator = /[;|\n]/.test(text) ? /[;|\n]/ : /,/;
	const items = text.split(separator).map(tidyLine);
	return [...new Set(items)].filter((item) => item !== "");
}

/** Characters that no field keeps: control characters other than tabs and line breaks, and halves of surrogate pairs. */
export function hasControlCharacters(text: string): boolean {
	return CONTROL.test(text) || !text.isWellFormed();
}

/** A cell's text short enough to be shown beside a problem, with what cannot be shown or stored replaced. */
export function excerpt(text: string): string {
	const start = text.length > 120 ? `${text.slice(0, 119)}…` : text;
	return start.toWellFormed().replace(EVERY_CONTROL, "\uFFFD");
}

// oxlint-disable-next-line no-control-regex -- control characters are what these look for
const EVERY_CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
// oxlint-disable-next-line no-control-regex -- as above
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
