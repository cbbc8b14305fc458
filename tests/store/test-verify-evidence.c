/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "attack-fixture.h"

/*
 * What is inside of the rows: evidence, rule packs, versions of the notice, what was put off, steps and stays. Somebody with an account writes past the
 * program, and signs with the own key an entry whose operation could add such a row, but not with that in it.
 */

#define EVIDENCE_OF(person, requirement, on, expires, outcome, score, version, document)                                                                 \
  "INSERT INTO evidence (assister_id, requirement, on_day, expires, source, account_id, recorded, outcome, score, version, document_id) VALUES (" person \
  ", '" requirement "', '" on "', " expires ", 'x', SIGNER, NOW, " outcome ", " score ", " version ", " document ");"
#define STUDY(person, on, outcome) EVIDENCE_OF (person, "background-study", on, "NULL", "'" outcome "'", "NULL", "NULL", "NULL")
#define COURSE(outcome, score) EVIDENCE_OF ("1", "data-security", "2026-04-01", "NULL", outcome, score, "NULL", "NULL")
#define LICENCE(on, expires, outcome, document) EVIDENCE_OF ("1", "licence", on, expires, outcome, "NULL", "NULL", document)
#define SUPERSEDE(id, by) "UPDATE evidence SET superseded_by = " by " WHERE id = " id ";"
#define WITHDRAWAL(person, requirement, note) \
  "INSERT INTO evidence (assister_id, requirement, source, account_id, recorded, note) VALUES (" person ", 'withdrawn:" requirement "', 'x', SIGNER, NOW, " note ");"
#define DOCUMENT "INSERT INTO document (file_name, media_type, size, hash, account_id, recorded) VALUES ('a.pdf', 'application/pdf', 4, 'abc', SIGNER, NOW);"
#define PACK(name, content, from) "INSERT INTO rule_pack (name, content, from_day, account_id, recorded) VALUES ('" name "', '" content "', '" from "', SIGNER, NOW);"
#define NOTICE(code, version, from, document) \
  "INSERT INTO policy_document (code, version, title, from_day, document_id, account_id, recorded) VALUES ('" code "', '" version "', 'Notice', '" from "', " document ", SIGNER, NOW);"
#define SNOOZE(item, until, reason) "INSERT INTO snooze (item, until_day, reason, account_id, recorded) VALUES ('" item "', " until ", '" reason "', SIGNER, NOW);"
#define LIST_OF(account, name, key, filter) \
  "INSERT INTO saved_list (account_id, name, name_key, filter, recorded, removed) VALUES (" account ", '" name "', '" key "', '" filter "', NOW, 0);"
#define DAY(days) "date(NOW / 1000000, 'unixepoch', '" days " days')"
#define STEP_OF(person, from, to, effective, authority, marked)                                                                          \
  "INSERT INTO certification (assister_id, type, from_state, to_state, effective, recorded, authority, account_id, under_investigation)" \
  " VALUES (" person ", 'broker', '" from "', '" to "', '" effective "', NOW, '" authority "', SIGNER, " marked ");"
#define STAY(person, agency, from, through) "INSERT INTO affiliation (assister_id, agency_id, from_day, through_day) VALUES (" person ", " agency ", '" from "', " through ");"
#define IMPORT                                                                                                                                                                                 \
  "INSERT INTO roster_import (file_name, file_size, file_hash, encoding, delimiter, key, mode, digest, rows, created, updated, unchanged, skipped, conflicts, rejected, account_id, recorded)" \
  " VALUES ('a.csv', 9, 'f', 'UTF-8', ',', 'npn', 'upsert', 'd', 1, 0, 0, 1, 0, 0, 0, SIGNER, NOW);"
#define CLAIM(import, requirement, outcome)                                                                                                \
  "INSERT INTO evidence (assister_id, requirement, said, source, import_id, line, account_id, recorded, outcome) VALUES (1, '" requirement \
  "', 'Active', 'a.csv', " import ", 2, SIGNER, NOW, " outcome ");"

typedef struct
{
  const char *what;
  const char *signer;
  const char *operation;
  const char *sql;
} Forgery;

