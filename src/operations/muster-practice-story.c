/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-private.h"

#include <string.h>

#include "domain/muster-incident.h"
#include "domain/muster-letter.h"
#include "domain/muster-review.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define CAC MUSTER_ASSISTER_CAC
#define STAFF MUSTER_ASSISTER_SUPPORT_STAFF

#define START_TRAINING MUSTER_VERB_START_TRAINING
#define SUBMIT MUSTER_VERB_SUBMIT
#define CERTIFY MUSTER_VERB_CERTIFY
#define DENY MUSTER_VERB_DENY
#define SUSPEND MUSTER_VERB_SUSPEND
#define REINSTATE MUSTER_VERB_REINSTATE
#define EXPIRE MUSTER_VERB_EXPIRE
#define WITHDRAW MUSTER_VERB_WITHDRAW
#define INACTIVATE MUSTER_VERB_INACTIVATE
#define RETURN MUSTER_VERB_RETURN
#define REAPPLY MUSTER_VERB_REAPPLY

#define ALEX PRACTICE_ALEX
#define ROBIN PRACTICE_ROBIN
#define SAM PRACTICE_SAM
#define KIM PRACTICE_KIM

static const MusterPracticePerson accounts[N_PRACTICE_ACCOUNTS] = {
  [PRACTICE_ALEX] = { "alex", "Alex Amberg", MUSTER_ROLE_ADMINISTRATOR },
  [PRACTICE_ROBIN] = { "robin", "Robin Rosenquill", MUSTER_ROLE_ADMINISTRATOR },
  [PRACTICE_SAM] = { "sam", "Sam Silverbrook", MUSTER_ROLE_SUPERVISOR },
  [PRACTICE_KIM] = { "kim", "Kim Kestrelwood", MUSTER_ROLE_STAFF },
  [PRACTICE_JO] = { "jo", "Jo Juniperfield", MUSTER_ROLE_AUDITOR },
};

/* On the first roster, but not certified with the others. */
static const char *const left_alone[] = {
  "gerald.stillday",
  "paw.moohser",
  "taras.lysakiv",
  "kia.vangkue",
  "minh.ledinh",
  "houa.mouavang",
};

