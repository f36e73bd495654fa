import type { ComponentChildren } from "preact";
import { Audience, type Readers } from "./audience.tsx";

export type Description = {
	readonly term: string;
	readonly text: ComponentChildren;
	readonly audience?: Readers | undefined;
	/** Where it comes from: "From HR, 2 March 2026". */
	readonly source?: string | undefined;
};

export function DescriptionList({ items }: { items: readonly Description[] }) {
	return (
		<dl class="descriptions">
			{items.map((item) => (
				<div key={item.term}>
					<dt>{item.term}</dt>
					<dd>
						{item.text}
						{item.source && <span class="hint">{item.source}</span>}
						{item.audience && <Audience of={item.audience} />}
					</dd>
				</div>
			))}
		</dl>
	);
}
