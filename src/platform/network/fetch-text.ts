// Reads an address that somebody typed, without letting it reach anything but the public internet. The name is resolved once, every address it
// has is judged, and the connection goes to one of exactly those: a name that answers differently a moment later changes nothing. Redirects are
// followed by the same rules. No cookies, no credentials, no proxy, no compression; a limit on size and on time for all of it together.
import { lookup } from "node:dns/promises";
import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Reach } from "./reachable.ts";

export type FetchTrouble =
	| "no-address"
	| "not-allowed"
	| "unknown-host"
	| "unreachable"
	| "insecure-redirect"
	| "too-many-redirects"
	| "needs-sign-in"
	| "not-found"
	| "refused"
	| "too-slow"
	| "too-large";

export type Fetched =
	| { readonly ok: true; readonly text: string; readonly type: string }
	| { readonly ok: false; readonly why: FetchTrouble };

export type FetchLimits = {
	readonly reach: Reach;
	readonly milliseconds: number;
	readonly bytes: number;
	/** The media types asked for. */
	readonly accept: string;
};

const mostRedirects = 3;

export async function fetchText(
	address: string,
	limits: FetchLimits,
): Promise<Fetched> {
	const signal = AbortSignal.timeout(limits.milliseconds);
	try {
		return await follow(address, limits, signal, mostRedirects);
	} catch (error) {
		if (error instanceof Trouble) return { ok: false, why: error.why };
		return { ok: false, why: signal.aborted ? "too-slow" : "unreachable" };
	}
}

/** The address if it can be asked for at all, before any name is looked up; webcal is https by another name. */
export function readAddress(typed: string, reach: Reach): URL | undefined {
	const text = typed.trim().replace(/^webcals?:/i, "https:");
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	const host = hostOf(url);
	const isPlain =
		["http:", "https:"].includes(url.protocol) &&
		url.username === "" &&
		url.password === "";
	const isAllowed =
		reach.allowsPort(portOf(url)) &&
		(isIP(host) === 0 || reach.allowsAddress(host));
	return isPlain && isAllowed ? url : undefined;
}

class Trouble extends Error {
	readonly why: FetchTrouble;
	constructor(why: FetchTrouble) {
		super(why);
		this.why = why;
	}
}

async function follow(
	address: string,
	limits: FetchLimits,
	signal: AbortSignal,
	redirects: number,
): Promise<Fetched> {
	const url = readAddress(address, limits.reach);
	if (url === undefined) throw new Trouble("not-allowed");
	const response = await ask(url, await pin(url, limits.reach), limits, signal);
	const status = response.statusCode ?? 0;
	const next = response.headers.location;
	if ([301, 302, 303, 307, 308].includes(status) && next !== undefined) {
		response.destroy();
		if (redirects === 0) throw new Trouble("too-many-redirects");
		const target = new URL(next, url);
		if (url.protocol === "https:" && target.protocol !== "https:")
			throw new Trouble("insecure-redirect");
		return follow(target.href, limits, signal, redirects - 1);
	}
	if (status !== 200) {
		response.destroy();
		throw new Trouble(troubleOf(status));
	}
	return {
		ok: true,
		text: await bodyOf(response, limits.bytes),
		type: response.headers["content-type"] ?? "",
	};
}

/** One of the addresses that the host has, all of which must be allowed. */
async function pin(
	url: URL,
	reach: Reach,
): Promise<{ readonly address: string; readonly family: number }> {
	const host = hostOf(url);
	const family = isIP(host);
	const found =
		family === 0
			? await lookup(host, { all: true, verbatim: true }).catch(() => {
					throw new Trouble("unknown-host");
				})
			: [{ address: host, family }];
	const [first] = found;
	if (first === undefined) throw new Trouble("unknown-host");
	if (!found.every(({ address }) => reach.allowsAddress(address)))
		throw new Trouble("not-allowed");
	return first;
}

function ask(
	url: URL,
	pinned: { readonly address: string; readonly family: number },
	{ accept }: FetchLimits,
	signal: AbortSignal,
): Promise<IncomingMessage> {
	const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
	const toPinned: LookupFunction = (_, options, done) => {
		if (options.all) done(null, [pinned]);
		else done(null, pinned.address, pinned.family);
	};
	const send = url.protocol === "https:" ? secureRequest : plainRequest;
	send(
		url,
		{
			agent: false,
			lookup: toPinned,
			signal,
			headers: {
				accept,
				"accept-encoding": "identity",
				"user-agent": "Baton",
			},
		},
		resolve,
	)
		.on("error", reject)
		.end();
	return promise;
}

async function bodyOf(
	response: IncomingMessage,
	most: number,
): Promise<string> {
	const encoding = response.headers["content-encoding"] ?? "identity";
	if (encoding !== "identity") throw new Trouble("refused");
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of response) {
		if (!Buffer.isBuffer(chunk)) continue;
		size += chunk.length;
		if (size > most) {
			response.destroy();
			throw new Trouble("too-large");
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

function troubleOf(status: number): FetchTrouble {
	if (status === 401 || status === 403) return "needs-sign-in";
	return status === 404 || status === 410 ? "not-found" : "refused";
}

function hostOf(url: URL): string {
	return url.hostname.replace(/^\[|\]$/g, "");
}

function portOf(url: URL): number {
	if (url.port !== "") return Number(url.port);
	return url.protocol === "https:" ? 443 : 80;
}
