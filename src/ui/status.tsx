import type { ComponentChildren } from "preact";

/** done: full; active: half; waiting: ring; attention: amber triangle; loss: red square; quiet: a dash. The shape says it without the colour. */
export type StatusKind =
	| "done"
	| "active"
	| "waiting"
	| "attention"
	| "loss"
	| "quiet";

const shapes: Readonly<Record<StatusKind, string>> = {
	done: "M5 0.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9z",
	active: "M5 1a4 4 0 1 0 0 8zM5 1a4 4 0 0 1 0 8",
	waiting: "M5 1a4 4 0 1 0 0 8a4 4 0 0 0 0-8z",
	attention: "M5 0.5 9.7 9H0.3z",
	loss: "M1 1h8v8H1z",
	quiet: "M1 5h8",
};

export function Status({
	kind,
	children,
}: {
	kind: StatusKind;
	children: ComponentChildren;
}) {
	return (
		<span class={`status ${kind}`}>
			<svg viewBox="-0.5 -0.5 11 11" aria-hidden="true">
				{kind === "active" && <path class="half" d="M5 1a4 4 0 0 0 0 8z" />}
				<path class="outline" d={shapes[kind]} />
			</svg>
			{children}
		</span>
	);
}

export function Tag({ children }: { children: ComponentChildren }) {
	return <span class="tag">{children}</span>;
}

export function Tags({ words }: { words: readonly string[] }) {
	return (
		<ul class="tags">
			{words.map((word) => (
				<li key={word} class="tag">
					{word}
				</li>
			))}
		</ul>
	);
}
