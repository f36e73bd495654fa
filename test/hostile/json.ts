// JSON as it went over the wire, for a test to change.
import assert from "node:assert/strict";
import { toJson } from "../../src/ui/browser/sealing/documents.ts";

export type Json = Record<string, unknown>;

export function asJson(value: unknown): Json {
	const json: unknown = JSON.parse(toJson(value));
	assert.ok(isJson(json));
	return json;
}

export function inner(json: Json | undefined, name: string): Json {
	const value = json?.[name];
	assert.ok(isJson(value), `nothing at ${name}`);
	return value;
}

/** The list itself, so that what is pushed to it is there afterwards. */
export function list(json: Json | undefined, name: string): Json[] {
	const value = json?.[name];
	assert.ok(Array.isArray(value) && value.every(isJson), `no list at ${name}`);
	return value;
}

export function put(
	object: Json | undefined,
	name: string,
	value: unknown,
): void {
	assert.ok(object, `nothing to put ${name} in`);
	object[name] = value;
}

export function member(space: Json, person: string): Json {
	const found = list(space, "members").find(
		(each) => each["person"] === person,
	);
	assert.ok(found);
	return found;
}

function isJson(value: unknown): value is Json {
	return typeof value === "object" && value !== null;
}
