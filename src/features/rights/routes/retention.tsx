import { sql } from "kysely";
import { z } from "zod";
import { readersByTable } from "../../../platform/database/register/readers.ts";
import { periods } from "../../../platform/database/register/retention.ts";
import { holding } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { due } from "../commands/retention.ts";
import { ProcessingPage } from "../views/processing.tsx";
import { RetentionPage } from "../views/retention.tsx";

const administrators = holding("administrator");

const PeriodForm = z.object({
	kind: z.enum(periods),
	days: z.coerce
		.number({ error: () => t("Enter a number of days.") })
		.int({ error: () => t("Enter a whole number of days.") })
		.min(1, { error: () => t("At least one day.") })
		.max(36_500, { error: () => t("At most a hundred years.") }),
});

export const retentionRoutes: readonly Route[] = [
	page("/administration/retention", {
		allow: administrators,
		what: "How long what is kept, and what the next run will take away",
		show: (visit) => retentionPage(visit),
	}),
	action("/administration/retention", {
		allow: administrators,
		what: "Choose how long something is kept",
		form: PeriodForm,
		act: async (visit, { kind, days }) => {
			const changed = {
				days,
				changed_by: visitorOf(visit).id,
				changed_at: sql<Date>`now()`,
			};
			await visit.tx
				.insertInto("retention_period")
				.values({ kind, ...changed })
				.onConflict((row) => row.column("kind").doUpdateSet(changed))
				.execute();
			await record(visit.tx, {
				act: "change-retention",
				detail: { kind, days },
			});
			return redirect(
				"/administration/retention",
				done(t("Saved. It holds from the next run on.")),
			);
		},
		again: (visit, state) => retentionPage(visit, state),
	}),
	page("/administration/processing", {
		allow: administrators,
		what: "The register of processing: what is kept about people, what for, who reads it, how long",
		show: async (visit) =>
			show(
				<ProcessingPage
					frame={visit.frame}
					readers={await readersByTable(visit.db)}
				/>,
			),
	}),
];

async function retentionPage(visit: Visit, state?: FormState) {
	return show(
		<RetentionPage
			frame={visit.frame}
			due={await actingAs(visit.db, "housekeeping", () => due(visit.db))}
			state={state}
		/>,
	);
}
