/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-case-access.h"
#include "domain/muster-error.h"

/*
 * Which cases were closed to an account before an entry, by the rule of domain/muster-case-access.h and as muster-case-sight-query.c finds it: here from the
 * journal, at any point of it. Of most accounts nothing is closed, and nobody is on the roster.
 */

/* A row tells of a case (@kind, @column %NULL: it is the case), or of a row that does (@through). */
static const struct
{
  MusterTable table;
  const char *column;
  MusterCaseKind kind;
  MusterTable through;
  gboolean only_new; /* what it comes from is asked when it is made: afterwards it may have been opened by itself */
} tells[] = {
  { MUSTER_TABLE_INCIDENT, NULL, MUSTER_CASE_INCIDENT, 0 },
  { MUSTER_TABLE_INCIDENT_PERSON, "incident_id", MUSTER_CASE_INCIDENT, 0 },
  { MUSTER_TABLE_INCIDENT_CLAUSE, "incident_id", MUSTER_CASE_INCIDENT, 0 },
  { MUSTER_TABLE_INCIDENT_REPORT, "incident_id", MUSTER_CASE_INCIDENT, 0 },
  { MUSTER_TABLE_ATTACHMENT, "incident_id", MUSTER_CASE_INCIDENT, 0 },
  { MUSTER_TABLE_ACTION, NULL, MUSTER_CASE_ACTION, 0 },
  { MUSTER_TABLE_ACTION, "incident_id", MUSTER_CASE_INCIDENT, 0, TRUE },
  { MUSTER_TABLE_ACTION_CLAUSE, "action_id", MUSTER_CASE_ACTION, 0 },
  { MUSTER_TABLE_ACTION_STEP, "action_id", MUSTER_CASE_ACTION, 0 },
  { MUSTER_TABLE_FOLLOW_UP, "action_id", MUSTER_CASE_ACTION, 0 },
  { MUSTER_TABLE_DECISION, NULL, MUSTER_CASE_DECISION, 0 },
  { MUSTER_TABLE_DECISION, "calls_off", MUSTER_CASE_DECISION, 0, TRUE },
  { MUSTER_TABLE_DECISION_CLAUSE, "decision_id", MUSTER_CASE_DECISION, 0 },
  { MUSTER_TABLE_DECISION_ACTION, "decision_id", MUSTER_CASE_DECISION, 0 },
  { MUSTER_TABLE_DECISION_ACTION, "action_id", MUSTER_CASE_ACTION, 0 },
  { MUSTER_TABLE_REVIEW, "decision_id", MUSTER_CASE_DECISION, 0 },
  { MUSTER_TABLE_LETTER_SERVICE, "letter_id", 0, MUSTER_TABLE_LETTER },
};

/* What a letter is about, and what was put off, by the first column; the second has the number. */
static const struct
{
  MusterTable table;
  const char *about;
  MusterTable through;
} named[] = {
  { MUSTER_TABLE_LETTER, "action", MUSTER_TABLE_ACTION },
  { MUSTER_TABLE_LETTER, "decision", MUSTER_TABLE_DECISION },
  { MUSTER_TABLE_LETTER, "certification", MUSTER_TABLE_CERTIFICATION },
  { MUSTER_TABLE_SNOOZE, "incident-report", MUSTER_TABLE_INCIDENT },
  { MUSTER_TABLE_SNOOZE, "action-overdue", MUSTER_TABLE_ACTION },
  { MUSTER_TABLE_SNOOZE, "action-due", MUSTER_TABLE_ACTION },
  { MUSTER_TABLE_SNOOZE, "check-due", MUSTER_TABLE_ACTION },
  { MUSTER_TABLE_SNOOZE, "extension-waiting", MUSTER_TABLE_ACTION },
  { MUSTER_TABLE_SNOOZE, "escalation-proposed", MUSTER_TABLE_ACTION },
  { MUSTER_TABLE_SNOOZE, "step-overdue", MUSTER_TABLE_ACTION_STEP },
  { MUSTER_TABLE_SNOOZE, "decision-waiting", MUSTER_TABLE_DECISION },
  { MUSTER_TABLE_SNOOZE, "review-closing", MUSTER_TABLE_DECISION },
  { MUSTER_TABLE_SNOOZE, "review-waiting", MUSTER_TABLE_REVIEW },
  { MUSTER_TABLE_SNOOZE, "letter-unserved", MUSTER_TABLE_LETTER },
};

