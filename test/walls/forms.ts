import { plain, tagsOf } from "./tags.ts";

/** A form of a page, with what a browser would send of it untouched, and the fields in which anybody can type what they like. */
export type Form = {
	readonly action: string;
	readonly values: Readonly<Record<string, string>>;
	readonly texts: readonly string[];
};

export function formsOf(html: string, path: string): readonly Form[] {
	return [
		...html.matchAll(/<form\b[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/g),
	].map(([whole, inside = ""]) => {
		const action = /action="([^"]*)"/.exec(whole)?.[1];
		return {
			action: action === undefined ? path : plain(action),
			...fieldsOf(inside),
		};
	});
}

function fieldsOf(inside: string): Pick<Form, "values" | "texts"> {
	const values: Record<string, string> = {};
	const texts: string[] = [];
	let choosing: string | undefined;
	for (const { name: tag, attributes } of tagsOf(inside)) {
		const name = attributes.get("name");
		const type = attributes.get("type") ?? "text";
		if (tag === "select") choosing = name;
		if (tag === "option" && choosing !== undefined) {
			const isFirst = values[choosing] === undefined;
			if (isFirst || attributes.has("selected"))
				values[choosing] = attributes.get("value") ?? "";
		}
		if (name === undefined || name === "form-key") continue;
		const isFree =
			tag === "textarea" ||
			(tag === "input" && ["text", "search", "email", "url"].includes(type));
		if (isFree) texts.push(name);
		else if (tag === "input" && type !== "file" && type !== "submit") {
			const isChoice = type === "radio" || type === "checkbox";
			if (!isChoice || attributes.has("checked") || values[name] === undefined)
				values[name] = attributes.get("value") ?? "on";
		}
	}
	return { values, texts: [...new Set(texts)] };
}
