/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-help-topics.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-text.h"

#define HEADING(title) { MUSTER_HELP_HEADING, title, NULL, 0 }
#define TEXT(text) { MUSTER_HELP_TEXT, NULL, text, 0 }
#define STEP(text) { MUSTER_HELP_STEP, NULL, text, 0 }
#define TERM(title, text) { MUSTER_HELP_TERM, title, text, 0 }
#define STATE(state, text) { MUSTER_HELP_STATE, NULL, text, state }
#define KEYS { MUSTER_HELP_KEYS, NULL, NULL, 0 }
#define END { MUSTER_HELP_END, NULL, NULL, 0 }

static const MusterHelpBlock first_hour[] = {
  TEXT (N_("Muster keeps the roster of the people who help others with health insurance: who they are, who may assist today and why, and what is being done about everyone else. Everything is in one encrypted folder, the register.")),
  STEP (N_("Look around in the practice register first. It is an invented agency, and nothing that you do there can harm anything. Its accounts show what each role sees.")),
  STEP (N_("Create your register. You become its first administrator. Leave the key in this computer’s keyring switched on: without it, only the password protects the register.")),
  STEP (N_("Print the recovery sheet and lock it away, not beside this computer. Muster keeps no copy of that key, and nobody can make it again.")),
  STEP (N_("Add an account for everybody who works with the register. Nobody shares one: the journal says who did what, and a revocation needs two people.")),
  STEP (N_("Import the roster that the marketplace or your agency keeps today. You see what would happen to every row before anything changes.")),
  STEP (N_("Record what is true of each person: the certification, the agency, what is open. From then on the roster answers who may assist.")),
  STEP (N_("Take a checkpoint of the journal now and then, and keep the code outside of this computer.")),
  END,
};

static const MusterHelpBlock importing[] = {
  TEXT (N_("Staff, supervisors and administrators can import. A file never certifies anybody: what it says about a status or about leaving is kept as what the sender says. Where it contradicts a certification, or says of somebody new that it is over, that becomes a task to look into.")),
  STEP (N_("Open Import, and drop the file there or choose it. It need not be tidied up first: columns may stand in any order and be called what they like.")),
  STEP (N_("Check what each column holds. Columns that are ignored are not kept. A column of social security numbers is refused.")),
  STEP (N_("Choose how people are told apart who are already on the roster, and whether the file may add people, change them, or both.")),
  STEP (N_("Decide what the problems ask, if there are any: put cells right, say who is meant, or leave rows out.")),
  STEP (N_("Read the preview. Each row is new, changed, unchanged, skipped, a conflict or rejected, and says why. Nothing has been changed so far.")),
  STEP (N_("Import. It happens as a whole or not at all; Cancel leaves nothing behind. The journal keeps the file’s name, size and digest with what came of it.")),
  STEP (N_("Save the result files. Put the rejected rows right in theirs and import it again: who is known already stays as they are. Rows that were skipped have a file, too, with the reason.")),
  HEADING (N_("If Rows Are Rejected")),
  TEXT (N_("A file with rows that are rejected or wait for an answer changes nothing unless you say that the good rows are to be imported all the same. The same file twice changes nothing.")),
  HEADING (N_("Where a Value Comes From")),
  TEXT (N_("On the page of a person, press a value: it says of which file, sheet, line and column it is, who imported it and when; or who typed it, and why.")),
  HEADING (N_("How It Was on Another Day")),
  TEXT (N_("Another Day, in the menu of the roster and on the page of a person, shows how things stood on a day or will stand; and, if you ask for it, by what had been recorded until a certain day. Nothing can be changed there.")),
  END,
};

static const MusterHelpBlock problems[] = {
  TEXT (N_("Between the columns and the preview stands what the rows ask. Errors come first, then questions, then warnings; a row with an error is not imported. The file itself is never changed.")),
  STEP (N_("Choose Errors, Questions or Warnings to see only those. What is alike stands together under one heading.")),
  STEP (N_("Take what is proposed where it is right: an O for a zero, a number that a spreadsheet has damaged. Fix All takes it in every row of the heading.")),
  STEP (N_("Choose Edit to type a cell as it should be. What you type is checked while you type.")),
  STEP (N_("Say who is meant where a row fits somebody only by the name, or by an identifier but with another first and last name: The Same Person, or Not the Same. Until then the row waits. What is not the same is remembered and not asked again.")),
  STEP (N_("Leave a row out if it does not belong here. Undo takes any of this back, as long as the import is not done.")),
  HEADING (N_("If the Whole File Looks Wrong")),
  TERM (N_("Accents look wrong"), N_("Go back to the columns, open How the File Is Read, and choose another encoding.")),
  TERM (N_("Everything is in one column"), N_("There, choose the sign by which columns are separated.")),
  TERM (N_("The header is wrong"), N_("There, choose the line where the header is, or that the file has none.")),
  TERM (N_("Days could be read two ways"), N_("Say once for the column what comes first, the day or the month. Muster shows what speaks for it and never guesses.")),
  TERM (N_("A word is not understood"), N_("At the column of roles or states, say what each word of the sender means. It is remembered with the sender.")),
  HEADING (N_("What Cannot Be Fixed Here")),
  TERM (N_("Social security numbers"), N_("A file with such a column is refused. Take the column out where the file was made, and delete the copies.")),
  TERM (N_("The same identifier twice"), N_("Two rows with one identifier and different data are a conflict. Keep the one that is right, or correct one of them.")),
  TERM (N_("Who is missing"), N_("People of the agencies in the file whom no row is about are listed in the preview. Only whoever you check becomes inactive.")),
  END,
};

