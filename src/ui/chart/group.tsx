// Groups are told apart by colour, by shape and by pattern, so that colour blindness and grey print lose nothing.
import {
	symbol,
	symbolCircle,
	symbolDiamond,
	symbolSquare,
	symbolStar,
	symbolTriangle,
} from "d3-shape";

export type Group = 1 | 2 | 3 | 4 | 5;

const groups: readonly Group[] = [1, 2, 3, 4, 5];

const shapes = {
	1: symbolCircle,
	2: symbolSquare,
	3: symbolTriangle,
	4: symbolDiamond,
	5: symbolStar,
} as const;

const textures: Readonly<Record<Group, string>> = {
	1: "",
	2: "M-1 1 1-1M0 6 6 0M5 7 7 5",
	3: "M0 3h6",
	4: "M3 0v6",
	5: "M0 0 6 6M0 6 6 0",
};

/** The group's place in the palette; a sixth group starts over, and by then a chart is the wrong means. */
export function groupAt(place: number): Group {
	return groups[place % groups.length] ?? 1;
}

export function Mark({
	group,
	x,
	y,
	size = 64,
}: {
	group: Group;
	x: number;
	y: number;
	size?: number;
}) {
	return (
		<path
			class={`mark group-${group}`}
			transform={`translate(${round(x)} ${round(y)})`}
			d={symbol(shapes[group], size).digits(1)() ?? ""}
		/>
	);
}

/** The fills of bars, to be named with fillOf. */
export function Textures({ id, used }: { id: string; used: readonly Group[] }) {
	return (
		<defs>
			{[...new Set(used)].map((group) => (
				<pattern
					key={group}
					id={`${id}-${group}`}
					width="6"
					height="6"
					patternUnits="userSpaceOnUse"
				>
					<rect class={`group-${group}`} width="6" height="6" />
					<path class="texture" d={textures[group]} />
				</pattern>
			))}
		</defs>
	);
}

export function fillOf(id: string, group: Group): string {
	return `url(#${id}-${group})`;
}

/** A tenth of a unit is finer than any screen; more digits are only bytes. */
export function round(value: number): number {
	return Math.round(value * 10) / 10;
}
