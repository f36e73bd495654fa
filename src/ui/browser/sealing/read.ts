// Reads what a server sent. It is believed in nothing: what has another shape than it should is Refused before anything is done with it.
import { type Bytes, fromText, Refused } from "./bytes.ts";

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
	if (typeof value !== "object" || value === null || Array.isArray(value))
		throw new Refused("malformed");
	return Object.fromEntries(Object.entries(value));
}

export function listOf<T>(
	value: unknown,
	read: (each: Fields) => T,
): readonly T[] {
	if (!Array.isArray(value)) throw new Refused("malformed");
	return value.map((each) => read(fieldsOf(each)));
}

export function textOf(value: unknown): string {
	if (typeof value !== "string") throw new Refused("malformed");
	return value;
}

export function countOf(value: unknown): number {
	if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
		throw new Refused("malformed");
	return value;
}

export function isTrue(value: unknown): boolean {
	if (typeof value !== "boolean") throw new Refused("malformed");
	return value;
}

export function oneOf<const T extends string>(
	value: unknown,
	choices: readonly T[],
): T {
	const found = choices.find((choice) => choice === value);
	if (found === undefined) throw new Refused("malformed");
	return found;
}

export function bytesOf(value: unknown): Bytes {
	return fromText(value);
}