static const MusterHelpBlock today[] = {
  TEXT (N_("Today lists what needs a person, the most urgent first: what is overdue or due within a week, decisions that wait for a second person, who lacks something that is required, whose license lapsed and is to be told to the marketplace, and what will end before long or can be renewed. It is made anew from the register each time, so that nothing is missed after days off and nothing stands there twice.")),
  STEP (N_("Press a line to open the case or the person that it is about.")),
  STEP (N_("What cannot be done yet is put off until a day, with the reason. It comes back on that day, or sooner if it gets more urgent. It is off everybody’s list, so what belongs to a case is put off by who deals with it: supervisors what there is to do in corrective actions, administrators what waits to be decided or served.")),
  HEADING (N_("Reminders")),
  TEXT (N_("Muster can remind you, at most once a day, that something needs you: when something new does, and on the days that the rules set before it is due and when it is late. This is off at first.")),
  STEP (N_("Open Preferences, and switch on Remind Me. From then on Muster starts with the computer, and goes on in the background when you close its window.")),
  STEP (N_("Press the notification to open the window, and sign in.")),
  HEADING (N_("Good to Know")),
  TERM (N_("What the notification says"), N_("How many things need you. It may stand on a locked screen, so it has no names, and neither the agency nor the kind of work.")),
  TERM (N_("What it goes by"), N_("While nobody is signed in, Muster cannot read the register. So it keeps how many things will need somebody on each day of the next two weeks, and how many of them are to be called to mind on it, as it was when somebody last signed in here. What was done on another computer since then is not in it.")),
  TERM (N_("When it is silent"), N_("On a day on which somebody signed in before, when nothing is to be done or nothing of it is new or to be called to mind, about the practice register, and about a register that nobody opened for ninety days. After days off there is one notification.")),
  TERM (N_("Switching it off"), N_("Muster then does not start by itself any more, ends with its window, and removes what it kept for the reminders.")),
  END,
};

static const MusterHelpBlock rules[] = {
  TEXT (N_("A rule pack says what is required of each role, when it is renewed, and how days are counted. The register goes by one pack at a time. Packs for MNsure and the federal platform come with Muster.")),
  STEP (N_("Open Rules. The pack in force stands first; a notice above it says when it has ended.")),
  STEP (N_("Open a pack to read what it requires. Each number says where it comes from, and who verified it there. A number that nobody verified is marked.")),
  STEP (N_("Choose See What Changes to learn whose answer the pack would change, how and why. Choose the day; nothing is recorded.")),
  STEP (N_("An administrator adopts the pack for a reason. Open cases keep the days they have.")),
  HEADING (N_("Rules of Your Own")),
  STEP (N_("Open a pack and save a copy. Give the copy a name of its own, and change it in a text editor.")),
  STEP (N_("Open the file under Rules. A mistake is named with its line. See what changes, and adopt it.")),
  HEADING (N_("The Notice")),
  TEXT (N_("Load the official text as a version, with the day from which it is in force. From then on everybody is asked to sign that version; the rule pack says how long an earlier one will do.")),
  HEADING (N_("Another Day")),
  TEXT (N_("What Changes on Another Day shows whose answer will be different then, if nothing is recorded until that day.")),
  END,
};

static const MusterHelpBlock season[] = {
  TEXT (N_("Certifications are renewed in a season: it opens on one day and is due on another, as the rule pack says. Whoever misses it may not assist from the day after.")),
  STEP (N_("Open Recertification. First stands how many are done, and whether the rest will be in time at the pace since the season opened. In its first week there is no forecast.")),
  STEP (N_("Look at what is lacking by requirement and by agency. Each line opens who is behind in it.")),
  STEP (N_("Open a person to see what is lacking, and record the evidence, or the marketplace’s new certification. The person is done once nothing is lacking any more.")),
  STEP (N_("Look at what would be left uncovered: languages and counties in which only people who are behind may assist, and agencies whose last navigator is behind.")),
  HEADING (N_("Calendar and Letters")),
  TERM (N_("Calendar file"), N_("The days on which the season opens and is due, and on which licenses end, for any calendar program. It names nobody unless a supervisor or an administrator asks for it, for a reason.")),
  TERM (N_("Reminder letters"), N_("A CSV file for the mail merge of a word processor: whoever is behind, with e-mail address, agency, language of letters, what is lacking, and the deadline. The journal keeps who exported it, and why.")),
  HEADING (N_("After the Due Day")),
  TEXT (N_("Whoever is still behind stays on the page until it is recorded, or an administrator suspends the person. Muster suspends nobody by itself.")),
  TEXT (N_("Outside of a season the page says when the next one opens.")),
  END,
};

