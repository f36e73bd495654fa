export interface WorkbookPart {
	readonly name: string;
	readonly path: string;
	/** 1 for the first sheet of the workbook, hidden ones included. */
	readonly position: number;
	readonly isVisible: boolean;
}

export interface Workbook {
	readonly sheets: readonly WorkbookPart[];
	/** Cell style number → how many digits it shows, for formats made of zeros only. */
	readonly padding: ReadonlyMap<string, number>;
}

/** The sheets of a workbook in their order, and the styles that pad numbers (ECMA-376 part 1, 18.2.19 and 18.8). Null when it names no sheet. */
export function workbookParts(
	parts: ReadonlyMap<string, Uint8Array>,
): Workbook | null {
	const text = (path: string) => new TextDecoder().decode(parts.get(path));
	const targets = new Map(
		tags(text("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [
			tag.get("Id") ?? "",
			partPath(tag.get("Target") ?? ""),
		]),
	);
	const sheets = tags(text("xl/workbook.xml"), "sheet")
		.filter((tag) => tag.has("name"))
		.map((tag, index) => ({
			name: tag.get("name") ?? "",
			path: targets.get(tag.get("id") ?? "") ?? "",
			position: index + 1,
			isVisible: (tag.get("state") ?? "visible") === "visible",
		}));
	if (sheets.length === 0) return null;
	return { sheets, padding: paddingStyles(text("xl/styles.xml")) };
}

function partPath(target: string): string {
	return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function paddingStyles(styles: string): ReadonlyMap<string, number> {
	const formats = new Map<string, number>();
	for (const tag of tags(styles, "numFmt")) {
		const code = tag.get("formatCode") ?? "";
		if (/^0{2,15}$/.test(code)) {
			formats.set(tag.get("numFmtId") ?? "", code.length);
		}
	}
	const cellStyles = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles);
	const padding = new Map<string, number>();
	for (const [index, tag] of tags(cellStyles?.[0] ?? "", "xf").entries()) {
		const width = formats.get(tag.get("numFmtId") ?? "");
		if (width !== undefined) padding.set(String(index), width);
	}
	return padding;
}

/** The attributes of every tag of this name, with or without a namespace prefix on tag and attributes. */
function tags(
	xml: string,
	name: string,
): readonly ReadonlyMap<string, string>[] {
	const pattern = new RegExp(
		`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:[^"'<>]|"[^"]*"|'[^']*')*)>`,
		"g",
	);
	return [...xml.matchAll(pattern)].map((tag) => attributesOf(tag[1] ?? ""));
}

function attributesOf(text: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const pattern = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
	for (const [, name = "", double, single] of text.matchAll(pattern)) {
		found.set(name, unescapeXml(double ?? single ?? ""));
	}
	return found;
}

const ENTITIES: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
};

function unescapeXml(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
		(whole, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return ENTITIES[name] ?? whole;
			const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		},
	);
}
