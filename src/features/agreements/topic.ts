import {
	type AgreementTopic,
	agreementTopics,
} from "../../domain/relationships/agreement.ts";
import { NotFound } from "../../platform/http/refusal.ts";

/** The topic an address names; what is none is not there. */
export function topicIn(text: string): AgreementTopic {
	const topic = agreementTopics.find((each) => each === text);
	if (topic === undefined) throw new NotFound();
	return topic;
}
