import { Prose } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";

/** The promise, word for word as docs/operating/threat-model.md explains it. */
export function Promise() {
	return (
		<Prose>
			<p>
				{t(
					"Your notes are encrypted in your browser. Your HR team, the people who run programs, administrators, database administrators, and anyone who steals the database, its backups or its logs cannot read them.",
				)}
			</p>
			<p>
				{t(
					"They can see that a note exists, who wrote it, when, and roughly how long it is.",
				)}
			</p>
			<p>
				{t(
					"Someone who changes the program your browser loads could capture what you type afterwards; each release publishes fingerprints of its files so that this can be noticed.",
				)}
			</p>
			<p>
				{t(
					"If you lose every way in, your own notes are gone. What you and somebody else share comes back as long as the other still has their keys. If both of you lose them, it is gone. Nobody can help.",
				)}
			</p>
			<p>
				{t(
					"One exception, and only if both of you choose it beforehand: where an organisation has a recovery key, two of three custodians can open together what you share from then on, after giving a reason and 72 hours after you were told.",
				)}{" "}
				<a href="/recovery">{t("Can your organisation open sealed notes?")}</a>
			</p>
		</Prose>
	);
}
