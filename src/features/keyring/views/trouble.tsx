import { t } from "../../../ui/text.ts";

/** What an island says when something is refused, by the reason the sealing code gives. Hidden in the page until it is needed. */
export function Troubles() {
	return (
		<ul class="island-troubles" hidden>
			{Object.entries(troubles()).map(([reason, text]) => (
				<li key={reason} data-trouble={reason}>
					{text}
				</li>
			))}
		</ul>
	);
}

function troubles(): Readonly<Record<string, string>> {
	return {
		"wrong-key": t(
			"That does not open your keys. Look at it once more: nothing was changed.",
		),
		"weak-key": t(
			"The server offered this way in on weaker terms than it was made with. It was not used. Tell whoever runs Baton.",
		),
		malformed: t(
			"The server sent something that cannot be read. Nothing of it was used.",
		),
		"forged-identity": t(
			"The server showed keys whose proof does not hold. They were not used. Tell whoever runs Baton.",
		),
		"changed-identity": t(
			"These are not the keys you met before. Compare words first.",
		),
		"forged-grant": t(
			"A key was offered whose signature does not hold. It was not used.",
		),
		"foreign-grant": t(
			"A key was offered by somebody who is not known here, or for another place. It was not used.",
		),
		"foreign-member": t(
			"The server named somebody who does not belong here. Nothing was opened. Tell whoever runs Baton.",
		),
		"forged-recovery": t(
			"What the server shows of the recovery key is not what people signed. Nothing that depends on it was opened or sent. Tell whoever looks after security.",
		),
		"wrong-words": t(
			"These are not the six words of the recovery key that the server shows. Nothing was agreed. Ask the custodian once more; if they still differ, tell whoever looks after security.",
		),
		"too-early": t(
			"The 72 hours are not over by this browser’s clock. Nothing was handed out.",
		),
		"unknown-writer": t(
			"Written with keys that do not belong to anybody here. Not shown.",
		),
		"forged-text": t("This note is not as its writer signed it. Not shown."),
		"misplaced-text": t("This note belongs to another place. Not shown."),
		"old-text": t(
			"The server shows an older state of this note than you have seen. Not shown.",
		),
		"missing-text": t(
			"A note you have seen here is no longer shown by the server.",
		),
		"no-key": t("The key of this note has not been given to you."),
		"no-passkey": t(
			"Your browser gave no passkey that can open keys. Choose another way.",
		),
		"no-device": t("This browser keeps no key of its own. Choose another way."),
		"not-sent": t("It could not be sent. Nothing is lost: try again."),
		conflict: t(
			"Somebody else was quicker. Look at how things stand now, then try again.",
		),
		"too-long": t("This is too long for one note."),
	};
}
