import type { Chance } from "./chance.ts";
import type { Culture } from "./names/culture.ts";

export type Name = {
	readonly firstName: string;
	readonly lastName: string;
	readonly fullName: string;
};

/** A name as one community gives it. */
export function nameIn(
	culture: Culture,
	gender: "woman" | "man",
	dice: Chance,
): Name {
	const firstName = dice.pick(gender === "woman" ? culture.women : culture.men);
	const [one = "", other = ""] = dice.some(culture.families, 2);
	const isDouble = dice.happens(culture.double);
	const lastName = [one, ...(isDouble ? [other] : [])]
		.map((family) => formFor(family, gender))
		.join(" ");
	const fullName =
		culture.order === "family-first"
			? `${lastName} ${firstName}`
			: `${firstName} ${lastName}`;
	return { firstName, lastName, fullName };
}

/** "Kowalski/Kowalska" is two forms of one name; most names have one. */
function formFor(family: string, gender: "woman" | "man"): string {
	const [forMen = family, forWomen = forMen] = family.split("/");
	return gender === "woman" ? forWomen : forMen;
}

/** Addresses that are never given twice: the second Anna Nowak is anna.nowak2. */
export function addressBook(
	domain: string,
): (firstName: string, lastName: string) => string {
	const given = new Map<string, number>();
	return (firstName, lastName) => {
		const local = `${plain(firstName)}.${plain(lastName)}`;
		const count = (given.get(local) ?? 0) + 1;
		given.set(local, count);
		return `${local}${count === 1 ? "" : count}@${domain}`;
	};
}

/** The letters of a name that an address may hold; others are left out. */
function plain(name: string): string {
	return name
		.toLowerCase()
		.replace(/[łøßıđæ]/g, (letter) => letters[letter] ?? letter)
		.normalize("NFKD")
		.replace(/[^a-z -]/g, "")
		.trim()
		.replace(/[ -]+/g, "-");
}

const letters: Readonly<Record<string, string>> = {
	ł: "l",
	ø: "o",
	ß: "ss",
	ı: "i",
	đ: "d",
	æ: "ae",
};
