import { z } from "zod";
import { signedIn } from "../../../platform/http/guard.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	download,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { mediaType } from "../../../platform/files/file-type.ts";
import { largestUpload } from "../../../platform/files/upload.ts";
import { addArtifact, removeArtifact } from "../commands/artifacts.ts";
import { artifactsOf, findArtifact } from "../queries/artifacts.ts";
import { ArtifactsPage } from "../views/artifacts-page.tsx";
import { ownCompany } from "./visits.ts";

/** Files that members show each other. */
export const artifactRoutes: readonly Route[] = [
	page("/relationships/:relationship/artifacts", {
		allow: signedIn,
		what: "Files that the members of a relationship show each other, for its members",
		show: (visit) => artifactsPage(visit),
	}),
	action("/relationships/:relationship/artifacts", {
		allow: signedIn,
		what: "Add a file to a relationship, as one of its members",
		form: z.object({}),
		maxBytes: largestUpload,
		act: async (visit) => {
			const company = await ownCompany(visit);
			await addArtifact(visit.tx, company, {
				file: visit.files["file"],
				by: visitorOf(visit).id,
			});
			return redirect(
				`/relationships/${company.id}/artifacts`,
				done(t("It is there for the others to see.")),
			);
		},
		again: (visit, state) => artifactsPage(visit, state),
	}),
	page("/artifacts/:artifact", {
		allow: signedIn,
		what: "A file, for the members of its relationship",
		show: async (visit) => {
			const { name, type, content } = await findArtifact(
				visit.db,
				visit.params.artifact,
			);
			return download(name, mediaType(type), content);
		},
	}),
	action("/artifacts/:artifact/remove", {
		allow: signedIn,
		what: "Take a file back, as whoever added it",
		form: z.object({}),
		act: async (visit) => {
			const relationship = await removeArtifact(visit.tx, {
				id: visit.params.artifact,
				by: visitorOf(visit).id,
			});
			return redirect(
				`/relationships/${relationship}/artifacts`,
				done(t("It is gone.")),
			);
		},
	}),
];

type CompanyVisit = Omit<Visit, "params"> & {
	readonly params: { readonly relationship: string };
};

async function artifactsPage(visit: CompanyVisit, state?: FormState) {
	const company = await ownCompany(visit);
	return show(
		<ArtifactsPage
			frame={visit.frame}
			company={company}
			artifacts={await artifactsOf(visit.db, company.id)}
			visitor={visitorOf(visit).id}
			state={state}
		/>,
	);
}