static const MusterHelpBlock undoing[] = {
  TEXT (N_("Every import can be undone, weeks later too. What people changed since then stays.")),
  STEP (N_("Open Import. Earlier imports stand below the place for the file; open the one that was wrong.")),
  STEP (N_("Choose Undo This Import. Muster looks at what was done since, and shows it before anything happens.")),
  STEP (N_("Read it, give a reason, and choose Undo. A copy of the register is kept first.")),
  HEADING (N_("What It Does")),
  TERM (N_("What Stays as It Is"), N_("Values that somebody changed after the import, or that a later import set. They are listed first.")),
  TERM (N_("Tasks That Stay Open"), N_("Tasks that the import made. Each is named; somebody closes it with a note, who knows whether the file was right.")),
  TERM (N_("Will Stay"), N_("People whom the import added and who have been worked with since: a certification, a corrective action, a decision. They are marked.")),
  TERM (N_("Will Be Removed"), N_("People whom the import added and nobody has touched. They are hidden with what was asked about them; the journal keeps them.")),
  TERM (N_("What Goes Back"), N_("Every other value that the import changed, to what it was before.")),
  TEXT (N_("Undoing is an entry of the journal like any other, and can be undone itself: open it in the same list.")),
  END,
};

static const MusterHelpBlock lists[] = {
  TEXT (N_("Two federal lists say which brokers have completed the registration for a plan year, and who was suspended or terminated. Muster compares the roster with them by the exact NPN. It opens no connection: you download the list, and nothing about your people leaves this computer.")),
  STEP (N_("Download the Registration Completion List, or the Suspension and Termination List, from where the federal marketplace publishes it, and save it into a folder.")),
  STEP (N_("Open Public Lists, and drop the file there or choose Compare. A million rows take some seconds.")),
  STEP (N_("Read what was found: who is not registered, whose NPN is not valid, who was terminated or reinstated, and the line that says so.")),
  STEP (N_("Record the comparison. Each finding becomes a task for a person; nothing about anybody’s certification changes by itself.")),
  STEP (N_("Look into each task, do what it asks, and close it with a note of what came of it.")),
  HEADING (N_("Good to Know")),
  TERM (N_("Without an NPN"), N_("A broker without an NPN cannot be looked up, and that is a task too.")),
  TERM (N_("Again next month"), N_("Compare again whenever a new list is published. What was dealt with is not asked again; a task that the new list no longer bears out may be closed, and stays open until somebody does.")),
  TERM (N_("T and R"), N_("T1 to T4 are terminations, R1 to R4 reinstatements: 1 for the license of the state of residence, 2 for that of another state, 3 for fraud or abusive conduct, 4 for not complying.")),
  TERM (N_("A list is no proof"), N_("A list is as old as the day it was made, and numbers get mistyped. Look before you decide.")),
  END,
};

static const MusterHelpBlock exporting[] = {
  TEXT (N_("Supervisors and administrators can export the roster. What leaves the register is no longer protected by it, so an export asks what it is for and is kept in the journal.")),
  STEP (N_("On the roster, search or filter for whom you need. Then open the menu at the top and choose Export the Roster.")),
  STEP (N_("Choose whom: those whom the roster shows, or everybody.")),
  STEP (N_("Choose the kind of file. The encrypted ZIP file comes first; use another only if the file stays in safe hands.")),
  STEP (N_("Choose a passphrase: four or five words that have nothing to do with each other. Tell it by another way than the file, on the telephone for instance.")),
  STEP (N_("Leave out every column that is not needed. Assister, Training and Admin IDs and phone numbers are left out unless you tick them.")),
  STEP (N_("Say what it is for, choose a place, and save.")),
  HEADING (N_("Good to Know")),
  TERM (N_("Opening an encrypted ZIP file"), N_("7-Zip and WinZip open it; it is locked with AES-256. What Windows itself opens ZIP files with cannot.")),
  TERM (N_("An apostrophe before a value"), N_("A cell that a spreadsheet would run as a formula gets an apostrophe in front. An import takes it away again.")),
  TERM (N_("Importing it again"), N_("An export can be imported, here or into another register: the columns are recognized by themselves. What files have said of somebody’s standing and license is in it as said: imported again it is evidence, and certifies nobody. What the register itself goes by, decisions and courses among it, is not taken from a file.")),
  TERM (N_("When it is no longer needed"), N_("Delete the file, and empty the trash.")),
  END,
};

static const MusterHelpBlock reports[] = {
  TEXT (N_("A report tells how things stood on one day: today, or any day before it. It is counted anew each time, by what is recorded now, or by what had been recorded through another day.")),
  STEP (N_("Open Reports, and the one that you need.")),
  STEP (N_("Choose the day. The numbers, the chart and the table follow. To see what could be known at a time, say through which day what was recorded counts.")),
  STEP (N_("Press the heading of a column to sort, and a row to open the case that it is about.")),
  STEP (N_("To give it to somebody, choose Save Report at the top, or press Ctrl+S: as a PDF file for reading and printing, as a workbook, or as CSV.")),
  HEADING (N_("Good to Know")),
  TERM (N_("What is counted"), N_("Every report says below its table what is counted, and what is not.")),
  TERM (N_("Names in files"), N_("Supervisors, administrators and auditors can save names, and say what for; staff get the same file without them. The journal keeps who saved what.")),
  TERM (N_("The code at the foot"), N_("A PDF file has the checkpoint of the journal at its foot: by it the register can be held against the paper later.")),
  END,
};

