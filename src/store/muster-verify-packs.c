/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-policy.h"
#include "domain/muster-rule-packs.h"
#include "domain/muster-today.h"

typedef struct
{
  GDate from;
  MusterRulePack *pack;
} Adoption;

struct _MusterKnownRules
{
  GArray *adoptions;   /* of Adoption, in their order */
  GPtrArray *versions; /* of the notice, ended by %NULL */
};

static gboolean
fail (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

static void
clear_adoption_cb (gpointer data)
{
  g_clear_pointer (&((Adoption *) data)->pack, muster_rule_pack_unref);
}

void
muster_known_rules_free (MusterKnownRules *rules)
{
  g_array_unref (rules->adoptions);
  g_ptr_array_unref (rules->versions);
  g_free (rules);
}

static MusterKnownRules *
get_rules (MusterVerifier *self)
{
  if (self->rules == NULL)
    {
      self->rules = g_new0 (MusterKnownRules, 1);
      self->rules->adoptions = g_array_new (FALSE, TRUE, sizeof (Adoption));
      g_array_set_clear_func (self->rules->adoptions, clear_adoption_cb);
      self->rules->versions = g_ptr_array_new_null_terminated (0, g_free, TRUE);
    }
  return self->rules;
}

/* What ships is read already. */
static MusterRulePack *
read_pack (const char *name, const char *content, GError **error)
{
  MusterRulePack *shipped = muster_rule_packs_find_shipped (name);

  if (shipped != NULL && g_strcmp0 (muster_rule_pack_get_text (shipped), content) == 0)
    return muster_rule_pack_ref (shipped);
  return muster_rule_pack_parse (content != NULL ? content : "", -1, NULL, error);
}

/* A later Muster may bring a pack of that name, or the same with more of it verified: no reason to doubt who adopted it before. */
static void
remark_on_name (MusterVerifier *self, MusterRulePack *pack)
{
  if (!muster_rule_packs_check_name (pack, NULL))
    muster_verifier_remark (self, g_strdup_printf (_("The rule pack “%s” that was adopted is not the one that comes with this version of Muster under that name."), muster_rule_pack_get_name (pack)));
}

static gboolean
take_pack (MusterVerifier *self, const MusterRowView *view, GError **error)
{
  g_autofree char *name = muster_row_view_dup_text (view, "name"), *content = muster_row_view_dup_text (view, "content"), *from = muster_row_view_dup_text (view, "from_day");
  g_autoptr (GError) found = NULL;
  g_autoptr (MusterRulePack) pack = read_pack (name, content, &found);
  Adoption adoption = { 0 };

  if (pack == NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A rule pack was adopted that cannot be read: %s"), found->message);
      return FALSE;
    }
  if (g_strcmp0 (muster_rule_pack_get_name (pack), name) != 0)
    return fail (error, MUSTER_ERROR_RULE, _("A rule pack was adopted under another name than its own."));
  if (from == NULL || !muster_date_parse_iso (from, &adoption.from, NULL))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A rule pack was adopted from a day that there is not."));
  remark_on_name (self, pack);
  adoption.pack = g_steal_pointer (&pack);
  g_array_append_val (get_rules (self)->adoptions, adoption);
  return TRUE;
}

static gboolean
take_policy (MusterVerifier *self, const MusterRowView *view, GError **error)
{
  g_autofree char *code = muster_row_view_dup_text (view, "code"), *version = muster_row_view_dup_text (view, "version"), *title = muster_row_view_dup_text (view, "title");
  g_autofree char *day = muster_row_view_dup_text (view, "from_day");
  GDate from;

  g_date_clear (&from, 1);
  if (day != NULL)
    muster_date_parse_iso (day, &from, NULL);
  if (!muster_policy_check (code, version, title, &from, error))
    return FALSE;
  g_ptr_array_add (get_rules (self)->versions, g_steal_pointer (&version));
  return TRUE;
}

static gboolean
check_policy (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  gboolean known;

  if (!muster_verify_is_known (self, check, MUSTER_TABLE_DOCUMENT, muster_row_view_get_int (&change->after, "document_id"), &known, error))
    return FALSE;
  return known ? take_policy (self, &change->after, error) : fail (error, MUSTER_ERROR_RULE, _("A version of the notice was loaded without its document."));
}

/* The day of the entry was one of three, wherever it was. */
static gboolean
check_snooze (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowView *view, GError **error)
{
  g_autofree char *item = muster_row_view_dup_text (view, "item"), *until_text = muster_row_view_dup_text (view, "until_day"), *reason = muster_row_view_dup_text (view, "reason");
  GDate until, today = check->today;
  MusterTodayKind kind;
  MusterRole role;
  gint64 id;

  g_date_clear (&until, 1);
  if (until_text != NULL)
    muster_date_parse_iso (until_text, &until, NULL);
  if (item == NULL || !muster_today_parse_key (item, &kind, &id, NULL))
    return fail (error, MUSTER_ERROR_RULE, _("Something was put off that is on no list."));
  /* An older Muster let everybody do that who keeps the roster. */
  if (muster_role_from_code (check->role, &role, NULL) && !muster_snooze_check_role (kind, role, NULL))
    muster_verifier_remark (self, g_strdup_printf (_("“%s” was put off by somebody whose role, %s, does not deal with it."), item, muster_role_get_label (role)));
  g_date_subtract_days (&today, 1);
  for (int i = 0; i < 2; i++, g_date_add_days (&today, 1))
    if (muster_snooze_check_term (&until, reason, &today, NULL))
      return TRUE;
  return muster_snooze_check_term (&until, reason, &today, error);
}

gboolean
muster_verify_rules (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  if (!change->is_new)
    return TRUE;
  if (table == MUSTER_TABLE_RULE_PACK)
    return take_pack (self, &change->after, error);
  if (table == MUSTER_TABLE_POLICY_DOCUMENT)
    return check_policy (self, check, change, error);
  return check_snooze (self, check, &change->after, error);
}

/* What came before was checked when it came. */
static void
take_known (MusterVerifier *self, int number, const guint8 *bytes, gsize size)
{
  MusterRowView view;

  if (bytes == NULL || !muster_row_view_read (&view, &self->shapes[number], bytes, size))
    return;
  if (MUSTER_TABLE_NUMBERED (number) == MUSTER_TABLE_RULE_PACK)
    take_pack (self, &view, NULL);
  else
    take_policy (self, &view, NULL);
}

gboolean
muster_verify_rules_load (MusterVerifier *self, gint64 before_entry, GError **error)
{
  static const MusterTable tables[] = { MUSTER_TABLE_RULE_PACK, MUSTER_TABLE_POLICY_DOCUMENT };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      int number = muster_table_get_number (tables[i]);
      g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, "SELECT after FROM journal_change WHERE table_number = ? AND entry < ? ORDER BY id", error);
      gboolean row = TRUE;

      if (statement == NULL)
        return FALSE;
      muster_statement_bind_int (statement, 1, number);
      muster_statement_bind_int (statement, 2, before_entry);
      while (row)
        {
          const guint8 *bytes;
          gsize size = 0;

          if (!muster_statement_step (statement, &row, error))
            return FALSE;
          bytes = row ? muster_statement_get_blob (statement, 0, &size) : NULL;
          take_known (self, number, bytes, size);
        }
    }
  return TRUE;
}

