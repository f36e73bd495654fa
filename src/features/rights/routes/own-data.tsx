import { z } from "zod";
import { readersByTable } from "../../../platform/database/register/readers.ts";
import { retentionDays } from "../../../platform/database/register/retention.ts";
import { signedIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import { download, show, visitorOf } from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import { exportArchive, ownData } from "../export.ts";
import { ledgerLength, ledgerOf } from "../queries/ledger.ts";
import { LedgerPage, ledgerState } from "../views/ledger.tsx";
import { OwnDataPage } from "../views/own-data.tsx";
import { ReadersPage } from "../views/readers.tsx";

export const ownDataRoutes: readonly Route[] = [
	page("/me/data", {
		allow: signedIn,
		what: "What one can do about one's own data",
		show: (visit) => show(<OwnDataPage frame={visit.frame} />),
	}),
	page("/me/data/readers", {
		allow: signedIn,
		what: "Each kind of data about oneself, and who may read it, as the database itself decides",
		show: async (visit) =>
			show(
				<ReadersPage
					frame={visit.frame}
					readers={await readersByTable(visit.db)}
					days={await retentionDays(visit.db)}
				/>,
			),
	}),
	page("/me/data/readings", {
		allow: signedIn,
		what: "Every time someone in office opened, took out or changed something about oneself",
		show: async (visit) => {
			const { id, timeZone } = visitorOf(visit);
			return show(
				<LedgerPage
					frame={visit.frame}
					entries={await ledgerOf(visit.db, id, ledgerState(visit.frame.path))}
					total={await ledgerLength(visit.db, id)}
					timeZone={timeZone ?? "UTC"}
				/>,
			);
		},
	}),
	action("/me/data/export", {
		allow: signedIn,
		what: "Take everything about oneself away, as JSON and CSV",
		form: z.object({}),
		act: async (visit) => {
			const { id, name } = visitorOf(visit);
			const data = await ownData(visit.db, id);
			await record(visit.tx, { act: "take-own-data", about: id });
			return download(
				`baton-${visit.today}.zip`,
				"application/zip",
				exportArchive(data, { name, at: visit.now }),
			);
		},
	}),
];