static const MusterHelpBlock requirements[] = {
  TEXT (N_("The page of a person begins with the answer: may they assist today. Below stands what the rules require of each of their roles, how it stands, and the evidence behind it. Take the evidence away, and the answer changes.")),
  STEP (N_("Open the person, and under Requirements the one that you have evidence of. It says what would cure it, and where the rule is written.")),
  STEP (N_("Choose Record, and say how it ended and on which day. A score decides by itself whether a course is passed.")),
  STEP (N_("Say through which day it holds where it has an end: “through October 31” still holds on October 31.")),
  STEP (N_("Attach the document, or drop it on the form: a PDF, a picture or plain text of up to 16 MiB. It is kept in the register, encrypted like all of it.")),
  STEP (N_("Look at the answer. It turns at once, and says through which day it holds if nothing else is recorded.")),
  HEADING (N_("Good to Know")),
  TERM (N_("Shown by the certification"), N_("The marketplace certifies only those who meet what it asks. So a certification shows that it was met, until the next season or until evidence says otherwise.")),
  TERM (N_("Something was recorded wrongly"), N_("Correct it with the reason. What was recorded before stays readable and does not count any more. What is of somebody else, or should not be there at all, is withdrawn, with the reason.")),
  TERM (N_("Opening a document"), N_("It may hold what is private, so the journal keeps who opened it. A copy for the program that shows it goes when you leave the person’s page.")),
  TERM (N_("Proposed"), N_("When a deadline is missed, the calendar proposes a suspension. Nothing happens until an administrator takes it up.")),
  TERM (N_("Not verified"), N_("A rule that nobody has seen in its source yet says so. Ask before you rely on it.")),
  END,
};

static const MusterHelpBlock incidents[] = {
  TEXT (N_("Staff, supervisors and administrators record incidents: something lost, a complaint, a license that lapsed. A sentence will do; the rest is completed later.")),
  STEP (N_("Choose Record Incident under Incidents or on the page of a person. Say what happened, which kind it is, and when the agency learned of it: from then on the time to report runs.")),
  STEP (N_("Look at what is to be reported. It follows from the kind and from what is known of personal data, by the rules of the register, and each line says until when and where that comes from.")),
  STEP (N_("Record each report when it is made: who was told, and when.")),
  STEP (N_("Complete the incident: how it became known, the clauses, personal data, what was done to limit it. Who complained stays private.")),
  STEP (N_("Attach documents: a PDF, a picture or plain text. They are kept in the register and go with the whole hearing bundle; the journal keeps who opens one. One that does not belong there is withdrawn by a supervisor, with a reason, and stays readable.")),
  STEP (N_("A supervisor records what was found of each clause, and opens a corrective action from the incident where one is needed.")),
  STEP (N_("A supervisor closes it with what came of it. Every clause needs a finding and every report has to be made, unless it is a duplicate.")),
  END,
};