/* What the register says of a person: see told[] of muster-case-filter-query.c. */
static const struct
{
  MusterTable table;
  const char *column; /* %NULL: the row is the person’s */
} told[] = {
  { MUSTER_TABLE_ASSISTER, NULL },
  { MUSTER_TABLE_AFFILIATION, "assister_id" },
  { MUSTER_TABLE_CERTIFICATION, "assister_id" },
  { MUSTER_TABLE_EVIDENCE, "assister_id" },
  { MUSTER_TABLE_ACTION, "assister_id" },
  { MUSTER_TABLE_DECISION, "assister_id" },
};

static const MusterTable case_tables[MUSTER_N_CASE_KINDS] = { MUSTER_TABLE_INCIDENT, MUSTER_TABLE_ACTION, MUSTER_TABLE_DECISION };

static const char *const people_sql = "SELECT id FROM incident_person WHERE incident_id = ?1";
static const char *const same_sql[MUSTER_N_CASE_KINDS] = { NULL, "SELECT id FROM corrective_action WHERE id = ?1", "SELECT id FROM decision WHERE id = ?1" };
static const char *const grounds_sql = "SELECT id FROM decision_action WHERE decision_id = ?1";

typedef struct
{
  MusterCaseKind kind;
  gint64 id;
} Case;

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static void
add_case (GArray *cases, MusterCaseKind kind, gint64 id)
{
  const Case one = { kind, id };

  if (id != 0)
    g_array_append_val (cases, one);
}

static gboolean find_cases (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowView *view, gint64 id, gboolean is_new, GArray *cases, GError **error);

/* The cases of another row, as it was before the entry. */
static gboolean
find_cases_of (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, gint64 id, GArray *cases, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  MusterRowView view;
  gboolean found;

  if (!muster_verify_find_row_before (self, check, table, id, &statement, &view, &found, error))
    return FALSE;
  return !found || find_cases (self, check, table, &view, id, FALSE, cases, error);
}

static gboolean
find_named (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const char *about, gint64 id, GArray *cases, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (named[i].table == table && g_strcmp0 (named[i].about, about) == 0)
      return find_cases_of (self, check, named[i].through, id, cases, error);
  return TRUE;
}

static gboolean
find_snoozed (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowView *view, GArray *cases, GError **error)
{
  g_autofree char *item = muster_row_view_dup_text (view, "item");
  char *number = item != NULL ? strchr (item, ':') : NULL;

  if (number == NULL)
    return TRUE;
  *number = '\0';
  return find_named (self, check, MUSTER_TABLE_SNOOZE, item, g_ascii_strtoll (number + 1, NULL, 10), cases, error);
}