/* The story, a line a deed: days ago, who, what, whom, number, roles, text, more. */
static const MusterPracticeDeed story[] = {
  { 400, KIM, PRACTICE_IMPORT, "roster.csv", 0, 0, NULL, NULL },
  { 398, ALEX, PRACTICE_CERTIFY_ALL, NULL, 0, 0, "Certified by the marketplace before this register was begun", NULL },
  { 396, ALEX, PRACTICE_STEP, "gerald.stillday", DENY, NAVIGATOR, "The exam was not passed within the attempts allowed", NULL },
  { 396, KIM, PRACTICE_STEP, "paw.moohser", START_TRAINING, NAVIGATOR, NULL, NULL },
  { 395, KIM, PRACTICE_STEP, "taras.lysakiv", WITHDRAW, NAVIGATOR, "Took up other work before the training began", NULL },
  { 392, ALEX, PRACTICE_STEP, "minh.ledinh", DENY, BROKER, "The license was not active at the time of review", NULL },
  { 391, KIM, PRACTICE_SETTLE, "taras.lysakiv", 0, 0, "Alex Amberg", NULL },
  { 391, KIM, PRACTICE_SETTLE, "gerald.stillday", 0, 0, "Alex Amberg", NULL },
  { 390, ALEX, PRACTICE_STEP, "dawn.northbird", SUSPEND, BROKER, "The producer license lapsed", NULL },
  { 390, KIM, PRACTICE_SETTLE, "minh.ledinh", 0, 0, "Alex Amberg", NULL },
  { 388, ALEX, PRACTICE_STEP, "kia.herthao", SUSPEND, STAFF, "Recertification was not done by its deadline", NULL },
  { 380, KIM, PRACTICE_STEP, "houa.mouavang", WITHDRAW, NAVIGATOR, "Will go on as a counselor only", NULL },
  { 378, ALEX, PRACTICE_STEP, "houa.mouavang", CERTIFY, CAC, "Marketplace confirmation received", NULL },
  { 376, KIM, PRACTICE_SETTLE, "houa.mouavang", 0, 0, "Alex Amberg", NULL },
  { 370, ALEX, PRACTICE_STEP, "paw.moohser", DENY, NAVIGATOR, "The background study disqualifies for two years", NULL },
  { 366, KIM, PRACTICE_SETTLE, "paw.moohser", 0, 0, "Alex Amberg", NULL },
  { 365, ALEX, PRACTICE_STEP, "kia.vangkue", CERTIFY, CAC, "Marketplace confirmation received", NULL },
  { 360, KIM, PRACTICE_EVIDENCE, "greta.vogelhuber", 0, 351, "Commerce license look-up", "licence" },

  { 320, SAM, PRACTICE_OPEN, "ravi.bhatnagiri", 1, 0, "Three households waited over two weeks for a call back", "COC-04" },
  { 319, SAM, PRACTICE_CAUSE, "ravi.bhatnagiri", 0, 0, "Messages to the shared mailbox were read by nobody", NULL },
  { 319, KIM, PRACTICE_EVIDENCE, "yusuf.dirirsan", 0, 0, "Signed on paper", "notice" },
  { 319, KIM, PRACTICE_EVIDENCE, "yusuf.dirirsan", 0, 640, "Commerce license look-up", "licence" },
  { 319, KIM, PRACTICE_EVIDENCE, "yusuf.dirirsan", 91, 0, "Certificate of completion", "data-security" },
  { 319, SAM, PRACTICE_ADD_STEP, "ravi.bhatnagiri", 0, 0, "Call the three households and finish their applications", "Ravi Bhatnagiri" },
  { 319, SAM, PRACTICE_ADD_STEP, "ravi.bhatnagiri", 0, 0, "Name a reader of the shared mailbox for each weekday", "Sam Silverbrook" },
  { 312, SAM, PRACTICE_COMPLETE, "ravi.bhatnagiri", 1, 0, "Notes of the three calls", NULL },
  { 311, ALEX, PRACTICE_VERIFY, "ravi.bhatnagiri", 1, 0, NULL, NULL },
  { 305, ALEX, PRACTICE_COMPLETE, "ravi.bhatnagiri", 2, 0, "Rota posted", NULL },
  { 304, SAM, PRACTICE_VERIFY, "ravi.bhatnagiri", 2, 0, NULL, NULL },
  { 303, SAM, PRACTICE_PLAN_CHECK, "ravi.bhatnagiri", 0, 0, "Every call is returned within two days", NULL },

  { 280, SAM, PRACTICE_OPEN, "greta.vogelhuber", 2, 0, "Claimed an appointment with a carrier that had ended", "BRK-04" },
  { 279, SAM, PRACTICE_CAUSE, "greta.vogelhuber", 0, 0, "The list of appointments was last checked a year before", NULL },
  { 279, SAM, PRACTICE_ADD_STEP, "greta.vogelhuber", 0, 0, "Check all appointments against the carriers’ lists", "Greta Vogelhuber" },
  { 243, ROBIN, PRACTICE_CHECKED, "ravi.bhatnagiri", TRUE, 0, "Of 60 calls all were returned, most on the same day", NULL },
  { 243, SAM, PRACTICE_CLOSE, "ravi.bhatnagiri", MUSTER_OUTCOME_COMPLETED, 0, "No further delays in the weeks after", NULL },
  { 240, SAM, PRACTICE_COMPLETE, "greta.vogelhuber", 1, 0, "Lists of five carriers", NULL },
  { 238, ALEX, PRACTICE_VERIFY, "greta.vogelhuber", 1, 0, NULL, NULL },
  { 237, SAM, PRACTICE_PLAN_CHECK, "greta.vogelhuber", 0, 0, "Ten quotes name only appointments that the carriers confirm", NULL },

  { 232, KIM, PRACTICE_COMPLAINT, "yusuf.dirirsan", MUSTER_INCIDENT_CONDUCT, 0, "Two families found themselves in plans they had never seen; one of them, the Marlowes, learned of it from a bill", "BRK-01 COC-05" },
  { 231, KIM, PRACTICE_ATTACH, "yusuf.dirirsan", 0, 0, "What the family said on the telephone", "The first they heard of the plan was the bill. They had asked for nothing.\n" },
  { 231, SAM, PRACTICE_TOLD, "yusuf.dirirsan", MUSTER_DUTY_INTERNAL_REPORT, 0, "Alex Amberg", "The complaint lay in a mailbox that nobody read over the weekend" },
  { 230, SAM, PRACTICE_OPEN, "yusuf.dirirsan", 3, 0, "Enrolled two families in plans they had not chosen", "BRK-01 COC-05" },
  { 229, SAM, PRACTICE_LETTER, "yusuf.dirirsan", 0, 0, NULL, "action-notice" },
  { 229, KIM, PRACTICE_SERVE, "yusuf.dirirsan", MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_SENT, "9407 1000 0000 0000 0000 00", NULL },
  { 227, KIM, PRACTICE_SERVE, "yusuf.dirirsan", MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_RECEIVED, "9407 1000 0000 0000 0000 00", NULL },
  { 226, SAM, PRACTICE_FOUND, "yusuf.dirirsan", MUSTER_FINDING_SUBSTANTIATED, 0, "Both families say so, and no record of a talk was found", "BRK-01" },
  { 226, SAM, PRACTICE_FOUND, "yusuf.dirirsan", MUSTER_FINDING_SUBSTANTIATED, 0, "The applications name plans that were not asked for", "COC-05" },
  { 225, SAM, PRACTICE_END, "yusuf.dirirsan", MUSTER_INCIDENT_OUTCOME_ACTION, 0, "A corrective action was opened from it", NULL },
  { 224, SAM, PRACTICE_PROPOSE_REVOCATION, "yusuf.dirirsan", 0, 0, "Enrolled two families in plans they had not chosen, and did not answer to it", "BRK-01 COC-05 COC-07" },
  { 222, ALEX, PRACTICE_APPROVE, "yusuf.dirirsan", 0, 0, "The facts are plain and nothing was said against them", NULL },
  { 222, ALEX, PRACTICE_LETTER, "yusuf.dirirsan", 0, 0, NULL, "revocation" },
  { 222, KIM, PRACTICE_SERVE, "yusuf.dirirsan", MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_SENT, "9407 1000 0000 0000 0000 17", NULL },
  { 221, SAM, PRACTICE_CLOSE, "yusuf.dirirsan", MUSTER_OUTCOME_FAILED, 0, "No answer to two letters and a visit", NULL },

  { 219, KIM, PRACTICE_SETTLE, "yusuf.dirirsan", 0, 0, "Alex Amberg", NULL },
  { 210, SAM, PRACTICE_OPEN, "thu.buison", 1, 0, "Came late to three enrollment events", "COC-08" },
  { 205, ALEX, PRACTICE_FILE_REVIEW, "yusuf.dirirsan", MUSTER_ROUTE_MAIL, 0, "Says the families had chosen the plans by phone", NULL },
  { 200, ALEX, PRACTICE_CLOSE, "thu.buison", MUSTER_OUTCOME_WAIVED, 0, "The bus line had been changed; nothing is left to do", NULL },
  { 190, SAM, PRACTICE_OPEN, "ruben.salcedera", 2, 0, "Used last year’s subsidy table with a client", "COC-06" },
  { 188, ALEX, PRACTICE_VOID, "ruben.salcedera", 0, 0, "It was another broker; opened for the wrong person", NULL },
  { 187, SAM, PRACTICE_OPEN, "khanh.nguyenlam", 2, 0, "Used last year’s subsidy table with a client", "COC-06" },
  { 180, SAM, PRACTICE_CLOSE, "khanh.nguyenlam", MUSTER_OUTCOME_SUPERSEDED, 0, "A second finding: both go on in one action", NULL },
  { 180, KIM, PRACTICE_INCIDENT, "khanh.nguyenlam", MUSTER_INCIDENT_LOST_EQUIPMENT, 0, "A laptop with client files was left in an unlocked car, and found again", "COC-09 ROB-06a" },
  { 180, KIM, PRACTICE_TOLD, "khanh.nguyenlam", MUSTER_DUTY_INTERNAL_REPORT, 0, "Sam Silverbrook", NULL },
  { 180, KIM, PRACTICE_TOLD, "khanh.nguyenlam", MUSTER_DUTY_INCIDENT_REPORT, 0, "The marketplace’s help line", NULL },
  { 180, SAM, PRACTICE_FOUND, "khanh.nguyenlam", MUSTER_FINDING_SUBSTANTIATED, 0, "The owner of the lot saw the car open", "COC-09" },
  { 180, SAM, PRACTICE_FOUND, "khanh.nguyenlam", MUSTER_FINDING_SUBSTANTIATED, 0, "The disk was not encrypted", "ROB-06a" },
  { 180, SAM, PRACTICE_OPEN, "khanh.nguyenlam", 3, 0, "A laptop with client files was left in an unlocked car", "COC-09 ROB-06a" },
  { 180, ROBIN, PRACTICE_DECIDE_REVIEW, "yusuf.dirirsan", MUSTER_REVIEW_UPHELD, 0, "No record of the calls was found, and the families deny them", NULL },
  { 179, SAM, PRACTICE_CAUSE, "khanh.nguyenlam", 0, 0, "No lockable bag, and files kept on the laptop itself", NULL },
  { 179, SAM, PRACTICE_ADD_STEP, "khanh.nguyenlam", 0, 0, "Repeat the data security course", "Khanh Nguyenlam" },
  { 178, SAM, PRACTICE_ADD_STEP, "khanh.nguyenlam", 0, 0, "Encrypt the disk and remove the files", "Alex Amberg" },
  { 177, ALEX, PRACTICE_CHECKED, "greta.vogelhuber", TRUE, 0, "All ten agreed with the carriers’ lists", NULL },
  { 176, SAM, PRACTICE_CLOSE, "greta.vogelhuber", MUSTER_OUTCOME_COMPLETED, 0, "Done, but after the day it was due", "The carriers took three weeks to answer" },
  { 172, SAM, PRACTICE_COMPLETE, "khanh.nguyenlam", 1, 0, "Certificate of completion", NULL },
  { 171, ALEX, PRACTICE_COMPLETE, "khanh.nguyenlam", 2, 0, "Disk encrypted; files deleted", NULL },
  { 170, ALEX, PRACTICE_VERIFY, "khanh.nguyenlam", 1, 0, NULL, NULL },
  { 170, SAM, PRACTICE_VERIFY, "khanh.nguyenlam", 2, 0, NULL, NULL },
  { 170, SAM, PRACTICE_PLAN_CHECK, "khanh.nguyenlam", 0, 0, "No file of a client is found on the laptop, and it travels in its bag", NULL },
  { 169, SAM, PRACTICE_END, "khanh.nguyenlam", MUSTER_INCIDENT_OUTCOME_ACTION, 0, "Nothing was taken; the rest is in the corrective action", NULL },

  { 160, SAM, PRACTICE_PROPOSE_REVOCATION, "tunde.adebanjo", 0, NAVIGATOR, "Said to have taken gifts from an insurer", "EXT-02" },
  { 157, ROBIN, PRACTICE_REFUSE, "tunde.adebanjo", 0, 0, "The gift was a calendar; nothing was asked for it", NULL },
  { 151, KIM, PRACTICE_INCIDENT, "nora.brannaghy", MUSTER_INCIDENT_CONDUCT, 0, "A relative of a client complains that she signed for the client", "COC-05" },
  { 151, KIM, PRACTICE_ATTACH, "nora.brannaghy", 0, 0, "The complaint, as it was taken down", "She says that the name on the form is not in her aunt’s hand.\n" },
  { 151, SAM, PRACTICE_CLOSE_TO, "nora.brannaghy", PRACTICE_ROBIN, 0, "The client is a relative", NULL },
  { 150, SAM, PRACTICE_PROPOSE_SUSPENSION, "nora.brannaghy", 0, 0, "A complaint says she signed for a client", "COC-05 ROB-04" },
  { 149, SAM, PRACTICE_TAKE_BACK, "nora.brannaghy", 0, 0, "The client had signed; the complaint was withdrawn", NULL },
  { 149, SAM, PRACTICE_FOUND, "nora.brannaghy", MUSTER_FINDING_NOT_SUBSTANTIATED, 0, "The client had signed, and says so", "COC-05" },
  { 149, SAM, PRACTICE_END, "nora.brannaghy", MUSTER_INCIDENT_OUTCOME_UNFOUNDED, 0, "The complaint was withdrawn", NULL },
  { 140, ALEX, PRACTICE_PROPOSE_REVOCATION, "emeka.ofosuah", 0, 0, "Looked up the records of relatives, repeatedly", "ROB-02a ROB-03" },
  { 138, ROBIN, PRACTICE_APPROVE, "emeka.ofosuah", 0, 0, "The access logs show it", NULL },
  { 138, ROBIN, PRACTICE_LETTER, "emeka.ofosuah", 0, 0, NULL, "revocation" },
  { 137, KIM, PRACTICE_SERVE, "emeka.ofosuah", MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_SENT, "9407 1000 0000 0000 0000 24", NULL },
  { 135, KIM, PRACTICE_SERVE, "emeka.ofosuah", MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_RECEIVED, "9407 1000 0000 0000 0000 24", NULL },

  { 135, KIM, PRACTICE_SETTLE, "emeka.ofosuah", 0, 0, "Alex Amberg", NULL },
  { 130, KIM, PRACTICE_STEP, "owen.odunnery", INACTIVATE, 0, "Left the agency", NULL },
  { 128, KIM, PRACTICE_STEP, "karin.lindvall", INACTIVATE, 0, "On leave for a year", NULL },
  { 127, KIM, PRACTICE_SETTLE, "owen.odunnery", 0, 0, "Alex Amberg", NULL },
  { 126, KIM, PRACTICE_SETTLE, "karin.lindvall", 0, 0, "Alex Amberg", NULL },
  { 120, KIM, PRACTICE_STEP, "anjali.sundarajan", INACTIVATE, 0, "Moved to another state", NULL },
  { 117, KIM, PRACTICE_SETTLE, "anjali.sundarajan", 0, 0, "Alex Amberg", NULL },
  { 110, KIM, PRACTICE_STEP, "heidi.bauernfeld", WITHDRAW, BROKER, "Retired from the business", NULL },
  { 110, ROBIN, PRACTICE_CHECKED, "khanh.nguyenlam", TRUE, 0, "Two visits without notice found it so", NULL },
  { 109, SAM, PRACTICE_CLOSE, "khanh.nguyenlam", MUSTER_OUTCOME_COMPLETED, 0, "Checked on visits", NULL },
  { 108, KIM, PRACTICE_SETTLE, "heidi.bauernfeld", 0, 0, "Alex Amberg", NULL },
  { 100, ALEX, PRACTICE_STEP, "dawn.northbird", EXPIRE, BROKER, "The window for reactivation passed", NULL },
  { 99, ALEX, PRACTICE_STEP, "kia.herthao", EXPIRE, STAFF, "The window for reactivation passed", NULL },
  { 98, KIM, PRACTICE_SETTLE, "dawn.northbird", 0, 0, "Alex Amberg", NULL },
  { 97, KIM, PRACTICE_SETTLE, "kia.herthao", 2, 0, "Alex Amberg", NULL },
  { 90, KIM, PRACTICE_STEP, "taras.lysakiv", REAPPLY, NAVIGATOR, "Applies again", NULL },
  { 85, KIM, PRACTICE_STEP, "taras.lysakiv", START_TRAINING, NAVIGATOR, NULL, NULL },
  { 84, SAM, PRACTICE_OPEN, "signe.nystrand", 2, 0, "Told two clients a deadline that had been moved", "COC-06" },
  { 83, SAM, PRACTICE_CAUSE, "signe.nystrand", 0, 0, "A printed calendar from before the change hung in the office", NULL },
  { 83, SAM, PRACTICE_ADD_STEP, "signe.nystrand", 0, 0, "Call both clients and help them apply in time", "Signe Nystrand" },
  { 83, SAM, PRACTICE_ADD_STEP, "signe.nystrand", 0, 0, "Replace printed calendars by the marketplace’s page", "Sam Silverbrook" },
  { 80, KIM, PRACTICE_STEP, "karin.lindvall", RETURN, 0, "Back from leave early", NULL },
  { 78, SAM, PRACTICE_COMPLETE, "signe.nystrand", 1, 0, "Both applied in time; notes of the calls", NULL },
  { 77, ALEX, PRACTICE_VERIFY, "signe.nystrand", 1, 0, NULL, NULL },
  { 74, SAM, PRACTICE_COMPLETE, "signe.nystrand", 2, 0, "Photographs of the notice boards", NULL },
  { 73, ROBIN, PRACTICE_VERIFY, "signe.nystrand", 2, 0, NULL, NULL },
  { 73, SAM, PRACTICE_PLAN_CHECK, "signe.nystrand", 30, 0, "Clients are told only the days on the marketplace’s page", NULL },

  { 66, ALEX, PRACTICE_ADOPT, NULL, 86, 0, "The rules of the coming season", NULL },
  { 62, KIM, PRACTICE_EVIDENCE, "naw.sawpaw", 92, 0, "Certificate of completion", "broker-course" },
  { 62, KIM, PRACTICE_EVIDENCE, "naw.sawpaw", 88, 0, "Certificate of completion", "data-security" },
  { 61, KIM, PRACTICE_EVIDENCE, "naw.sawpaw", 0, 0, "Signed on paper", "notice" },
  { 61, KIM, PRACTICE_EVIDENCE, "naw.sawpaw", 0, 640, "Commerce license look-up", "licence" },
  { 61, KIM, PRACTICE_EVIDENCE, "naw.sawpaw", 0, 0, "Commerce license look-up", "appointments" },
  { 61, KIM, PRACTICE_EVIDENCE, "naw.sawpaw", 0, 0, "Commerce license look-up", "credits" },

  { 60, ALEX, PRACTICE_STEP, "astrid.halvorsrud", CERTIFY, NAVIGATOR, "Recertified for the coming year", NULL },
  { 60, ALEX, PRACTICE_STEP, "warsan.noorshe", CERTIFY, NAVIGATOR, "Recertified for the coming year", NULL },
  { 60, ALEX, PRACTICE_STEP, "ruben.robledal", CERTIFY, CAC, "Recertified for the coming year", NULL },
  { 59, ALEX, PRACTICE_STEP, "naw.sawpaw", CERTIFY, BROKER, "Recertified for the coming year", NULL },
  { 59, ALEX, PRACTICE_STEP, "jose.nuneztoro", CERTIFY, NAVIGATOR, "Recertified for the coming year", NULL },
  { 58, ALEX, PRACTICE_STEP, "mu.htoowah", CERTIFY, CAC, "Recertified for the coming year", NULL },
  { 58, ALEX, PRACTICE_STEP, "leonard.lakefeather", CERTIFY, BROKER, "Recertified for the coming year", NULL },
  { 58, ALEX, PRACTICE_STEP, "leonard.lakefeather", CERTIFY, NAVIGATOR, "Recertified for the coming year", NULL },
  { 50, ALEX, PRACTICE_STEP, "otto.vogelhuber", SUSPEND, NAVIGATOR, "The yearly disclosure of interests was not handed in", NULL },
  { 50, ALEX, PRACTICE_STEP, "sahra.warfaale", SUSPEND, BROKER, "The producer license lapsed", NULL },
  { 50, KIM, PRACTICE_EVIDENCE, "sahra.warfaale", 0, 0, "Commerce license look-up", "licence lapsed" },
  { 50, ALEX, PRACTICE_STEP, "heidi.dornseif", SUSPEND, CAC, "The yearly disclosure of interests was not handed in", NULL },
  { 49, ALEX, PRACTICE_STEP, "cody.whitecrane", SUSPEND, NAVIGATOR, "The yearly disclosure of interests was not handed in", NULL },
  { 48, ALEX, PRACTICE_RECERTIFY, NULL, 3, 0, "Recertified for the coming year", NULL },
  { 45, SAM, PRACTICE_OPEN, "marisol.arcenegui", 1, 0, "Two applications lay unfinished past the end of enrollment", "COC-02" },
  { 44, SAM, PRACTICE_CAUSE, "marisol.arcenegui", 0, 0, "No list said which applications were open", NULL },
  { 44, SAM, PRACTICE_ADD_STEP, "marisol.arcenegui", 0, 0, "Report weekly which applications are open", "Marisol Arcenegui" },
  { 43, ALEX, PRACTICE_CHECKED, "signe.nystrand", TRUE, 0, "A visit found only the current dates", NULL },
  { 43, SAM, PRACTICE_CLOSE, "signe.nystrand", MUSTER_OUTCOME_COMPLETED, 0, "No wrong date was told since", NULL },
  { 42, SAM, PRACTICE_OPEN, "tomas.montesol", 2, 0, "Told a client that a hospital was in a plan’s network; it was not", "COC-05" },
  { 41, SAM, PRACTICE_CAUSE, "tomas.montesol", 0, 0, "He went by a list of networks from the year before", NULL },
  { 41, SAM, PRACTICE_ADD_STEP, "tomas.montesol", 0, 0, "Correct it with the client in writing", "Tomás Montesol" },
  { 41, SAM, PRACTICE_ADD_STEP, "tomas.montesol", 0, 0, "Look networks up on the day of each talk; keep the page", "Tomás Montesol" },
  { 40, ALEX, PRACTICE_STEP, "heidi.dornseif", REINSTATE, CAC, "All open items done", NULL },
  { 39, ALEX, PRACTICE_RECERTIFY, NULL, 7, 0, "Recertified for the coming year", NULL },
  { 38, SAM, PRACTICE_COMPLETE, "tomas.montesol", 1, 0, "Copy of the letter", NULL },
  { 37, ALEX, PRACTICE_VERIFY, "tomas.montesol", 1, 0, NULL, NULL },
  { 36, SAM, PRACTICE_PROPOSE_SUSPENSION, "hodan.cawaleed", 0, 0, "Client data was sent to a list seller; an inquiry is under way", "ROB-05 ROB-08" },
  { 35, ROBIN, PRACTICE_APPROVE, "hodan.cawaleed", 0, 0, "The risk does not allow waiting for the end of the inquiry", NULL },
  { 35, ROBIN, PRACTICE_LETTER, "hodan.cawaleed", 0, 0, NULL, "suspension-for-cause" },
  { 35, KIM, PRACTICE_SERVE, "hodan.cawaleed", MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_SENT, "9407 1000 0000 0000 0000 31", NULL },
  { 34, KIM, PRACTICE_SERVE, "hodan.cawaleed", MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_RECEIVED, "9407 1000 0000 0000 0000 31", NULL },
  { 34, SAM, PRACTICE_COMPLETE, "tomas.montesol", 2, 0, "Pages kept for four talks", NULL },
  { 34, ALEX, PRACTICE_VERIFY, "tomas.montesol", 2, 0, NULL, NULL },
  { 34, SAM, PRACTICE_PLAN_CHECK, "tomas.montesol", 20, 0, "For each talk of three weeks there is a page of its day", NULL },
  { 33, KIM, PRACTICE_EVIDENCE, "leonard.lakefeather", 0, 84, "Commerce license look-up", "licence" },

  { 33, KIM, PRACTICE_SETTLE, "hodan.cawaleed", 0, 0, "Alex Amberg", NULL },
  { 31, KIM, PRACTICE_COURSE, NULL, 1, 0, "Assister learning site", "data-security" },
  { 30, KIM, PRACTICE_IMPORT, "new-people.csv", 0, 0, NULL, NULL },
  { 29, KIM, PRACTICE_STEP, "minh.buison", START_TRAINING, NAVIGATOR, NULL, NULL },
  { 29, KIM, PRACTICE_STEP, "cody.stillday", START_TRAINING, BROKER, NULL, NULL },
  { 29, KIM, PRACTICE_STEP, "bohdan.hrytsenkiv", START_TRAINING, NAVIGATOR, NULL, NULL },
  { 29, KIM, PRACTICE_STEP, "nora.oshearin", START_TRAINING, NAVIGATOR, NULL, NULL },
  { 28, KIM, PRACTICE_STEP, "chue.herthao", START_TRAINING, NAVIGATOR, NULL, NULL },
  { 28, KIM, PRACTICE_STEP, "warsan.guleeden", START_TRAINING, CAC, NULL, NULL },
  { 28, KIM, PRACTICE_STEP, "ines.nuneztoro", START_TRAINING, BROKER, NULL, NULL },
  { 28, KIM, PRACTICE_STEP, "htoo.sawpaw", START_TRAINING, NAVIGATOR, NULL, NULL },
  { 28, KIM, PRACTICE_STEP, "linh.tranvu", START_TRAINING, STAFF, NULL, NULL },
  { 27, KIM, PRACTICE_EVIDENCE, "nora.oshearin", 0, 0, "Certificate of completion", "assister-basics" },
  { 27, KIM, PRACTICE_EVIDENCE, "nora.oshearin", 0, 0, "Certificate of completion", "program-rules" },
  { 27, KIM, PRACTICE_EVIDENCE, "nora.oshearin", 91, 0, "Certificate of completion", "data-security" },
  { 27, KIM, PRACTICE_EVIDENCE, "nora.oshearin", 0, 0, "Signed on paper", "notice" },
  { 27, SAM, PRACTICE_OPEN, "houa.mouavang", 2, 0, "Talked about a client’s case in a hallway; another client heard it", "COC-03" },
  { 27, SAM, PRACTICE_CAUSE, "houa.mouavang", 0, 0, "The only room for talks was taken", NULL },
  { 26, SAM, PRACTICE_ADD_STEP, "houa.mouavang", 0, 0, "Apologize to the client", "Houa Mouavang" },
  { 26, SAM, PRACTICE_ADD_STEP, "houa.mouavang", 0, 0, "Book the room a day ahead", "Houa Mouavang" },
  { 26, SAM, PRACTICE_OPEN, "kwame.okwuosa", 2, 0, "Refused to call an interpreter", "COC-10" },
  { 25, SAM, PRACTICE_CAUSE, "kwame.okwuosa", 0, 0, "The number of the interpreters’ line was not at hand", NULL },
  { 25, SAM, PRACTICE_ADD_STEP, "kwame.okwuosa", 0, 0, "Attend the course on language access", "Kwame Okwuosa" },
  { 25, KIM, PRACTICE_EVIDENCE, "bohdan.hrytsenkiv", 0, 0, "Certificate of completion", "assister-basics" },
  { 25, KIM, PRACTICE_EVIDENCE, "bohdan.hrytsenkiv", 0, 0, "Certificate of completion", "program-rules" },
  { 24, SAM, PRACTICE_COMPLETE, "houa.mouavang", 1, 0, "Copy of the letter", NULL },
  { 22, ALEX, PRACTICE_VERIFY, "houa.mouavang", 1, 0, NULL, NULL },
  { 22, KIM, PRACTICE_EVIDENCE, "nora.oshearin", 0, 0, "Letter of the Department of Human Services", "background-study" },
  { 22, KIM, PRACTICE_EVIDENCE, "bohdan.hrytsenkiv", 0, 0, "Consent form", "background-study consent-received" },
  { 21, KIM, PRACTICE_STEP, "nora.oshearin", SUBMIT, NAVIGATOR, NULL, NULL },
  { 20, ALEX, PRACTICE_RECERTIFY, NULL, 0, 0, "Recertified for the coming year", NULL },
  { 20, KIM, PRACTICE_STEP, "chue.herthao", SUBMIT, NAVIGATOR, NULL, NULL },
  { 20, KIM, PRACTICE_STEP, "warsan.guleeden", SUBMIT, CAC, NULL, NULL },
  { 20, KIM, PRACTICE_STEP, "ines.nuneztoro", SUBMIT, BROKER, NULL, NULL },
  { 19, KIM, PRACTICE_STEP, "htoo.sawpaw", SUBMIT, NAVIGATOR, NULL, NULL },
  { 19, KIM, PRACTICE_EVIDENCE, "cody.stillday", 78, 0, "Certificate of completion", "broker-course" },
  { 19, KIM, PRACTICE_EVIDENCE, "cody.stillday", 84, 0, "Certificate of completion", "data-security" },
  { 19, KIM, PRACTICE_EVIDENCE, "cody.stillday", 0, 0, "Signed on paper", "notice" },
  { 18, KIM, PRACTICE_COMPARE, "registrations.csv", 0, 0, NULL, NULL },
  { 17, KIM, PRACTICE_CLOSE_TASK, "priya.iyengaran", 0, 0, "New: registers when the training is done", NULL },
  { 16, SAM, PRACTICE_COMPLETE, "kwame.okwuosa", 1, 0, "Certificate of attendance", NULL },
  { 15, KIM, PRACTICE_COURSE, NULL, 4, 0, "Assister learning site", "data-security" },
  { 15, KIM, PRACTICE_COURSE, NULL, 4, 0, "Signed on paper", "notice" },
  { 15, KIM, PRACTICE_STEP, "pa.yangher", WITHDRAW, CAC, "Found work elsewhere", NULL },
  { 14, ALEX, PRACTICE_VERIFY, "kwame.okwuosa", 1, 0, NULL, NULL },
  { 14, SAM, PRACTICE_PLAN_CHECK, "kwame.okwuosa", 0, 0, "The log shows an interpreter whenever one was asked for", NULL },
  { 14, ROBIN, PRACTICE_CHECKED, "tomas.montesol", FALSE, 0, "Of nine talks four have no page", NULL },
  { 14, ALEX, PRACTICE_STEP, "htoo.sawpaw", CERTIFY, NAVIGATOR, "Marketplace confirmation received", NULL },
  { 14, KIM, PRACTICE_EVIDENCE, "minh.buison", 0, 0, "Certificate of completion", "assister-basics" },
  { 13, KIM, PRACTICE_EVIDENCE, "minh.buison", 55, 0, "Assister learning site", "data-security" },
  { 12, SAM, PRACTICE_OPEN, "misty.morningpine", 1, 0, "Two calls from the marketplace not returned", "COC-07" },
  { 12, KIM, PRACTICE_EVIDENCE, "cody.stillday", 0, 700, "Commerce license look-up", "licence" },
  { 11, KIM, PRACTICE_COMPARE, "terminations.csv", 0, 0, NULL, NULL },
  { 10, SAM, PRACTICE_CLOSE_TASK, "hodan.cawaleed", 0, 0, "The same matter for which she is suspended here", NULL },
  { 9, ALEX, PRACTICE_RECERTIFY, NULL, 8, 0, "Recertified for the coming year", NULL },
  { 9, SAM, PRACTICE_OPEN, "abena.mensahene", 2, 0, "Kept clients’ papers at home", "COC-09" },
  { 8, KIM, PRACTICE_EVIDENCE, "bohdan.hrytsenkiv", 0, 0, "Letter of the Department of Human Services", "background-study disqualified" },
  { 7, KIM, PRACTICE_COMPARE, "registrations-later.csv", 0, 0, NULL, NULL },
  { 6, KIM, PRACTICE_INCIDENT, "pao.lorxiong", MUSTER_INCIDENT_SECURITY, 4, "Forms of four clients were sent by ordinary e-mail", "COC-09 ROB-06c" },
  { 6, KIM, PRACTICE_TOLD, "pao.lorxiong", MUSTER_DUTY_INTERNAL_REPORT, 0, "Sam Silverbrook", NULL },
  { 6, SAM, PRACTICE_TOLD, "pao.lorxiong", MUSTER_DUTY_BREACH_REPORT, 0, "The marketplace’s privacy office", NULL },
  { 6, SAM, PRACTICE_OPEN, "pao.lorxiong", 3, 0, "Sent forms with clients’ data by ordinary e-mail", "COC-09 ROB-06c" },
  { 5, SAM, PRACTICE_CAUSE, "pao.lorxiong", 0, 0, "The secure mailbox had been locked for days", NULL },
  { 5, SAM, PRACTICE_ADD_STEP, "pao.lorxiong", 0, 0, "Repeat the data security course", "Pao Lorxiong" },
  { 5, SAM, PRACTICE_ADD_STEP, "pao.lorxiong", 0, 0, "Tell the people whose data was sent", "Sam Silverbrook" },
  { 5, KIM, PRACTICE_EVIDENCE, "ravi.iyengaran", 0, 30, "Commerce license look-up", "licence" },
  { 4, SAM, PRACTICE_EXTEND, "houa.mouavang", 20, 0, "The room is being rebuilt; it can be booked again next week", NULL },
  { 4, SAM, PRACTICE_OPEN_LIMITED, "ravi.iyengaran", 3, 0, "Late notice of a lapse of the license, since renewed", "BRK-02" },
  { 4, SAM, PRACTICE_OPEN, "dev.chandrekar", 4, 0, "Two accounts of clients opened with invented income", "ROB-04a COC-05" },
  { 3, SAM, PRACTICE_PROPOSE_REVOCATION, "dev.chandrekar", 0, 0, "Two accounts of clients opened with invented income", "ROB-04a COC-05" },
  { 3, ALEX, PRACTICE_RECERTIFY, NULL, 5, 0, "Recertified for the coming year", NULL },
  { 3, KIM, PRACTICE_STEP, "paw.wahdoh", START_TRAINING, CAC, NULL, NULL },
  { 2, KIM, PRACTICE_STEP, "abena.mensahene", INACTIVATE, NAVIGATOR, "Gave notice and left the same day", NULL },
  { 2, SAM, PRACTICE_COMPLETE, "pao.lorxiong", 1, 0, "Certificate of completion", NULL },
  { 1, KIM, PRACTICE_INCIDENT, "signe.nystrand", MUSTER_INCIDENT_SECURITY, 0, "A telephone with the mail of the office was taken on a train", "ROB-07a" },
  { 1, KIM, PRACTICE_TOLD, "signe.nystrand", MUSTER_DUTY_INTERNAL_REPORT, 0, "Sam Silverbrook", NULL },
  { 1, ROBIN, PRACTICE_PROPOSE_SUSPENSION, "hodan.noorshe", 0, 0, "Signs of a shared password, from two counties at one time", "ROB-06b" },
  { 1, SAM, PRACTICE_OPEN, "hodan.noorshe", 4, 0, "Signs of a shared password, from two counties at one time", "ROB-06b" },
};

const MusterPracticePerson *
muster_practice_get_accounts (void)
{
  return accounts;
}

const MusterPracticeDeed *
muster_practice_get_story (guint *n_deeds)
{
  *n_deeds = G_N_ELEMENTS (story);
  return story;
}

gboolean
muster_practice_is_left_alone (const char *email)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_alone); i++)
    if (email != NULL && g_str_has_prefix (email, left_alone[i]) && email[strlen (left_alone[i])] == '@')
      return TRUE;
  return FALSE;
}