static const MusterHelpBlock correcting[] = {
  TEXT (N_("Supervisors and administrators record corrective actions; everybody can read them.")),
  STEP (N_("Open the person from the roster and choose Open Corrective Action.")),
  STEP (N_("Cite at least one clause, choose the severity, and say what was found. Where the agency has loaded the notice, a clause is cited in the version that the person had acknowledged when it happened; if there was none, say why it is cited all the same. The severity proposes the day it is due and the restriction meanwhile.")),
  STEP (N_("Record the cause as soon as it is known, and then add the steps that cure it: what is to be done, by whom and until when.")),
  STEP (N_("When a step is done, record it with the evidence. Somebody else has to verify it: nobody verifies what they recorded themselves.")),
  STEP (N_("Plan the check of its effect: by what it is to be known that it was cured, and when. Someone other than the person who did the steps records what the check found, on the day that was planned or later; if it failed, the action goes on with another step.")),
  STEP (N_("Close the action with how it ended. It counts as completed only when every step is done and verified and the check passed, and from S2 on when its cause is recorded and there is at least one step; what was done after the day it was due counts as late.")),
  STEP (N_("Create the notice under Letters, and record how it was served. It is in the language of letters on the person’s record, English or Spanish, unless you choose the other. Exactly what was created is kept, and can be opened again.")),
  STEP (N_("Record what the person makes of it: the notice was acknowledged, or refused, or answered.")),
  HEADING (N_("When It Takes Longer, or More")),
  TEXT (N_("Ask for an extension at the day it is due, with the reason. Somebody else approves or refuses it, and until then the day stays.")),
  TEXT (N_("When it is overdue, comes back, or its check failed, one severity more is proposed on its page and on today’s list; at S4 a suspension or a revocation. Nothing happens by itself: a person opens another action, or proposes a decision.")),
  HEADING (N_("What It Does at Once")),
  TEXT (N_("A restriction holds from the moment the action is opened: within limits, or no work at all. It ends when the last open action that restricts the person is closed.")),
  TEXT (N_("An action that should never have been opened is voided by an administrator, with the reason. It stays readable; nothing is deleted.")),
  HEADING (N_("Conflict of Interest")),
  TEXT (N_("An incident, a corrective action or a decision can be closed to somebody, an administrator as well: supervisors and administrators do that, with a reason. For them it is nowhere then, nor is what comes from it; and the same holds of an account that they add, enable or give a role from then on, until somebody else opens it. Whom a case concerns never sees it. Whether a person may assist is answered to everybody alike.")),
  TEXT (N_("Whom of the roster an account is can be said by an administrator, under Preferences, Accounts. Else the names tell: one given name and one family name, of today or from before; accents, titles, suffixes, middle names and further family names do not count. Where only the family name is the same, the case’s page says so, and nothing is closed. An administrator whom a case does not concern always stays let in, and only an administrator closes one to an auditor.")),
  TEXT (N_("Who is let into a decision needs its corrective actions, too: nobody decides, or makes a hearing bundle, to whom one of its grounds is closed. A bundle without an incident that is closed to who made it says so. Who complained is named in a whole bundle only where it is asked for, and in a redacted one never.")),
  TEXT (N_("Nobody changes what the register says of themselves: who is a person of the roster, by name, does not edit, import, certify or transfer that record, gives no evidence for it and decides nothing about it, not even in a case that was opened to them. Somebody else does; only where the register has a single account is there nobody else, and it may.")),
  TEXT (N_("Nobody opens a case to themselves again, and somebody who may deal with it is always left. Who looked at a case is kept in the journal, once a day for each, for administrators and auditors to read.")),
  HEADING (N_("Severity")),
  TERM (N_("S1 Coaching"), N_("A conversation, and what was agreed.")),
  TERM (N_("S2 Written warning"), N_("A warning and a plan with steps.")),
  TERM (N_("S3 Serious"), N_("A restriction and a plan; the marketplace is told.")),
  TERM (N_("S4 Critical"), N_("Work stops at once, and a suspension or a revocation is proposed.")),
  END,
};

static const MusterHelpBlock revoking[] = {
  TEXT (N_("A revocation or a suspension for cause is never one person’s work: a supervisor or an administrator proposes it, and another administrator decides. Muster never revokes by itself.")),
  STEP (N_("Open the person and choose Propose Decision. Cite the grounds and write the facts as the person will be told them; add the corrective actions it rests on.")),
  STEP (N_("Say from which day. The rules give a time to cure, which is shown with its source; a revocation that takes effect before it is over needs the reason why it is at once.")),
  STEP (N_("Read what it would leave behind: languages and counties that nobody else covers, open work.")),
  STEP (N_("Propose. Nothing has changed yet; the proposal waits under Decisions.")),
  STEP (N_("Another administrator approves or refuses it: later with their own account, or at once on this screen with their own password. You stay signed in, and it is recorded as theirs.")),
  STEP (N_("From the effective day on the certification is revoked. The decision shows through which day a review may be asked for, as soon as its notice was served.")),
  STEP (N_("Create the notice: on the page of the decision, under Letters. It says the facts, the grounds, the effective day, and until when a review may be asked for. Record how it was served: only the receipt of the notice starts that time. What was mailed is taken to have been received some days later, as the rule pack says; what came back starts nothing, and is in Today again.")),
  STEP (N_("Print it: Ctrl+P on the page, or the printer beside the letter. Exactly the letter that is kept comes on paper, and the journal keeps who had it printed. Without a printer, save it as a file.")),
  TEXT (N_("What the letters say is under Rules, Templates. An administrator changes a template as text: what such a letter must say and does not is told while it is written, a preview shows where each field goes, and Muster’s own can be taken again. Letters that were created stay as they are.")),
  HEADING (N_("If There Is Only One Administrator")),
  TEXT (N_("Add a second one. Where it cannot wait, the only administrator may decide alone with a reason, unless somebody else could have within the last thirty days; that is marked as a single-handed emergency for ever.")),
  HEADING (N_("Taking Back and Refusing")),
  TEXT (N_("Whoever proposed a decision can take it back as long as it waits. A refusal says why. Both stay readable.")),
  TEXT (N_("A decision can be dated ahead, up to 365 days. Until its day it is told with the answer at the head of the person’s page, and can be called off: open the decision and choose Call Off. That is a proposal too, with a reason of its own, and another administrator approves it. What has taken effect stands; after that only a review or a reinstatement changes it.")),
  HEADING (N_("Review")),
  TEXT (N_("Whoever was revoked or suspended may ask for a review. An administrator records the request on the page of the decision, with the day on which it came; one that came after the last day, counted from the receipt of the notice, is kept as not admitted, unless somebody says why it is. Nothing changes until it is decided, by an administrator who neither proposed nor decided what is reviewed: it is upheld, reversed or modified. The person who is reinstated with conditions keeps to them; they stay readable with the decision. After its last day it is decided only with the reason for the delay, which stays in the journal and on the page.")),
  TEXT (N_("Where the rule pack says so, a pending review holds off what comes of the decision: the days on which it is pending do not count. The packs that come with Muster say so of the full effect after the notice. The page of the decision tells the day, the days that did not count, the rule, and where it comes from. Meanwhile nobody may hold out as certified.")),
  HEADING (N_("For a Hearing")),
  TEXT (N_("Hearing Bundle, on the page of a decision and of a corrective action, puts the case together: how it went, entry by entry of the journal; the notices and how they were served; decisions with both signatures; corrective actions, incidents, evidence and clauses; and the hashes of everything. Supervisors, administrators and auditors can make one; the journal keeps who did, why, and the hash of the file.")),
  TERM (N_("The whole form"), N_("A ZIP file with the document, the letters exactly as they were drawn, and the documents; or the document alone. It is not for the public.")),
  TERM (N_("The redacted form"), N_("One document without who complained, what is told of incidents, complaints that were not substantiated, other people, addresses and identifiers. They are left out before the pages are drawn, and a log at the end says what, where and by which rule. Muster does not know the names of clients: name those that stand in findings and reasons, so that they are withheld wherever they are written, and read the document before it leaves.")),
  END,
};

