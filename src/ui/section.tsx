import type { ComponentChildren } from "preact";

type SectionProps = {
	title: string;
	lead?: ComponentChildren;
	/** For links from elsewhere. */
	id?: string;
	action?: ComponentChildren;
	children?: ComponentChildren;
	/** "beside": the heading stands in the margin, as in a report; for forms and prose. "below": content takes the full width. */
	layout?: "below" | "beside";
};

export function Section(props: SectionProps) {
	return (
		<section class={`section ${props.layout ?? "below"}`} id={props.id}>
			<header class="section-head">
				<h2>{props.title}</h2>
				{props.lead && <p class="section-lead">{props.lead}</p>}
				{props.action && <div class="section-action">{props.action}</div>}
			</header>
			<div class="section-body">{props.children}</div>
		</section>
	);
}

/** Two or more things side by side where there is room. */
export function Columns({
	children,
	count = 2,
}: {
	children: ComponentChildren;
	count?: 2 | 3 | 4;
}) {
	return <div class={`columns columns-${count}`}>{children}</div>;
}

/** Running text in the measure of a book. */
export function Prose({ children }: { children: ComponentChildren }) {
	return <div class="prose">{children}</div>;
}

/** Things below each other with even space between. */
export function Stack({ children }: { children: ComponentChildren }) {
	return <div class="stack">{children}</div>;
}
