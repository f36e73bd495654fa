import type { KnownPerson } from "./known-person.ts";
import type { PersonId } from "./person-id.ts";
import type { Trouble } from "./row-problem.ts";

/** The people known, to be found by employee number or e-mail, whatever the case of letters. */
export interface KnownPeople {
	readonly all: readonly KnownPerson[];
	readonly byId: ReadonlyMap<PersonId, KnownPerson>;
	readonly byNumber: ReadonlyMap<string, KnownPerson>;
	readonly byEmail: ReadonlyMap<string, KnownPerson>;
}

export interface Keys {
	readonly employeeNumber?: string | null;
	readonly email?: string | null;
}

export interface Recognition {
	readonly person: KnownPerson | null;
	/** Whose number it is, even if the row is refused: no other row may be about them. */
	readonly claimed: KnownPerson | null;
	readonly troubles: readonly Trouble[];
	readonly isRefused: boolean;
}

export function indexPeople(all: readonly KnownPerson[]): KnownPeople {
	const by = (key: "employeeNumber" | "email") =>
		new Map(
			all
				.filter((person) => person.facts[key] !== null)
				.map((person) => [person.facts[key]?.toLowerCase() ?? "", person]),
		);
	return {
		all,
		byId: new Map(all.map((person) => [person.id, person])),
		byNumber: by("employeeNumber"),
		byEmail: by("email"),
	};
}

/**
 * Whom a row is about: the employee number decides, then the e-mail. A number and an address that belong to two people are refused; an
 * address whose owner is known under another number is taken for the same person, and said, because addresses are sometimes given on.
 * `released` are the addresses (in lower case) that their owners give up in the same file: they lead to nobody.
 */
export function recognise(
	keys: Keys,
	people: KnownPeople,
	released: ReadonlySet<string>,
): Recognition {
	const { byNumber, byEmail: owner } = candidates(keys, people);
	const byEmail = released.has(keys.email?.toLowerCase() ?? "") ? null : owner;
	if (byNumber !== null && byEmail !== null && byNumber !== byEmail) {
		return {
			person: null,
			claimed: byNumber,
			troubles: [
				{ code: "two-people", byNumber: byNumber.id, byEmail: byEmail.id },
			],
			isRefused: true,
		};
	}
	const person = byNumber ?? byEmail;
	const from = person?.facts.employeeNumber ?? null;
	const isNew = byNumber === null && keys.employeeNumber && from !== null;
	return {
		person,
		claimed: person,
		troubles: isNew ? [{ code: "employee-number-changes", from }] : [],
		isRefused: false,
	};
}

/** The address that a row takes from whoever its number belongs to, by giving them another; null: none. */
export function releasedBy(keys: Keys, people: KnownPeople): string | null {
	const number = keys.employeeNumber?.toLowerCase() ?? "";
	const before = people.byNumber.get(number)?.facts.email?.toLowerCase();
	const after = keys.email?.toLowerCase();
	return before && after && before !== after ? before : null;
}

/** Everyone a row could be about, refused or not. */
export function mentioned(
	keys: Keys,
	people: KnownPeople,
): readonly KnownPerson[] {
	const { byNumber, byEmail } = candidates(keys, people);
	return [byNumber, byEmail].filter((person) => person !== null);
}

function candidates(keys: Keys, people: KnownPeople) {
	const number = keys.employeeNumber?.toLowerCase() ?? "";
	const email = keys.email?.toLowerCase() ?? "";
	return {
		byNumber: people.byNumber.get(number) ?? null,
		byEmail: people.byEmail.get(email) ?? null,
	};
}