static gboolean
find_cases (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowView *view, gint64 id, gboolean is_new, GArray *cases, GError **error)
{
  g_autofree char *about = table == MUSTER_TABLE_LETTER ? muster_row_view_dup_text (view, "about") : NULL;

  if (table == MUSTER_TABLE_LETTER)
    return find_named (self, check, table, about, muster_row_view_get_int (view, "about_id"), cases, error);
  if (table == MUSTER_TABLE_SNOOZE)
    return find_snoozed (self, check, view, cases, error);
  if (table == MUSTER_TABLE_CERTIFICATION)
    {
      add_case (cases, MUSTER_CASE_ACTION, muster_row_view_get_int (view, "action_id"));
      add_case (cases, MUSTER_CASE_DECISION, muster_row_view_get_int (view, "decision_id"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (tells); i++)
    if (tells[i].table != table || (tells[i].only_new && !is_new))
      continue;
    else if (tells[i].through == 0)
      add_case (cases, tells[i].kind, tells[i].column != NULL ? muster_row_view_get_int (view, tells[i].column) : id);
    else if (!find_cases_of (self, check, tells[i].through, muster_row_view_get_int (view, tells[i].column), cases, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_person (const MusterRowView *view, gint64 id, gpointer data)
{
  gint64 person = muster_row_view_get_int (view, "assister_id");

  if (muster_row_view_get_int (view, "removed") == 0)
    g_array_append_val ((GArray *) data, person);
  return TRUE;
}

static gboolean
take_action (const MusterRowView *view, gint64 id, gpointer data)
{
  add_case (data, MUSTER_CASE_ACTION, muster_row_view_get_int (view, "action_id"));
  return TRUE;
}

/* Whether the case concerned the account. */
static gboolean
find_subject (MusterVerifier *self, const MusterEntryCheck *check, const Case *of, gint64 account_id, gboolean *is, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean read = of->kind == MUSTER_CASE_INCIDENT ? muster_verify_read_before (self, check, people_sql, MUSTER_TABLE_INCIDENT_PERSON, of->id, take_person, people, error)
                                                   : muster_verify_read_before (self, check, same_sql[of->kind], case_tables[of->kind], of->id, take_person, people, error);

  *is = FALSE;
  for (guint i = 0; read && !*is && i < people->len; i++)
    read = muster_verify_is_person (self, check, account_id, g_array_index (people, gint64, i), TRUE, is, error);
  return read;
}

/* What the case came from. */
static gboolean
list_parents (MusterVerifier *self, const MusterEntryCheck *check, const Case *of, GArray *parents, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  MusterRowView view;
  gboolean found;

  if (of->kind == MUSTER_CASE_INCIDENT)
    return TRUE;
  if (!muster_verify_find_row_before (self, check, case_tables[of->kind], of->id, &statement, &view, &found, error))
    return FALSE;
  if (found && of->kind == MUSTER_CASE_ACTION)
    add_case (parents, MUSTER_CASE_INCIDENT, muster_row_view_get_int (&view, "incident_id"));
  if (!found || of->kind == MUSTER_CASE_ACTION)
    return TRUE;
  /* Only what was there before can be called off: what a forger makes call itself off has no beginning. */
  add_case (parents, MUSTER_CASE_DECISION, muster_row_view_get_int (&view, "calls_off") < of->id ? muster_row_view_get_int (&view, "calls_off") : 0);
  return muster_verify_read_before (self, check, grounds_sql, MUSTER_TABLE_DECISION_ACTION, of->id, take_action, parents, error);
}

static gboolean find_closed (MusterVerifier *self, const MusterEntryCheck *check, const Case *of, gint64 account_id, gint64 before, gboolean *closed, GError **error);

/* By those who let the account in, once there was the case. */
static gboolean
find_inherited (MusterVerifier *self, const MusterEntryCheck *check, const Case *of, gint64 account_id, gint64 before, gboolean *closed, GError **error)
{
  for (guint i = 0; !*closed && i < self->let_ins->len; i++)
    {
      const MusterLetIn *deed = &g_array_index (self->let_ins, MusterLetIn, i);
      gint64 made;

      if (deed->account != account_id || deed->entry >= before)
        continue;
      if (!muster_verify_find_maker (self, muster_table_get_number (case_tables[of->kind]), of->id, &made, error))
        return FALSE;
      if (made != 0 && made < deed->entry && !find_closed (self, check, of, deed->by, deed->entry, closed, error))
        return FALSE;
    }
  return TRUE;
}

/* As muster_case_may_see() has it. @before: only those who let somebody in before that entry count. */
static gboolean
find_closed (MusterVerifier *self, const MusterEntryCheck *check, const Case *of, gint64 account_id, gint64 before, gboolean *closed, GError **error)
{
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (Case));
  MusterAccess said = muster_verify_get_access (self, of->kind, of->id, account_id);

  *closed = said == MUSTER_ACCESS_CLOSED;
  if (said != MUSTER_ACCESS_UNSAID)
    return TRUE;
  if (!find_subject (self, check, of, account_id, closed, error) || !list_parents (self, check, of, parents, error))
    return FALSE;
  for (guint i = 0; !*closed && i < parents->len; i++)
    if (!find_closed (self, check, &g_array_index (parents, Case, i), account_id, before, closed, error))
      return FALSE;
  return find_inherited (self, check, of, account_id, before, closed, error);
}

/* Whether anything can have been closed to the account: most often nothing was, to anybody. */
static gboolean
may_be_closed (MusterVerifier *self, gint64 account_id, gint64 before, gboolean *may, GError **error)
{
  *may = g_hash_table_size (self->access) > 0;
  if (!*may && !muster_verify_may_be_somebody (self, account_id, may, error))
    return FALSE;
  for (guint i = 0; !*may && i < self->let_ins->len; i++)
    {
      const MusterLetIn *deed = &g_array_index (self->let_ins, MusterLetIn, i);

      if (deed->account == account_id && deed->entry < before && !may_be_closed (self, deed->by, deed->entry, may, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_case (MusterVerifier *self, const MusterEntryCheck *check, const Case *of, GError **error)
{
  gboolean closed = FALSE, own = FALSE;

  if (!find_closed (self, check, of, check->signer, check->sequence, &closed, error) || !find_subject (self, check, of, check->signer, &own, error))
    return FALSE;
  if (own)
    return refuse (error, _("A case was changed by an account that it is about."));
  return !closed || refuse (error, _("A case was changed by an account that it was closed to."));
}

/* An undoing looks at names of the time only. */
static gboolean
check_own (MusterVerifier *self, const MusterEntryCheck *check, gint64 person, GError **error)
{
  gboolean own;

  if (!muster_verify_is_person (self, check, check->signer, person, g_strcmp0 (check->operation, "undo-import") != 0, &own, error))
    return FALSE;
  return !own || refuse (error, _("Somebody changed what the register says of themselves."));
}

/* Whose the exit checklist is that the row is an item of. */
static gboolean
check_exit_item (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowView *view, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  MusterRowView event;
  gboolean found;

  if (!muster_verify_find_row_before (self, check, MUSTER_TABLE_CERTIFICATION, muster_row_view_get_int (view, "certification_id"), &statement, &event, &found, error))
    return FALSE;
  return !found || check_own (self, check, muster_row_view_get_int (&event, "assister_id"), error);
}

/* Whether an administrator is left, as muster_case_is_kept() has it. */
gboolean
muster_verify_is_kept (MusterVerifier *self, const MusterEntryCheck *check, MusterCaseKind kind, gint64 id, gboolean *kept, GError **error)
{
  g_autoptr (GArray) keepers = g_array_new (FALSE, FALSE, sizeof (MusterCaseKeeper));
  const Case of = { kind, id };
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MusterAccount *account = value;
      MusterCaseKeeper keeper = { .account_id = account->id, .role = account->role };
      gboolean closed = FALSE;

      if (account->disabled || account->role != MUSTER_ROLE_ADMINISTRATOR)
        continue;
      if (!find_closed (self, check, &of, account->id, check->sequence, &closed, error) || !find_subject (self, check, &of, account->id, &keeper.is_subject, error))
        return FALSE;
      keeper.sees = !closed;
      g_array_append_val (keepers, keeper);
    }
  *kept = muster_case_is_kept (keepers);
  return TRUE;
}

/* What is said of an account and a case is said by who sees it. */
static void
find_said_of (const MusterRowView *view, GArray *cases)
{
  g_autofree char *code = muster_row_view_dup_text (view, "kind");
  MusterCaseKind kind;

  if (code != NULL && muster_case_kind_from_code (code, &kind, NULL))
    add_case (cases, kind, muster_row_view_get_int (view, "case_id"));
}

gboolean
muster_verify_case_sight (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  g_autoptr (GArray) cases = NULL;
  gboolean may;

  if (self->schema < MUSTER_SCHEMA_OF_TIES)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (told[i].table == table && !check_own (self, check, told[i].column != NULL ? muster_row_view_get_int (&change->after, told[i].column) : change->id, error))
      return FALSE;
  if (table == MUSTER_TABLE_EXIT_ITEM)
    return check_exit_item (self, check, &change->after, error);
  if (table == MUSTER_TABLE_CERTIFICATION)
    return TRUE;
  if (!may_be_closed (self, check->signer, check->sequence, &may, error))
    return FALSE;
  cases = g_array_new (FALSE, FALSE, sizeof (Case));
  if (may && table == MUSTER_TABLE_CASE_ACCESS)
    find_said_of (&change->after, cases);
  else if (may && !find_cases (self, check, table, &change->after, change->id, change->is_new, cases, error))
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    if (!check_case (self, check, &g_array_index (cases, Case, i), error))
      return FALSE;
  return TRUE;
}
