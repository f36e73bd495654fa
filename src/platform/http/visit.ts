import type { VNode } from "preact";
import type { Frame, Notice } from "../../ui/frame.ts";
import type { Db, Process, Tx } from "../database/database.ts";
import type { HeldOffice } from "./guard.ts";

/** The person a request acts for, as the sign-in found them. */
export type Visitor = {
	readonly id: string;
	readonly name: string;
	readonly timeZone: string | null;
	readonly locale: string | null;
	readonly offices: readonly HeldOffice[];
};

/** The names in a path: "/programs/:program/rounds/:round" gives { program, round }. */
export type Params<Path extends string> =
	Path extends `${string}:${infer Name}/${infer Rest}`
		? { readonly [Key in Name]: string } & Params<`/${Rest}`>
		: Path extends `${string}:${infer Name}`
			? { readonly [Key in Name]: string }
			: Readonly<Record<never, never>>;

/** One request, inside its one transaction. */
export type Visit<Path extends string = string> = {
	readonly db: Db;
	readonly params: Params<Path>;
	readonly query: URLSearchParams;
	/** null only on routes that anyone may open. */
	readonly visitor: Visitor | null;
	readonly frame: Frame;
	readonly now: Date;
	/** The calendar day where the visitor is, YYYY-MM-DD. */
	readonly today: string;
	/** The installation's own address without a slash at the end, for links in mails. */
	readonly origin: string;
	/** SHA-256 of the sign-in cookie's token; null when there is none. */
	readonly signIn: Buffer | null;
	/** The network address, only for counting attempts. */
	readonly network: string;
	readonly device: string;
	/** What this browser was given when it set out to the identity provider. */
	readonly flow: string | undefined;
	/**
	 * A short transaction of its own, for what must outlive a refusal of the request: counted attempts, progress of long work. Runs on
	 * connections of its own, so that requests that hold one and ask for a second cannot wait for each other.
	 */
	readonly apart: <T>(
		process: Process,
		work: (tx: Tx) => Promise<T>,
	) => Promise<T>;
};

/** A request that may write. */
export type Writing<Path extends string = string> = Visit<Path> & {
	readonly tx: Tx;
	readonly files: Readonly<Record<string, File>>;
};

/** The visitor of a route whose guard let only signed-in people through. */
export function visitorOf(visit: Pick<Visit, "visitor">): Visitor {
	if (visit.visitor === null) throw new Error("this route lets anyone in");
	return visit.visitor;
}

export type Reply =
	| {
			readonly kind: "page";
			readonly page: VNode;
			readonly status?: number;
			readonly cookies?: readonly CookieChange[];
	  }
	| {
			readonly kind: "redirect";
			readonly to: string;
			readonly notice?: Notice;
			readonly cookies?: readonly CookieChange[];
	  }
	| {
			readonly kind: "file";
			readonly body: Uint8Array | string;
			readonly type: string;
			readonly name: string;
	  }
	| { readonly kind: "calendar"; readonly text: string };

/** `value: null` takes the cookie away. */
export type CookieChange = {
	readonly name: CookieName;
	readonly value: string | null;
	readonly seconds?: number;
};

export type CookieName =
	| "baton-sign-in"
	| "baton-demonstration-sign-in"
	| "baton-notice"
	| "baton-locale"
	| "baton-flow"
	| "baton-theme"
	| "baton-place";

export function show(
	page: VNode,
	status = 200,
	cookies: readonly CookieChange[] = [],
): Reply {
	return { kind: "page", page, status, cookies };
}

export function redirect(
	to: string,
	notice?: Notice,
	cookies: readonly CookieChange[] = [],
): Reply {
	return { kind: "redirect", to, cookies, ...(notice ? { notice } : {}) };
}

/** A file to download, never shown inside the page. */
export function download(
	name: string,
	type: string,
	body: Uint8Array | string,
): Reply {
	return { kind: "file", name, type, body };
}

/** For calendar programs that ask again and again: they are told when nothing has changed. */
export function calendarFile(text: string): Reply {
	return { kind: "calendar", text };
}

export function done(text: string, undo?: Notice["undo"]): Notice {
	return { kind: "done", text, undo };
}
