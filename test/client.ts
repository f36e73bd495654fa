import type { Hono } from "hono";

/** What a page said. */
export type Seen = {
	readonly status: number;
	readonly location: string | null;
	readonly html: string;
	/** The words of the page without its markup, white space folded. */
	readonly text: string;
	readonly headers: Headers;
};

export type Fields = Readonly<
	Record<string, string | readonly string[] | File>
>;

/** A browser without a screen: keeps cookies, follows redirects, sends forms the way a page's own form would. */
export class Client {
	readonly #app: Pick<Hono, "request">;
	readonly #cookies = new Map<string, string>();

	constructor(
		app: Pick<Hono, "request">,
		token?: string,
		cookie = "baton-sign-in",
	) {
		this.#app = app;
		if (token !== undefined) this.#cookies.set(cookie, token);
	}

	async get(path: string): Promise<Seen> {
		return this.#follow(await this.#request(path));
	}

	/** Opens a page without following where it leads. */
	async look(path: string): Promise<Seen> {
		return seen(await this.#request(path));
	}

	/** Sends a form without following where it leads. A key may be given to send the same form twice. */
	async send(path: string, fields: Fields, key = randomKey()): Promise<Seen> {
		const data = new FormData();
		data.set("form-key", key);
		for (const [name, value] of Object.entries(fields))
			for (const each of value instanceof File ? [value] : [value].flat())
				data.append(name, each);
		return seen(
			await this.#request(path, {
				method: "POST",
				body: data,
				headers: { "sec-fetch-site": "same-origin" },
			}),
		);
	}

	/** Sends a form and goes where it leads. */
	async post(path: string, fields: Fields = {}): Promise<Seen> {
		const answer = await this.send(path, fields);
		return answer.location === null ? answer : this.get(answer.location);
	}

	/** One answer as it comes: an empty form of ours, or a page. */
	raw(path: string, isForm: boolean): Promise<Response> {
		if (!isForm) return this.#request(path);
		const body = new FormData();
		body.set("form-key", randomKey());
		return this.#request(path, {
			method: "POST",
			body,
			headers: { "sec-fetch-site": "same-origin" },
		});
	}

	async #request(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = new Headers(init.headers);
		headers.set(
			"cookie",
			[...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
		);
		const response = await this.#app.request(path, { ...init, headers });
		for (const cookie of response.headers.getSetCookie()) {
			const [pair = ""] = cookie.split(";");
			const [name = "", value = ""] = pair.split("=");
			if (value === "") this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
		return response;
	}

	async #follow(response: Response): Promise<Seen> {
		const location = response.headers.get("location");
		return location === null ? seen(response) : this.get(location);
	}
}

function randomKey(): string {
	return crypto.randomUUID();
}

async function seen(response: Response): Promise<Seen> {
	const html = await response.text();
	return {
		status: response.status,
		location: response.headers.get("location"),
		html,
		text: wordsOf(html),
		headers: response.headers,
	};
}

function wordsOf(html: string): string {
	return html
		.replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, " ")
		.replace(/<[^>]+>/g, " ")
		.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
		.replaceAll("&amp;", "&")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replace(/\s+/g, " ")
		.trim();
}