/* Evidence 1 and 3: of Ana, disqualified; 2: of Pao, cleared. Ana is an applicant with an open case, Pao is certified. Agencies: 1 and 2. */
static const Forgery story[] = {
  { "", "kim", "enrol", STEP_OF ("1", "none", "applicant", "2026-02-01", "agency", "0") },
  { "", "alex", "certify",
    STEP_OF ("2", "none", "applicant", "2026-02-01", "marketplace", "0") STEP_OF ("2", "applicant", "in-training", "2026-02-01", "marketplace", "0")
      STEP_OF ("2", "in-training", "pending-review", "2026-02-01", "marketplace", "0") STEP_OF ("2", "pending-review", "certified", "2026-02-01", "marketplace", "0") },
  { "", "kim", "record-evidence", STUDY ("1", "2026-04-01", "disqualified") },
  { "", "kim", "record-evidence", STUDY ("2", "2026-04-01", "cleared") },
  { "", "kim", "edit-assister", "INSERT INTO agency (name, name_key) VALUES ('Lakeside', 'lakeside'), ('Riverside', 'riverside');" STAY ("1", "1", "2026-01-01", "NULL") },
  { "", "kim", "record-evidence", STUDY ("1", "2026-04-03", "disqualified") },
  { "", "alex", "open-action",
    "INSERT INTO corrective_action (number, assister_id, severity, state, finding, restriction, opened, due, outcome, clause_version, rule_pack, opened_account)"
    " VALUES ('CA-2026-0001', 1, 'S2', 'open', 'Mis-sent letter', 'none', '2026-04-01', '2026-04-15', 'none', 'v', 'r', SIGNER);"
    "INSERT INTO corrective_action_clause (action_id, clause) VALUES (1, 'COC-09');" },
};

static const Forgery honest[] = {
  { "a passed course", "kim", "record-evidence", COURSE ("'passed'", "80") },
  { "a failed course", "kim", "record-evidence", COURSE ("'failed'", "3") },
  { "a license", "kim", "record-evidence", LICENCE ("2026-04-01", "'2028-01-01'", "'active'", "NULL") },
  { "a correction", "kim", "correct-evidence", STUDY ("1", "2026-04-02", "cleared") SUPERSEDE ("1", "4") },
  { "withdrawn evidence", "kim", "withdraw-evidence", WITHDRAWAL ("1", "background-study", "'Of somebody else'") SUPERSEDE ("1", "4") },
  { "what a file says", "kim", "import-roster", IMPORT CLAIM ("1", "licence", "NULL") CLAIM ("1", "reported-status:broker", "NULL") },
  { "a list", "kim", "save-list", LIST_OF ("SIGNER", "East", "east", "county=Ramsey\nexpiring=60\n") },
  { "put off", "kim", "snooze", SNOOZE ("action-overdue:1", DAY ("+80"), "On leave") },
  { "withdrawn, marked", "kim", "withdraw", STEP_OF ("1", "applicant", "withdrawn", "2026-05-01", "individual", "1") },
  { "withdrawn, nothing open", "kim", "withdraw", STEP_OF ("2", "certified", "withdrawn", "2026-05-01", "individual", "0") },
  { "gone to another agency", "kim", "transfer", "UPDATE affiliation SET through_day = '2026-04-30' WHERE id = 1;" STAY ("1", "2", "2026-05-01", "NULL") },
};

