// Reads a page as a browser's tokenizer does: what is a tag, what is an attribute, what is only text.
export type Tag = {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
};

export function tagsOf(html: string): readonly Tag[] {
	const tags: Tag[] = [];
	let place = html.search(/<[a-z]/i);
	while (place !== -1) {
		const name = /^[^\s/>]+/.exec(html.slice(place + 1, place + 60))?.[0] ?? "";
		const { attributes, end } = attributesFrom(html, place + 1 + name.length);
		tags.push({ name: name.toLowerCase(), attributes });
		const isRaw = ["script", "style"].includes(name.toLowerCase());
		const from = isRaw ? html.indexOf(`</${name}`, end) : end;
		if (from === -1) break;
		const next = html.slice(from).search(/<[a-z]/i);
		place = next === -1 ? -1 : from + next;
	}
	return tags;
}

const attribute =
	/\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|\s*\/|\s*["']/y;

function attributesFrom(html: string, start: number) {
	const attributes = new Map<string, string>();
	attribute.lastIndex = start;
	let end = start;
	for (;;) {
		const found = attribute.exec(html);
		if (found === null) break;
		end = attribute.lastIndex;
		const [, name, double, single, bare] = found;
		if (name !== undefined)
			attributes.set(name.toLowerCase(), plain(double ?? single ?? bare ?? ""));
	}
	return { attributes, end };
}

/** What a page must not hold, whatever people typed: a script of nobody's, a handler, an address that runs. */
export function dangersIn(html: string): readonly string[] {
	return tagsOf(html).flatMap(({ name, attributes }) => [
		...(name === "script" &&
		!attributes.get("src")?.startsWith("/assets/") &&
		attributes.get("type") !== "application/json"
			? [`<script> without a file of ours`]
			: []),
		...(["iframe", "object", "embed", "base", "frame", "marquee"].includes(name)
			? [`<${name}>`]
			: []),
		...[...attributes].flatMap(([key, value]) => [
			...(key.startsWith("on") || key === "srcdoc" ? [`${name} ${key}`] : []),
			...(["href", "src", "action", "formaction", "data"].includes(key) &&
			/^(javascript|data|vbscript):/i.test(withoutBlanks(value))
				? [`${name} ${key}=${value.slice(0, 40)}`]
				: []),
		]),
	]);
}

/** A browser looks past spaces and control characters before an address. */
function withoutBlanks(address: string): string {
	return address
		.split("")
		.filter((letter) => letter > " ")
		.join("");
}

export function plain(text: string): string {
	return text
		.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&amp;", "&");
}
