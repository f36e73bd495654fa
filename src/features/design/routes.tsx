import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { holdingOrDemonstration } from "../../platform/http/guard.ts";
import { action, page, type Route, stream } from "../../platform/http/route.ts";
import { redirect, show } from "../../platform/http/visit.ts";
import { DesignPage } from "./views/design-page.tsx";

const allow = holdingOrDemonstration("administrator");

/** The design system with every component in every state. */
export const designRoutes: readonly Route[] = [
	page("/design", {
		allow,
		what: "The design system, every component in every state",
		show: (visit) => show(<DesignPage frame={visit.frame} />),
	}),
	action("/design", {
		allow,
		what: "The specimen forms of the design system; they do nothing",
		isJournalled: false,
		form: z.unknown(),
		act: async () => redirect("/design"),
	}),
	stream("/design/progress", {
		allow,
		what: "A specimen of progress",
		follow: specimen,
	}),
];

async function* specimen() {
	for (let value = 0; value <= 40; value += 1) {
		yield { value, max: 40, text: `${value} / 40` };
		await setTimeout(250);
	}
}
