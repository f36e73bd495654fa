import type { ComponentChildren } from "preact";

/** A person in one line: name, title, where they work. No portraits: faces decide too much in mentoring. */
export function PersonLine({
	name,
	href,
	title,
	place,
	children,
}: {
	name: string;
	href?: string | undefined;
	/** "Chief Operating Officer" */
	title?: string | undefined;
	/** Function, site: "Finance, Rotterdam" */
	place?: string | undefined;
	/** At the end of the line: a status, a button. */
	children?: ComponentChildren;
}) {
	const about = [title, place].filter(Boolean).join(" · ");
	return (
		<div class="person">
			<span class="person-mark" aria-hidden="true">
				{initials(name)}
			</span>
			<p>
				{href ? <a href={href}>{name}</a> : <strong>{name}</strong>}
				{about && <span class="person-about">{about}</span>}
			</p>
			{children && <div class="person-end">{children}</div>}
		</div>
	);
}

function initials(name: string): string {
	const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
	return [words[0], words.length > 1 ? words.at(-1) : undefined]
		.map((word) => /^\p{L}\p{M}*/u.exec(word ?? "")?.[0] ?? "")
		.join("")
		.toLocaleUpperCase();
}
