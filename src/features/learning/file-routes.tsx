import { z } from "zod";
import { mediaType } from "../../platform/files/file-type.ts";
import { largestUpload } from "../../platform/files/upload.ts";
import { signedIn } from "../../platform/http/guard.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	download,
	redirect,
	visitorOf,
} from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { putFile, removeFile } from "./commands/files.ts";
import { writers } from "./may-write.ts";
import { fileOf } from "./queries/files.ts";
import { stepOf } from "./visits.ts";
import { editStepPage } from "./writing-routes.tsx";

/** The files of steps: whoever may read a step may keep its file. */
export const learningFileRoutes: readonly Route[] = [
	page("/learning/steps/:step/file", {
		allow: signedIn,
		what: "The file of a learning step",
		show: async (visit) => {
			const { step } = await stepOf(visit);
			const { name, type, content } = await fileOf(visit.db, step.id);
			return download(name, mediaType(type), content);
		},
	}),
	action("/learning/steps/:step/file", {
		allow: writers,
		what: "Put a file to a step, or another in its place",
		form: z.object({}),
		maxBytes: largestUpload,
		act: async (visit) => {
			const { step } = await stepOf(visit);
			await putFile(visit.tx, step, {
				file: visit.files["file"],
				by: visitorOf(visit).id,
			});
			return redirect(
				`/learning/steps/${step.id}`,
				done(t("The file is there for everyone who reads the step.")),
			);
		},
		again: (visit, state) => editStepPage(visit, { file: state }),
	}),
	action("/learning/steps/:step/file/remove", {
		allow: writers,
		what: "Remove the file of a step",
		form: z.object({}),
		act: async (visit) => {
			const { step } = await stepOf(visit);
			await removeFile(visit.tx, step);
			return redirect(
				`/learning/steps/${step.id}`,
				done(t("The file is gone.")),
			);
		},
	}),
];
