import { z } from "zod";
import { starterAgreement } from "../../domain/relationships/agreement-starters.ts";
import { holdingIn, signedIn } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
} from "../../platform/http/visit.ts";
import type { FormState } from "../../ui/form.tsx";
import { currentLocale, t } from "../../ui/text.ts";
import { enterProgram, uuidIn } from "../programs/standing.ts";
import {
	discardDraft,
	publishDraft,
	publishStarters,
	saveDraft,
} from "./commands/publish.ts";
import { DraftForm, PublishForm, StarterForm, textIn } from "./forms.ts";
import {
	acceptanceCounts,
	draftedTopics,
	findDraft,
	publishedTexts,
} from "./queries.ts";
import { topicIn } from "./topic.ts";
import { EditAgreementPage } from "./views/edit-agreement.tsx";
import { ProgramAgreementsPage } from "./views/program-agreements.tsx";
import { PublishAgreementPage } from "./views/publish-agreement.tsx";

const managing = holdingIn("program", "program-manager");

/** The texts of a program: for everyone in it to read, for those who run it to write. */
export const programAgreementRoutes: readonly Route[] = [
	page("/programs/:program/agreements", {
		allow: signedIn,
		what: "What members promise each other, every version, for everyone who may know of the program",
		show: (visit) => agreementsPage(visit),
	}),
	action("/programs/:program/agreements/starters", {
		allow: managing,
		what: "Publish the starter texts of the agreements",
		form: StarterForm,
		act: async (visit, { language }) => {
			const program = uuidIn(visit.params.program);
			await publishStarters(visit.tx, program, {
				language,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			return redirect(
				`/programs/${program}/agreements`,
				done(t("Published. Members are asked before their next session.")),
			);
		},
		again: (visit, state) => agreementsPage(visit, state),
	}),
	page("/programs/:program/agreements/:topic/edit", {
		allow: managing,
		what: "Write the next version of an agreement",
		show: (visit) => editPage(visit),
	}),
	action("/programs/:program/agreements/:topic/draft", {
		allow: managing,
		what: "Keep the draft of an agreement",
		form: DraftForm,
		act: async (visit, { revision, sections, isToPublish }) => {
			const place = placeOf(visit.params);
			const text = textIn(sections);
			await saveDraft(visit.tx, place, {
				text,
				revision,
				by: visitorOf(visit).id,
			});
			const base = `/programs/${place.program}/agreements`;
			return isToPublish
				? redirect(`${base}/${place.topic}/publish`)
				: redirect(base, done(t("The draft is kept.")));
		},
		again: (visit, state) => editPage(visit, state),
	}),
	page("/programs/:program/agreements/:topic/publish", {
		allow: managing,
		what: "The draft of an agreement beside the current version",
		show: (visit) => publishPage(visit),
	}),
	action("/programs/:program/agreements/:topic/publish", {
		allow: managing,
		what: "Publish a version of an agreement",
		form: PublishForm,
		act: async (visit, { revision, after, again, reason }) => {
			const place = placeOf(visit.params);
			const version = await publishDraft(visit.tx, place, {
				revision,
				after,
				whyNotAgain: again === "yes" ? null : reason,
				by: visitorOf(visit).id,
				origin: visit.origin,
			});
			return redirect(
				`/programs/${place.program}/agreements`,
				done(t("Version {version} is the current one.", { version })),
			);
		},
		again: (visit, state) => publishPage(visit, state),
	}),
	action("/programs/:program/agreements/:topic/discard", {
		allow: managing,
		what: "Discard the draft of an agreement",
		form: z.object({}),
		act: async (visit) => {
			const place = placeOf(visit.params);
			await discardDraft(visit.tx, place);
			return redirect(
				`/programs/${place.program}/agreements`,
				done(t("The draft is discarded; what is published stays.")),
			);
		},
	}),
];

function placeOf(params: { readonly program: string; readonly topic: string }) {
	return { program: uuidIn(params.program), topic: topicIn(params.topic) };
}

type OfProgram = Visit<"/programs/:program">;

async function agreementsPage(visit: OfProgram, state?: FormState) {
	const standing = await enterProgram(visit);
	const { id } = standing.program;
	return show(
		<ProgramAgreementsPage
			frame={visit.frame}
			standing={standing}
			texts={await publishedTexts(visit.db, id)}
			drafted={standing.manages ? await draftedTopics(visit.db, id) : []}
			counts={
				standing.manages ? await acceptanceCounts(visit.db, id) : undefined
			}
			state={state}
		/>,
	);
}

type OfTopic = Visit<"/programs/:program/:topic">;

async function editPage(visit: OfTopic, state?: FormState) {
	const { program } = await enterProgram(visit);
	const topic = topicIn(visit.params.topic);
	const draft = await findDraft(visit.db, program.id, topic);
	const current = await currentVersion(visit, program.id);
	return show(
		<EditAgreementPage
			frame={visit.frame}
			program={program}
			topic={topic}
			text={
				draft?.text ?? current?.text ?? starterAgreement(topic, currentLocale())
			}
			revision={draft?.revision ?? 0}
			begunFrom={
				draft !== undefined
					? t(
							"You go on with the draft. Nobody else sees it before you publish.",
						)
					: current === undefined
						? t("This is the starter text. Change what you like.")
						: t(
								"This is version {version}. Nobody sees a change before you publish it.",
								{
									version: current.version,
								},
							)
			}
			state={state}
		/>,
	);
}

async function publishPage(visit: OfTopic, state?: FormState) {
	const { program } = await enterProgram(visit);
	const topic = topicIn(visit.params.topic);
	const draft = await findDraft(visit.db, program.id, topic);
	if (draft === undefined) throw new NotFound();
	return show(
		<PublishAgreementPage
			frame={visit.frame}
			program={program}
			topic={topic}
			draft={draft}
			current={await currentVersion(visit, program.id)}
			state={state}
		/>,
	);
}

async function currentVersion(visit: OfTopic, program: string) {
	const texts = await publishedTexts(visit.db, program);
	return texts.find(({ topic }) => topic === visit.params.topic);
}