static const MusterHelpBlock roles[] = {
  TEXT (N_("One person, one account, one role. What a role may not do, the window does not offer, the register refuses, and the verification of the journal would find.")),
  TERM (N_("Staff"), N_("Keep the roster: import, add and correct people, record training, withdrawals and who left.")),
  TERM (N_("Supervisor"), N_("All that staff may; corrective actions, and proposals to revoke or to suspend for cause.")),
  TERM (N_("Administrator"), N_("All that a supervisor may; certification, decisions about others’ proposals, accounts and the journal.")),
  TERM (N_("Auditor"), N_("Reads everything, the journal included, verifies it and takes checkpoints; changes nothing.")),
  TEXT (N_("Nobody changes or disables their own account, and a register always keeps one administrator. An account that is disabled stays in the journal, and its password opens nothing any more. Nobody sets a password for somebody else, for with it they sign: whoever forgot theirs gets a new account, and an administrator uses the recovery key.")),
  TEXT (N_("An Assister ID opens the marketplace’s systems, so it is masked. Whoever looks at one is recorded.")),
  END,
};

static const MusterHelpBlock protection[] = {
  HEADING (N_("What Protects the Data")),
  TERM (N_("Encryption"), N_("The register is encrypted page by page, and each account opens it with its own password. With a key in this computer’s keyring, a copy of the folder is worth nothing elsewhere, not even with a guessed password.")),
  TERM (N_("The journal"), N_("Whatever is done is one entry: who, when, what was before and after. Each is signed by its account and chained to the one before, so that tampering shows. Journal → Verify checks all of it.")),
  TERM (N_("Checkpoints"), N_("A checkpoint is a short code that stands for the whole journal up to its last entry. Kept outside of this computer, it shows whether the end was cut off, history was rewritten or an older copy was put back.")),
  TERM (N_("Two people"), N_("A revocation or suspension for cause counts only with two people’s signatures, or marked for ever as an emergency. Where the second account was added by the first person shortly before, or has the same name, that is told with the decision for ever, too.")),
  TERM (N_("The lock"), N_("Muster locks itself after some minutes without use, with the screen, and before the computer sleeps. What you were typing is still there after your password.")),
  TERM (N_("No network"), N_("Muster opens no connection to anywhere.")),
  TERM (N_("No social security numbers"), N_("A file with such a column is refused, and a text that holds what looks like one is not saved.")),
  HEADING (N_("What Does Not")),
  TERM (N_("After the last checkpoint"), N_("Entries after the last checkpoint are vouched for by nothing outside of the register. Take one after a day that matters.")),
  TERM (N_("All keys in one hand"), N_("Somebody who holds every account’s key and every checkpoint can write a history that nothing contradicts. Keep checkpoints where no single person holds all of them.")),
  TERM (N_("False facts"), N_("The journal shows who wrote something, not whether it is true. An authorized person can enter what is wrong.")),
  TERM (N_("A register without a key in the keyring"), N_("Then the password is all there is, and whoever gets a copy can try passwords as long as they like. Muster keeps reminding you.")),
  TERM (N_("This computer while you are signed in"), N_("A program that runs as you can see what you see. Muster cannot protect against the computer it runs on.")),
  TERM (N_("What leaves the register"), N_("Printed sheets, saved result files and copied texts are no longer protected by it. A copied identifier is taken from the clipboard after a minute.")),
  TERM (N_("Reminders"), N_("Where they are switched on, the number of things to do on each day of the next two weeks lies unencrypted in your home folder: numbers and days, without a name. Whoever can read it learns how busy the register is.")),
  TERM (N_("The recovery sheet"), N_("Whoever has it and the register’s folder can read everything. If it is lost or copied, tell the administrator the same day.")),
  HEADING (N_("If Something Is Wrong")),
  TEXT (N_("If Muster says that the register is damaged, do not work on with it. Keep a copy of its folder as it is, and go back to the last backup.")),
  TEXT (N_("A copy that is put back is older than the one this computer saw last. Muster says so, and only reads it until an administrator accepts it below in the window, with a reason.")),
  TEXT (N_("Until Muster makes backups itself, copy the register’s folder while Muster is closed. The copy is as well encrypted as the register.")),
  TEXT (N_("If every administrator has forgotten the password, or the computer is lost, the recovery key is the way back: Forgot the Password? on the page where you sign in. On a computer whose keyring does not work it opens the register until Muster is closed.")),
  END,
};

