import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { deliveryFailure } from "./delivery-failure.ts";

// As Postfix writes it.
const postfix = `Return-Path: <>
From: MAILER-DAEMON@mx.meridian.example (Mail Delivery System)
To: baton@meridian.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4BDC52BA8.1772625600/mx.meridian.example"
Message-Id: <20260304120000.CC3AD2BAA@mx.meridian.example>

This is a MIME-encapsulated message.

--4BDC52BA8.1772625600/mx.meridian.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<ingrid@meridian.example>: host mail.meridian.example said: 550 5.1.1 unknown

--4BDC52BA8.1772625600/mx.meridian.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.meridian.example
X-Postfix-Queue-ID: 4BDC52BA8
Arrival-Date: Wed,  4 Mar 2026 12:00:00 +0000 (UTC)

Final-Recipient: rfc822; ingrid@meridian.example
Original-Recipient: rfc822;ingrid@meridian.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.meridian.example
Diagnostic-Code: smtp; 550 5.1.1 <ingrid@meridian.example>: Recipient address
    rejected: User unknown

--4BDC52BA8.1772625600/mx.meridian.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <baton@meridian.example>
From: Baton <baton@meridian.example>
To: ingrid@meridian.example
Subject: Somebody is proposed to you
Message-ID: <6a1f@baton>

Dear Ingrid

--4BDC52BA8.1772625600/mx.meridian.example--
`;

test("a report names the mail, the address and the status, with line ends of either kind and parts in base64", () => {
	const found = {
		messageId: "<6a1f@baton>",
		recipient: "ingrid@meridian.example",
		status: "5.1.1",
	};
	assert.deepEqual(deliveryFailure(postfix), found);
	assert.deepEqual(deliveryFailure(postfix.replaceAll("\n", "\r\n")), found);
	const fields = /Reporting-MTA[\s\S]*?User unknown\n/.exec(postfix)?.[0] ?? "";
	const encoded = postfix
		.replace(fields, `${Buffer.from(fields).toString("base64")}\n`)
		.replace(
			"Content-Type: message/delivery-status",
			"Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64",
		);
	assert.deepEqual(deliveryFailure(encoded), found);
	const headersOnly = postfix
		.replace("message/rfc822", "text/rfc822-headers")
		.replace("\n\nDear Ingrid", "");
	assert.deepEqual(deliveryFailure(headersOnly), found);
});

test("what says nothing about an address is no failure: a delay, a full mailbox, a policy, an answer in words, a mail that only looks like one", () => {
	for (const other of [
		postfix.replace("Action: failed", "Action: delayed"),
		postfix.replace("Status: 5.1.1", "Status: 4.4.1"),
		postfix.replace("Status: 5.1.1", "Status: 5.2.2"),
		postfix.replace("Status: 5.1.1", "Status: 5.7.1"),
		postfix.replace("Message-ID: <6a1f@baton>\n", ""),
		postfix.replace("multipart/report", "multipart/mixed"),
		"From: ingrid@meridian.example\nSubject: Out of office\n\nI am away; Action: failed; Status: 5.1.1\n",
		"",
	])
		assert.equal(deliveryFailure(other), undefined);
});

test("whatever comes, it answers", () => {
	const lines = postfix.split("\n");
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...lines, "--", "\u0000", "=?")),
			(some) => void deliveryFailure(some.join("\n")),
		),
		{ numRuns: 200 },
	);
});
