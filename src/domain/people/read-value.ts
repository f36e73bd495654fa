import { fold, tidyLine } from "./tidy.ts";

export type Side = "mentor" | "mentee" | "both";

/**
 * An address in the form people are given by employers (RFC 5321 without its rarities), out of "Amara Okafor <amara@example.org>" or
 * "mailto:amara@example.org" too. Null when it is none. The case of letters stays; addresses are compared without it.
 */
export function readEmail(text: string): string | null {
	const inBrackets = /<([^<>]+)>\s*$/.exec(text);
	const address = tidyLine(inBrackets?.[1] ?? text).replace(/^mailto:/i, "");
	const [local = "", domain = "", ...more] = address.split("@");
	const isPlausible =
		more.length === 0 &&
		address.length <= 254 &&
		local.length <= 64 &&
		/^[^\s"(),:;<>[\]\\.]+(?:\.[^\s"(),:;<>[\]\\.]+)*$/.test(local) &&
		/^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u.test(
			domain,
		);
	return isPlausible ? address : null;
}

/** First and last name of "Okafor, Amara", "Amara Okafor", "Ludwig van Beethoven"; a single word is a last name. */
export function splitName(full: string): {
	readonly firstName: string;
	readonly lastName: string;
} {
	const name = tidyLine(full);
	const comma = /^([^,]+), ?([^,]+)$/.exec(name);
	if (comma !== null) {
		return { firstName: comma[2] ?? "", lastName: comma[1] ?? "" };
	}
	const words = name.split(" ");
	let start = words.length - 1;
	while (start > 1 && PARTICLES.has((words[start - 1] ?? "").toLowerCase())) {
		start--;
	}
	return {
		firstName: words.slice(0, start).join(" "),
		lastName: words.slice(start).join(" "),
	};
}

export function readSide(text: string): Side | null {
	const word = fold(text);
	if (
		/^(?:both|beide|beides|les deux|ambos|mentor (?:and|und|et|y) mentee|mentee (?:and|und|et|y) mentor|mentor mentee|mentee mentor)$/.test(
			word,
		)
	) {
		return "both";
	}
	if (/^(?:mentor|mentors|mentorin|mentor in|mentora|mentore)$/.test(word)) {
		return word === "mentore" ? "mentee" : "mentor";
	}
	return /^(?:mentee|mentees|mentoree|mentorado|mentorada|protege|protegee)$/.test(
		word,
	)
		? "mentee"
		: null;
}

/** How many places: a whole number from 0 to 20. */
export function readCapacity(text: string): number | null {
	const number = /^\d{1,2}$/.test(text.trim()) ? Number(text) : null;
	return number !== null && number <= MOST_PLACES ? number : null;
}

export const MOST_PLACES = 20;

/** Whether someone is here or has left. A bare yes or no answers the column's header: "Active" or "Left". */
export function readStatus(
	text: string,
	header: string,
): "here" | "left" | null {
	const word = fold(text);
	if (HERE.has(word)) return "here";
	if (GONE.has(word)) return "left";
	const asksIfLeft = /left|leaver|ausgeschieden|parti/.test(fold(header));
	if (YES.has(word)) return asksIfLeft ? "left" : "here";
	if (NO.has(word)) return asksIfLeft ? "here" : "left";
	return null;
}

/** A number with a decimal point or comma; `ambiguous` for 1,234, which is one thing in London and another in Berlin. */
export function readNumber(text: string): number | "ambiguous" | null {
	if (text.length > LONGEST_NUMBER) return null;
	const plain = text.trim().replace(/[\s\u2019'](?=\d)/g, "");
	if (/^[+-]?\d{1,3},\d{3}$/.test(plain)) return "ambiguous";
	if (/^[+-]?\d*[.,]?\d+$/.test(plain)) return finite(plain.replace(",", "."));
	if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) {
		return finite(plain.replaceAll(".", "").replace(",", "."));
	}
	return /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
		? finite(plain.replaceAll(",", ""))
		: null;
}

const LONGEST_NUMBER = 40;

function finite(text: string): number | null {
	const number = Number(text);
	return Number.isFinite(number) ? number : null;
}

const PARTICLES = new Set(
	"van von vom zu zur der den de del della di da dos das du la le el al bin ibn ben ter ten af av mac mc san".split(
		" ",
	),
);
const HERE = new Set(
	"active|aktiv|actif|active employee|employed|current|employee|here|present|on leave|parental leave|elternzeit|activo|alta|beschaftigt|angestellt".split(
		"|",
	),
);
const GONE = new Set(
	"left inactive inaktiv inactif inactivo leaver terminated former resigned retired ausgeschieden gekundigt ausgetreten parti baja deactivated".split(
		" ",
	),
);
const YES = new Set("yes y true 1 ja j oui si wahr vrai x".split(" "));
const NO = new Set("no n false 0 nein non falsch faux".split(" "));