static const MusterHelpBlock states[] = {
  TEXT (N_("A person has a state in each role. Every change of it has a day from which it holds and the time when it was recorded, and says whose decision it was. Nothing is deleted, only superseded.")),
  STATE (MUSTER_STATE_APPLICANT, N_("On the roster of an agency, with no training begun. May not assist.")),
  STATE (MUSTER_STATE_IN_TRAINING, N_("Training began. May not assist.")),
  STATE (MUSTER_STATE_PENDING_REVIEW, N_("Everything was handed in, and the marketplace has not confirmed it. May not assist.")),
  STATE (MUSTER_STATE_CERTIFIED, N_("The marketplace certified the person in this role. May assist, unless something else speaks against it.")),
  STATE (MUSTER_STATE_CERTIFIED_RESTRICTED, N_("Certified, but an open corrective action sets limits or stops the work.")),
  STATE (MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, N_("A deadline was missed, a license lapsed or a paper is missing. May not assist until it is made good and the person is reinstated. Where the marketplace lifts the suspension before all is done, the record keeps what was open, and why.")),
  STATE (MUSTER_STATE_SUSPENDED_FOR_CAUSE, N_("Suspended by a decision of two people because of a serious risk. May not assist until that is rebutted or cured.")),
  STATE (MUSTER_STATE_EXPIRED, N_("The time in which a suspension could be made good is over. The person has to apply again.")),
  STATE (MUSTER_STATE_DENIED, N_("The application was denied. May not assist.")),
  STATE (MUSTER_STATE_WITHDRAWN, N_("The person gave the application or the certification up. With an open case it is marked: withdrawn while under investigation.")),
  STATE (MUSTER_STATE_INACTIVE, N_("The person left the agency. Coming back restores the state before, and requirements are checked again.")),
  STATE (MUSTER_STATE_REVOKED, N_("Taken by a decision of two people. May not assist; a review or a new application may be possible.")),
  HEADING (N_("Changing a State")),
  TERM (N_("One Person"), N_("The menu Certification on the page of a person has every step that the state allows. Before somebody is suspended, withdraws or leaves, it says which languages and counties nobody else covers, and which agency would be without a navigator.")),
  TERM (N_("Many at Once"), N_("The menu of the roster takes a step for everybody whom the list shows, and Today for all whom the calendar proposes to suspend. First you see who goes from which state to which, and for whom it is not possible; whoever is not meant is unticked. It is recorded of all of them in one stroke. What two people decide is proposed one by one.")),
  TERM (N_("Another Agency"), N_("A transfer ends the time with one agency and begins that with the next. The certification travels along.")),
  TERM (N_("A Mistake"), N_("The last step can be corrected by an administrator: it holds from another day, or never happened. What was believed stays in the history.")),
  HEADING (N_("May Assist Today")),
  TEXT (N_("The answer comes from more than the state: the person must be active on the roster and with an agency, be certified in a role and meet what the rules require of it, and no open corrective action may stop the work. The page of a person says each reason and what would cure it.")),
  END,
};

static const MusterHelpBlock keyboard[] = {
  TEXT (N_("Everything can be done without a mouse. Tab goes to the next control and Shift with Tab to the one before, the arrow keys move within a list, Enter opens, and Escape closes or goes back.")),
  TEXT (N_("On a page with a search, simply begin to type. Underlined letters work together with Alt.")),
  TEXT (N_("What the roster is searched and filtered by can be kept under a name: My Lists, beside Filter, saves it, and shows, renames and deletes the lists. They are yours alone.")),
  TEXT (N_("In the search of the roster, Enter opens the first person found, and the down arrow goes into the list. Its order is chosen in the menu beside Filter, or by a click on a header.")),
  KEYS,
  END,
};

