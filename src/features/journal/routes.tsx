import { holding } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { page, type Route } from "../../platform/http/route.ts";
import { download, show, visitorOf } from "../../platform/http/visit.ts";
import { vaultOf } from "../../platform/database/database.ts";
import { verifierKey } from "../../platform/journal/checkpoint.ts";
import { journalSigner } from "../../platform/journal/signer.ts";
import { checkpoints, newestCheckpoint, sealedStanding } from "./queries.ts";
import { CheckpointsPage } from "./views/checkpoints.tsx";

const overseers = holding("administrator", "analyst");

export const journalRoutes: readonly Route[] = [
	page("/administration/journal/checkpoints", {
		allow: overseers,
		what: "The newest checkpoint of the journal, and how to check the journal against it",
		show: async (visit) => {
			const standing = await sealedStanding(visit.db);
			return show(
				<CheckpointsPage
					frame={visit.frame}
					standing={standing}
					checkpoints={await checkpoints(visit.db, 20)}
					verifier={verifierKey(
						standing.log,
						journalSigner(vaultOf(visit.db)).open,
					)}
					timeZone={visitorOf(visit).timeZone ?? "UTC"}
				/>,
			);
		},
	}),
	page("/administration/journal/checkpoint.txt", {
		allow: overseers,
		what: "The newest checkpoint as a file to keep elsewhere",
		show: async (visit) => {
			const newest = await newestCheckpoint(visit.db);
			if (newest === undefined) throw new NotFound();
			return download(
				`journal-checkpoint-${newest.size}.txt`,
				"text/plain; charset=utf-8",
				newest.note,
			);
		},
	}),
];
