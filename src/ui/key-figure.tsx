import type { ComponentChildren } from "preact";

/** One number with what makes it honest: its n, its interval, its date. */
export function KeyFigure({
	value,
	label,
	note,
	tone = "plain",
}: {
	/** Formatted: "24", "86%". */
	value: string;
	label: string;
	/** "n = 42, 95% interval 71% to 94%, 17 March 2026" */
	note?: string;
	tone?: "plain" | "attention" | "loss";
}) {
	return (
		<div class={`key-figure ${tone}`}>
			<p class="key-value">{value}</p>
			<p class="key-label">{label}</p>
			{note && <p class="key-note">{note}</p>}
		</div>
	);
}

/** Key figures in a row under one hairline. */
export function KeyFigures({ children }: { children: ComponentChildren }) {
	return <div class="key-figures">{children}</div>;
}
