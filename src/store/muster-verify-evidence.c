/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule-evidence.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

static gboolean
read_day (const MusterRowView *view, const char *column, GDate *day)
{
  g_autofree char *text = muster_row_view_dup_text (view, column);

  return text == NULL || muster_date_parse_iso (text, day, NULL);
}

static gboolean
read_evidence (const MusterRowView *view, gint64 id, MusterEvidence *evidence)
{
  evidence->id = id;
  evidence->assister_id = muster_row_view_get_int (view, "assister_id");
  evidence->requirement = muster_row_view_dup_text (view, "requirement");
  evidence->said = muster_row_view_dup_text (view, "said");
  evidence->outcome = muster_row_view_dup_text (view, "outcome");
  evidence->version = muster_row_view_dup_text (view, "version");
  evidence->note = muster_row_view_dup_text (view, "note");
  evidence->import_id = muster_row_view_get_int (view, "import_id");
  evidence->line = (guint) muster_row_view_get_int (view, "line");
  evidence->document_id = muster_row_view_get_int (view, "document_id");
  evidence->superseded_by = muster_row_view_get_int (view, "superseded_by");
  if (muster_row_view_get (view, "score")->type != MUSTER_CELL_NULL)
    evidence->score = (int) CLAMP (muster_row_view_get_int (view, "score"), -1, G_MAXINT);
  return evidence->requirement != NULL && read_day (view, "on_day", &evidence->on) && read_day (view, "expires", &evidence->expires);
}

/* The days of the world differ by one at most. */
static gboolean
check_added (MusterVerifier *self, const MusterEntryCheck *check, MusterEvidence *evidence, GError **error)
{
  MusterEvidenceFacts facts = { .import_made = check->import_made, .person_known = TRUE, .document_known = TRUE };
  g_autoptr (GPtrArray) packs = NULL;
  GDate latest = check->today;

  /* Of an import there are very many, and of files the rules are their own. */
  if (g_strcmp0 (check->operation, "import-roster") == 0)
    return muster_change_rule_check_evidence (check->operation, evidence, &facts, error);
  g_date_add_days (&latest, 1);
  facts.today = &latest;
  facts.packs = packs = muster_verify_list_packs (self, check);
  facts.versions = muster_verify_list_versions (self);
  if (!muster_verify_is_known (self, check, MUSTER_TABLE_ASSISTER, evidence->assister_id, &facts.person_known, error))
    return FALSE;
  if (evidence->document_id != 0 && !muster_verify_is_known (self, check, MUSTER_TABLE_DOCUMENT, evidence->document_id, &facts.document_known, error))
    return FALSE;
  return muster_change_rule_check_evidence (check->operation, evidence, &facts, error);
}

gboolean
muster_verify_evidence (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  g_autoptr (MusterEvidence) evidence = NULL;

  if (!change->is_new && !muster_row_change_differs (change, "superseded_by"))
    return TRUE;
  evidence = muster_evidence_new ();
  if (!read_evidence (change->is_new ? &change->after : &change->before, change->id, evidence))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("Evidence has a day that there is not, or is about nothing."));
      return FALSE;
    }
  if (change->is_new && !check_added (self, check, evidence, error))
    return FALSE;
  if (change->is_new && (g_strcmp0 (check->operation, "correct-evidence") == 0 || g_strcmp0 (check->operation, "withdraw-evidence") == 0))
    g_ptr_array_add (check->evidence, g_steal_pointer (&evidence));
  if (change->is_new)
    return TRUE;
  if (evidence->superseded_by != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Evidence that stood no more was superseded once more, or stands again."));
      return FALSE;
    }
  evidence->superseded_by = muster_row_view_get_int (&change->after, "superseded_by");
  g_ptr_array_add (check->corrected, g_steal_pointer (&evidence));
  return TRUE;
}

GPtrArray *
muster_verify_evidence_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_evidence_free);
}

gboolean
muster_verify_corrected (const MusterEntryCheck *check, GError **error)
{
  return muster_change_rule_check_corrected (check->operation, check->evidence, check->corrected, error);
}