/* That adopted for the latest day that has come, and of two for one day the last; %NULL: none. */
static MusterRulePack *
find_adopted (GArray *adoptions, const GDate *day)
{
  const Adoption *found = NULL;

  for (guint i = 0; i < adoptions->len; i++)
    {
      const Adoption *adoption = &g_array_index (adoptions, Adoption, i);

      if (g_date_compare (&adoption->from, day) <= 0 && (found == NULL || g_date_compare (&adoption->from, &found->from) >= 0))
        found = adoption;
    }
  return found != NULL ? found->pack : NULL;
}

GPtrArray *
muster_verify_list_packs (MusterVerifier *self, const MusterEntryCheck *check)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_rule_pack_unref);
  GDate day = check->today;

  g_date_subtract_days (&day, 1);
  for (int i = 0; i < 3; i++, g_date_add_days (&day, 1))
    {
      MusterRulePack *adopted = find_adopted (get_rules (self)->adoptions, &day);
      GPtrArray *shipped = muster_rule_packs_list_shipped ();

      if (adopted != NULL)
        g_ptr_array_add (packs, muster_rule_pack_ref (adopted));
      /* Where none was adopted it is one of those that ship, and which one depends on what shipped then. */
      for (guint k = 0; adopted == NULL && k < shipped->len; k++)
        g_ptr_array_add (packs, muster_rule_pack_ref (shipped->pdata[k]));
    }
  return packs;
}

const char *const *
muster_verify_list_versions (MusterVerifier *self)
{
  return (const char *const *) get_rules (self)->versions->pdata;
}
