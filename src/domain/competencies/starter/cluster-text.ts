import type { Anchors } from "../catalogue.ts";

/** A cluster as its author writes it: the key of each competency is its place in `competencies`. */
export type ClusterText = {
	readonly key: string;
	readonly name: string;
	readonly competencies: Readonly<
		Record<
			string,
			{
				readonly name: string;
				readonly definition: string;
				readonly anchors: Anchors;
			}
		>
	>;
};