static const Forgery forgeries[] = {
  { "superseded by itself", "kim", "correct-evidence", SUPERSEDE ("1", "1") },
  { "superseded by nothing that is there", "kim", "correct-evidence", SUPERSEDE ("1", "99") },
  { "superseded by what was there", "kim", "correct-evidence", SUPERSEDE ("1", "2") },
  { "superseded by another person's", "kim", "correct-evidence", STUDY ("2", "2026-04-02", "cleared") SUPERSEDE ("1", "4") },
  { "superseded by another requirement's", "kim", "correct-evidence", COURSE ("'passed'", "80") SUPERSEDE ("1", "4") },
  { "superseded in a circle", "kim", "correct-evidence", STUDY ("1", "2026-04-02", "cleared") SUPERSEDE ("1", "4") SUPERSEDE ("4", "1") },
  { "two superseded by one", "kim", "correct-evidence", STUDY ("1", "2026-04-02", "cleared") SUPERSEDE ("1", "4") SUPERSEDE ("3", "4") },
  { "a correction of nothing", "kim", "correct-evidence", STUDY ("1", "2026-04-02", "cleared") },
  { "withdrawn without a reason", "kim", "withdraw-evidence", WITHDRAWAL ("1", "background-study", "NULL") SUPERSEDE ("1", "4") },
  { "withdrawn by what is about another requirement", "kim", "withdraw-evidence", WITHDRAWAL ("1", "data-security", "'x'") SUPERSEDE ("1", "4") },
  { "withdrawn by what is about another person", "kim", "withdraw-evidence", WITHDRAWAL ("2", "background-study", "'x'") SUPERSEDE ("1", "4") },
  { "withdrawn by other evidence", "kim", "withdraw-evidence", STUDY ("1", "2026-04-02", "cleared") SUPERSEDE ("1", "4") },
  { "a withdrawal of nothing", "kim", "withdraw-evidence", WITHDRAWAL ("1", "background-study", "'x'") },
  { "a withdrawal withdrawn", "kim", "withdraw-evidence", WITHDRAWAL ("1", "background-study", "'x'") WITHDRAWAL ("1", "withdrawn:background-study", "'x'") SUPERSEDE ("1", "4") SUPERSEDE ("4", "5") },
  { "a withdrawal that is recorded", "kim", "record-evidence", WITHDRAWAL ("1", "background-study", "'x'") },
  { "corrected by a withdrawal", "kim", "correct-evidence", WITHDRAWAL ("1", "background-study", "'x'") SUPERSEDE ("1", "4") },
  { "a list that asks for nothing", "kim", "save-list", LIST_OF ("SIGNER", "East", "east", "") },
  { "a list that asks for what there is not", "kim", "save-list", LIST_OF ("SIGNER", "East", "east", "shoe=44\n") },
  { "a list without a name", "kim", "save-list", LIST_OF ("SIGNER", " ", "", "county=Ramsey\n") },
  { "a list found under another name", "kim", "save-list", LIST_OF ("SIGNER", "East", "west", "county=Ramsey\n") },
  { "a list of somebody else", "kim", "save-list", LIST_OF ("1", "East", "east", "county=Ramsey\n") },
  { "superseded by an import", "kim", "import-roster", IMPORT CLAIM ("1", "licence", "NULL") SUPERSEDE ("1", "4") },
  { "a judgement by a file", "kim", "import-roster", IMPORT CLAIM ("1", "licence", "'active'") },
  { "a claim of no list", "kim", "import-roster", IMPORT CLAIM ("1", "background-study", "NULL") },
  { "a claim of no import", "kim", "import-roster", CLAIM ("1", "licence", "NULL") },
  { "typed as if by a file", "kim", "record-evidence", CLAIM ("1", "licence", "NULL") },
  { "unknown requirement", "kim", "record-evidence", EVIDENCE_OF ("1", "frobnicate", "2026-04-01", "NULL", "'passed'", "80", "NULL", "NULL") },
  { "no outcome", "kim", "record-evidence", EVIDENCE_OF ("1", "background-study", "2026-04-01", "NULL", "NULL", "NULL", "NULL", "NULL") },
  { "an outcome that is none", "kim", "record-evidence", LICENCE ("2026-04-01", "'2028-01-01'", "'foo'", "NULL") },
  { "a score of 250", "kim", "record-evidence", COURSE ("'passed'", "250") },
  { "passed with 3 percent", "kim", "record-evidence", COURSE ("'passed'", "3") },
  { "no day", "kim", "record-evidence", STUDY ("1", "yesterday", "cleared") },
  { "a day to come", "kim", "record-evidence", STUDY ("1", "2099-01-01", "cleared") },
  { "over before it began", "kim", "record-evidence", LICENCE ("2026-04-01", "'2020-01-01'", "'active'", "NULL") },
  { "through no day", "kim", "record-evidence", LICENCE ("2026-04-01", "'never'", "'active'", "NULL") },
  { "a version never loaded", "kim", "record-evidence", EVIDENCE_OF ("1", "notice", "2026-04-01", "NULL", "'signed'", "NULL", "'2099'", "NULL") },
  { "a document that is not there", "kim", "record-evidence", LICENCE ("2026-04-01", "'2028-01-01'", "'active'", "77") },
  { "a person that is not there", "kim", "record-evidence", STUDY ("44", "2026-04-01", "cleared") },
  { "a pack of garbage", "alex", "adopt-rule-pack", PACK ("mine", "garbage", "2026-01-01") },
  { "a shipped name", "alex", "adopt-rule-pack", PACK ("mnsure-2027", "garbage", "2026-01-01") },
  { "a notice without its document", "alex", "load-policy", NOTICE ("notice", "1", "2026-01-01", "77") },
  { "a notice from no day", "alex", "load-policy", DOCUMENT NOTICE ("notice", "1", "never", "1") },
  { "a policy of another kind", "alex", "load-policy", DOCUMENT NOTICE ("other", "1", "2026-01-01", "1") },
  { "put off for ever", "kim", "snooze", SNOOZE ("decision-waiting:2", "'9999-12-31'", "On leave") },
  { "put off too long", "kim", "snooze", SNOOZE ("decision-waiting:2", DAY ("+95"), "On leave") },
  { "put off without a reason", "kim", "snooze", SNOOZE ("decision-waiting:2", DAY ("+10"), "") },
  { "what is on no list put off", "kim", "snooze", SNOOZE ("everything", DAY ("+10"), "On leave") },
  { "certified by the clock", "alex", "certify", STEP_OF ("2", "certified", "certified", "2026-05-01", "clock", "0") },
  { "certified by the person", "alex", "certify", STEP_OF ("2", "certified", "certified", "2026-05-01", "individual", "0") },
  { "certified from a day to come", "alex", "certify", STEP_OF ("2", "certified", "certified", "2099-05-01", "marketplace", "0") },
  { "certified before there were marketplaces", "alex", "certify", STEP_OF ("3", "none", "applicant", "1800-05-01", "marketplace", "0") },
  { "a person that is not there enrolled", "kim", "enrol", STEP_OF ("44", "none", "applicant", "2026-05-01", "agency", "0") },
  { "withdrawn by the regulator", "kim", "withdraw", STEP_OF ("2", "certified", "withdrawn", "2026-05-01", "regulator", "0") },
  { "withdrawn with an open case", "kim", "withdraw", STEP_OF ("1", "applicant", "withdrawn", "2026-05-01", "individual", "0") },
  { "left with a case that is not there", "kim", "inactivate", STEP_OF ("2", "certified", "inactive", "2026-05-01", "agency", "1") },
  { "with two agencies", "kim", "transfer", STAY ("1", "2", "2026-05-01", "NULL") },
  { "with two agencies by a file", "kim", "import-roster", IMPORT STAY ("1", "2", "2026-05-01", "NULL") },
  { "left before coming", "kim", "transfer", STAY ("2", "1", "2026-01-01", "'2020-01-01'") },
  { "comes some day", "kim", "transfer", STAY ("2", "1", "2099-01-01", "NULL") },
};

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (fixture, data);
  store_fixture_add_account (fixture, "kim", MUSTER_ROLE_STAFF);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (store_fixture_add_person (fixture->store, ((const char *[]) { "Ana", "Pao", "Zoe" })[i], "Moua"), ==, i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (story); i++)
    attack_forge (fixture, story[i].signer, story[i].operation, story[i].sql);
}

static gboolean
is_found (StoreFixture *fixture, const Forgery *forgery)
{
  g_autoptr (MusterVerification) result = NULL;

  attack_forge (fixture, forgery->signer, forgery->operation, forgery->sql);
  result = attack_verify (fixture->store, NULL);
  g_test_message ("%s: %s", forgery->what, result->what != NULL ? result->what : "accepted");
  /* The search finds people by their agencies too, which was not forged. */
  return !result->ok && !result->only_search;
}

static gboolean
forge_one (StoreFixture *fixture, guint number)
{
  return is_found (fixture, &forgeries[number]);
}

static gboolean
record_one (StoreFixture *fixture, guint number)
{
  return is_found (fixture, &honest[number]);
}

static void
test_forged (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (attack_try_each (fixture, G_N_ELEMENTS (forgeries), forge_one), ==, G_N_ELEMENTS (forgeries));
}

static void
test_honest (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (attack_try_each (fixture, G_N_ELEMENTS (honest), record_one), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/verify-evidence/honest", StoreFixture, NULL, set_up, test_honest, store_fixture_tear_down);
  g_test_add ("/verify-evidence/forged", StoreFixture, NULL, set_up, test_forged, store_fixture_tear_down);
  return g_test_run ();
}
