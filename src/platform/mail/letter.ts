/** A mail says little and links to much. Plain paragraphs, at most one button. */
export type Letter = {
	readonly subject: string;
	readonly paragraphs: readonly string[];
	/** Lines of a digest. */
	readonly lines?: readonly LetterLine[];
	readonly button?: { readonly label: string; readonly url: string };
	readonly foot: string;
};

export type LetterLine = {
	readonly text: string;
	readonly note?: string | undefined;
	readonly url: string;
};

export function letterText({
	paragraphs,
	lines = [],
	button,
	foot,
}: Letter): string {
	return [
		...paragraphs,
		...lines.map(({ text, note, url }) =>
			[
				`* ${text}`,
				...(note === undefined ? [] : [`  ${note}`]),
				`  ${url}`,
			].join("\n"),
		),
		...(button === undefined ? [] : [`${button.label}:\n${button.url}`]),
		`-- \n${foot}`,
	].join("\n\n");
}

/** Mail programs know no stylesheets of ours: the few styles stand inline, which a page would never do. */
export function letterHtml({
	subject,
	paragraphs,
	lines = [],
	button,
	foot,
}: Letter): string {
	const list = lines.map(
		({ text, note, url }) =>
			`<p style="margin:0;padding:12px 0;border-top:1px solid #ddd8cc"><a href="${escape(url)}" style="color:#1d4a41">${escape(text)}</a>${note === undefined ? "" : `<br><span style="color:#5a6460;font-size:14px">${escape(note)}</span>`}</p>`,
	);
	const body = paragraphs.map(
		(text) =>
			`<p style="margin:0 0 16px">${escape(text).replaceAll("\n", "<br>")}</p>`,
	);
	const link =
		button === undefined
			? ""
			: `<p style="margin:24px 0"><a href="${escape(button.url)}" style="background:#1d4a41;color:#ffffff;padding:12px 20px;border-radius:4px;text-decoration:none">${escape(button.label)}</a></p>`;
	return `<!doctype html><html><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="margin:0;padding:24px;background:#fbfaf6;color:#1b211f;font:16px/1.5 Georgia,serif"><div style="max-width:560px;margin:0 auto">${body.join("")}${list.join("")}${link}<p style="margin:32px 0 0;color:#5a6460;font-size:14px">${escape(foot)}</p></div></body></html>`;
}

export function escape(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
