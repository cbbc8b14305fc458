/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-cases.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-error.h"
#include "domain/muster-incident.h"
#include "domain/muster-operation-rule.h"
#include "operations/muster-case-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-case-closed-query.h"
#include "store/muster-case-keeper-query.h"
#include "store/muster-case-like-query.h"
#include "store/muster-case-looks-query.h"
#include "store/muster-case-sight-query.h"

static const MusterCtlOption reason_options[] = {
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

/* A case as a command names it. */
typedef struct
{
  MusterCaseKind kind;
  gint64 id;
  char *number;
} Case;

static void
case_clear (Case *record)
{
  g_clear_pointer (&record->number, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

gboolean
muster_ctl_look (MusterCtl *ctl, MusterCaseKind kind, gint64 id, GError **error)
{
  const MusterCaseRequest request = { kind, id };
  g_autoptr (GError) problem = NULL;

  if (muster_ctl_perform (ctl, &muster_look_at_case, &request, NULL, &problem))
    return TRUE;
  /* A copy that is only read, says what it shows; there is nowhere to write who looked. */
  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_CONFLICT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
muster_ctl_warn_like (MusterCtl *ctl, MusterCaseKind kind, gint64 id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (GPtrArray) remarks = database != NULL ? muster_case_like_query_list (database, kind, id, error) : NULL;

  if (remarks == NULL)
    return FALSE;
  g_ptr_array_add (remarks, NULL);
  muster_ctl_warn (ctl, (char **) remarks->pdata);
  return TRUE;
}

static void
add_listed (GArray *listed, MusterCaseKind kind, gint64 id)
{
  const MusterCtlListed one = { kind, id };

  g_array_append_val (listed, one);
}

void
muster_ctl_listed_add (GArray *listed, GPtrArray *incidents, GPtrArray *actions, GPtrArray *decisions)
{
  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    add_listed (listed, MUSTER_CASE_INCIDENT, ((const MusterIncident *) incidents->pdata[i])->id);
  for (guint i = 0; actions != NULL && i < actions->len; i++)
    add_listed (listed, MUSTER_CASE_ACTION, ((const MusterCorrectiveAction *) actions->pdata[i])->id);
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    add_listed (listed, MUSTER_CASE_DECISION, ((const MusterDecision *) decisions->pdata[i])->id);
}

gboolean
muster_ctl_look_at_listed (MusterCtl *ctl, GArray *listed, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  GHashTable *closed[MUSTER_N_CASE_KINDS] = { NULL };
  gboolean good = database != NULL && muster_case_keeper_query_list_closed (database, closed, error);

  for (guint i = 0; good && i < listed->len; i++)
    {
      const MusterCtlListed *one = &g_array_index (listed, MusterCtlListed, i);

      good = !g_hash_table_contains (closed[one->kind], &one->id) || muster_ctl_look (ctl, one->kind, one->id, error);
    }
  for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    g_clear_pointer (&closed[kind], g_hash_table_unref);
  return good;
}

static gboolean
find_case (MusterCtl *ctl, Case *record, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  record->id = database != NULL ? muster_case_sight_query_find (database, muster_ctl_get_argument (ctl, 0), &record->kind, error) : 0;
  record->number = record->id != 0 ? muster_case_sight_query_dup_number (database, record->kind, record->id, error) : NULL;
  return record->number != NULL;
}

static void
print_access (MusterCtl *ctl, const Case *record, const MusterAccount *account, MusterAccess access)
{
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "case", record->number);
      muster_ctl_json_text (json, "account", account->name);
      muster_ctl_json_text (json, "access", muster_access_to_code (access));
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet && access == MUSTER_ACCESS_CLOSED)
    /* Translators: number of a case, full name */
    muster_ctl_print (_("%s is closed to %s.\n"), record->number, account->full_name);
  else if (!ctl->quiet)
    /* Translators: number of a case, full name */
    muster_ctl_print (_("%s is open to %s again.\n"), record->number, account->full_name);
}

static int
change_access (MusterCtl *ctl, const MusterOperation *operation, MusterAccess access, GError **error)
{
  MusterCaseAccessRequest request = { .reason = muster_ctl_get (ctl, "reason") };
  g_autoptr (MusterAccount) account = NULL;
  g_autofree char *remark = NULL;
  g_auto (Case) record = { 0 };

  if (!muster_ctl_check_may (ctl, operation->name, error) || !muster_ctl_check_reason (ctl, error) || !find_case (ctl, &record, error))
    return -1;
  account = muster_account_table_find (ctl->database, muster_ctl_get_argument (ctl, 1), error);
  if (account == NULL)
    return -1;
  request.kind = record.kind;
  request.case_id = record.id;
  request.account_id = account->id;
  if (!muster_ctl_perform (ctl, operation, &request, &remark, error))
    return -1;
  if (remark != NULL)
    muster_ctl_warn (ctl, (char *[]) { remark, NULL });
  print_access (ctl, &record, account, access);
  return MUSTER_EXIT_DONE;
}

static int
run_close_to (MusterCtl *ctl, GError **error)
{
  return change_access (ctl, &muster_close_case_to, MUSTER_ACCESS_CLOSED, error);
}

static int
run_open_to (MusterCtl *ctl, GError **error)
{
  return change_access (ctl, &muster_open_case_to, MUSTER_ACCESS_OPEN, error);
}

static void
json_closed (JsonBuilder *json, GPtrArray *closed)
{
  muster_ctl_json_begin_list (json, "closed_to");
  for (guint i = 0; i < closed->len; i++)
    {
      const MusterClosedTo *to = closed->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "account", to->account->name);
      muster_ctl_json_text (json, "name", to->account->full_name);
      muster_ctl_json_text (json, "reason", to->reason);
      muster_ctl_json_text (json, "by", to->by);
      if (to->recorded != 0)
        muster_ctl_json_time (json, "at", to->recorded);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_closed (GPtrArray *closed)
{
  const char *headers[] = { _("Closed to"), _("Reason"), _("By"), _("When") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < closed->len; i++)
    {
      const MusterClosedTo *to = closed->pdata[i];
      g_autofree char *when = to->recorded != 0 ? muster_ctl_dup_time (to->recorded) : NULL;

      muster_ctl_table_add (table, (const char *[]) { to->account->full_name, to->reason != NULL ? to->reason : _("It concerns them, or comes from a case that is closed to them."), to->by, when });
    }
  muster_ctl_table_print (table);
}

static void
json_looks (JsonBuilder *json, GPtrArray *looks)
{
  muster_ctl_json_begin_list (json, "looks");
  for (guint i = 0; i < looks->len; i++)
    {
      const MusterCaseLook *look = looks->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "account", look->account);
      muster_ctl_json_text (json, "name", look->full_name);
      muster_ctl_json_text (json, "role", look->role);
      muster_ctl_json_text (json, "operation", look->operation);
      muster_ctl_json_time (json, "at", look->time);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_looks (GPtrArray *looks)
{
  const char *headers[] = { _("Who looked"), _("Role"), _("When"), _("At what") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < looks->len; i++)
    {
      const MusterCaseLook *look = looks->pdata[i];
      const MusterOperationRule *rule = muster_operation_rule_find (look->operation);
      g_autofree char *when = muster_ctl_dup_time (look->time);

      muster_ctl_table_add (table, (const char *[]) { look->full_name, look->role, when, rule != NULL ? _(rule->label) : look->operation });
    }
  muster_ctl_table_print (table);
}

static void
print_case (MusterCtl *ctl, const Case *record, GPtrArray *closed, GPtrArray *looks)
{
  g_autoptr (JsonBuilder) json = NULL;

  if (!ctl->json)
    {
      print_closed (closed);
      print_looks (looks);
      return;
    }
  json = muster_ctl_json_new ();
  muster_ctl_json_text (json, "case", record->number);
  muster_ctl_json_text (json, "kind", muster_case_kind_to_code (record->kind));
  json_closed (json, closed);
  json_looks (json, looks);
  muster_ctl_json_print (json);
}

/* Who looked stands in the journal, and is for those who may read it. */
static int
run_show (MusterCtl *ctl, GError **error)
{
  gboolean reads_journal = muster_role_may (muster_store_get_account (ctl->store)->role, MUSTER_PERMISSION_READ_JOURNAL);
  g_autoptr (GPtrArray) closed = NULL, looks = NULL;
  g_auto (Case) record = { 0 };

  if (!find_case (ctl, &record, error))
    return -1;
  closed = muster_case_closed_query_list (ctl->database, record.kind, record.id, error);
  if (closed == NULL)
    return -1;
  looks = reads_journal ? muster_case_looks_query_list (ctl->database, record.kind, record.id, record.number, error) : g_ptr_array_new ();
  if (looks == NULL || !muster_ctl_warn_like (ctl, record.kind, record.id, error))
    return -1;
  print_case (ctl, &record, closed, looks);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_case_commands[] = {
  { "case show", N_("CASE"), 1, 1, N_("Show to whom a case is closed, and who looked at it"), NULL, TRUE, run_show },
  { "case close-to", N_("CASE ACCOUNT"), 2, 2, N_("Close a case to somebody: a conflict of interest"), reason_options, TRUE, run_close_to },
  { "case open-to", N_("CASE ACCOUNT"), 2, 2, N_("Open it to them again"), reason_options, TRUE, run_open_to },
  { NULL },
};