static const MusterHelpBlock words[] = {
  TERM (N_("Agency"), N_("An organization whose people assist: a navigator organization, a group of brokers, a county, a tribe.")),
  TERM (N_("Assister"), N_("A person who helps others with the marketplace, in one or more roles: broker, navigator, certified application counselor or support staff.")),
  TERM (N_("Assister ID"), N_("Nine letters and digits that the marketplace gives to navigators and certified application counselors. Treat it like a password.")),
  TERM (N_("Authority"), N_("Whose decision a change was: the marketplace’s, the agency’s, the regulator’s, the person’s own, or the clock’s. Who recorded it is kept apart from it.")),
  TERM (N_("Broker"), N_("A licensed insurance producer.")),
  TERM (N_("CAC"), N_("Certified application counselor.")),
  TERM (N_("Checkpoint"), N_("A short code for the journal as it stands, to be kept elsewhere.")),
  TERM (N_("Clause"), N_("A rule of the notice that every assister agrees to: the code of conduct, the rules for brokers, the rules for using data. Cases cite it by its number.")),
  TERM (N_("Corrective action"), N_("What was found about a person, under which clauses, and what is done about it until when.")),
  TERM (N_("Decision"), N_("A proposal to revoke or to suspend for cause, and another person’s answer to it.")),
  TERM (N_("Effective day"), N_("The day from which something holds, which may be earlier or later than the day it was recorded.")),
  TERM (N_("Journal"), N_("The list of all that was ever done in the register, in order, signed and chained.")),
  TERM (N_("Keyring"), N_("The desktop’s own store for secrets. It holds this computer’s part of the key to the register.")),
  TERM (N_("Marketplace"), N_("The health-insurance marketplace that certifies assisters and revokes certifications.")),
  TERM (N_("Navigator"), N_("A person of an organization that the marketplace pays to help people enroll, without selling insurance.")),
  TERM (N_("NPN"), N_("National Producer Number: up to ten digits that a broker keeps for life.")),
  TERM (N_("Practice register"), N_("An invented agency to try everything with.")),
  TERM (N_("Recovery key"), N_("The way back into a register when a computer is lost or every administrator has forgotten the password.")),
  TERM (N_("Register"), N_("One folder with everything about one agency’s roster, encrypted.")),
  TERM (N_("Restriction"), N_("What a person may not do while a corrective action is open: nothing in particular, certain things, or any work at all.")),
  TERM (N_("Roster"), N_("The list of people whose standing the register keeps.")),
  TERM (N_("Rule pack"), N_("The dated file with the days and severities that Muster counts with. A case keeps the one that it was counted by.")),
  END,
};

static const MusterHelpTopic topics[] = {
  { "first-hour", N_("Your First Hour"), N_("From an empty computer to a roster that answers"), "starred-symbolic", first_hour },
  { "today", N_("Today and Reminders"), N_("What needs a person, and how you hear of it"), "alarm-symbolic", today },
  { "import", N_("Import a Roster"), N_("From any file to the register, without surprises"), "document-open-symbolic", importing },
  { "problems", N_("Problems of an Import"), N_("What the rows ask, and how to put it right"), "dialog-warning-symbolic", problems },
  { "undo", N_("Undo an Import"), N_("What goes back, and what stays"), "edit-undo-symbolic", undoing },
  { "lists", N_("Public Lists"), N_("Who is registered, terminated or reinstated"), "view-list-bullet-symbolic", lists },
  { "export", N_("Export the Roster"), N_("A file that others can read, and what protects it"), "document-save-symbolic", exporting },
  { "requirements", N_("Requirements and Evidence"), N_("Why somebody may assist, and what would cure it"), "folder-documents-symbolic", requirements },
  { "incident", N_("Record an Incident"), N_("What happened, and whom to tell of it until when"), "muster-incident-symbolic", incidents },
  { "action", N_("Record a Corrective Action"), N_("What was found, what is done about it, and how it ends"), "muster-action-symbolic", correcting },
  { "revoke", N_("Revoke a Certification"), N_("A proposal, and another person’s decision"), "muster-decision-symbolic", revoking },
  { "rules", N_("Rules"), N_("What is required, and what another rule pack changes"), "x-office-document-symbolic", rules },
  { "season", N_("The Recertification Season"), N_("Who is done, who is behind, and what it would cost"), "x-office-calendar-symbolic", season },
  { "reports", N_("Reports"), N_("How things stood on a day, on screen and in a file"), "muster-report-symbolic", reports },
  { "roles", N_("Who May Do What"), N_("Staff, supervisors, administrators and auditors"), "system-users-symbolic", roles },
  { "protection", N_("What Protects the Data"), N_("Encryption, journal, checkpoints, and what they cannot do"), "security-high-symbolic", protection },
  { "states", N_("What Each State Means"), N_("From new to revoked, and who may assist"), "object-select-symbolic", states },
  { "keyboard", N_("Keyboard"), N_("Every shortcut"), "input-keyboard-symbolic", keyboard },
  { "words", N_("Words"), N_("What the terms mean"), "accessories-dictionary-symbolic", words },
  { NULL, NULL, NULL, NULL, NULL },
};

const MusterHelpTopic *
muster_help_get_topics (void)
{
  return topics;
}

const char *
muster_help_block_get_title (const MusterHelpBlock *block)
{
  if (block->kind == MUSTER_HELP_STATE)
    return muster_certification_state_get_label (block->state);
  return block->title != NULL ? _(block->title) : NULL;
}

static void
append (GString *text, const char *part)
{
  if (part == NULL)
    return;
  muster_text_append_folded (text, part);
  g_string_append_c (text, '\n');
}

gboolean
muster_help_topic_matches (const MusterHelpTopic *topic, const char *folded)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) sought = g_strsplit (folded, " ", -1);

  append (text, _(topic->title));
  append (text, _(topic->summary));
  for (const MusterHelpBlock *block = topic->blocks; block->kind != MUSTER_HELP_END; block++)
    {
      append (text, muster_help_block_get_title (block));
      append (text, block->text != NULL ? _(block->text) : NULL);
    }
  for (guint i = 0; sought[i] != NULL; i++)
    if (strstr (text->str, sought[i]) == NULL)
      return FALSE;
  return TRUE;
}
