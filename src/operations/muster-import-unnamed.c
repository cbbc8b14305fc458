/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that name nobody: they change whom their identifiers belong to, and add nobody. */

#include "operations/muster-import-plan-private.h"

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static gboolean
read_as_person (MusterImportPlanning *planning, guint row, MusterImportRow *values, GPtrArray *findings)
{
  g_autofree const char **cells = g_new0 (const char *, planning->options->n_fields);
  MusterImportReading reading = planning->reading;

  reading.npn_is_known = TRUE;
  muster_import_options_get_row (planning->options, planning->sheet, row, cells);
  return muster_import_row_read (&reading, cells, muster_sheet_get_line (planning->sheet, row), values, findings);
}

static void
take_findings (MusterImportPlanning *planning, guint row, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      MusterFinding *finding = g_steal_pointer (&findings->pdata[i]);

      finding->row = row;
      g_ptr_array_add (planning->plan->findings, finding);
    }
}

gboolean
muster_import_planning_take_for_person (MusterImportPlanning *planning, guint row, MusterImportRow *values, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
  g_auto (MusterImportMatch) match = { 0 };
  MusterImportRow read;
  gboolean is_good;

  if (values->person.npn == NULL || planning->is_register_empty)
    return TRUE;
  if (!muster_import_planning_look_up (planning, values, &match, error))
    return FALSE;
  if (match.n[MUSTER_KIND_NPN] != 1)
    return TRUE;
  is_good = read_as_person (planning, row, &read, findings);
  if (read.is_organisation)
    {
      muster_import_row_clear (&read);
      return TRUE;
    }
  muster_import_row_clear (values);
  *values = read;
  muster_import_planning_forget (planning, row, "organisation");
  take_findings (planning, row, findings);
  if (!is_good)
    planning->plan->fates[row] = MUSTER_FATE_REJECTED;
  return TRUE;
}

void
muster_import_planning_settle_unnamed (MusterImportPlanning *planning, guint row, const MusterImportMatch *match)
{
  gboolean is_known = muster_import_options_get_decision (planning->options, row) > 0;

  for (guint kind = MUSTER_KIND_NPN; kind < MUSTER_N_KINDS; kind++)
    if (kind != MUSTER_KIND_EMAIL || planning->options->key == MUSTER_KEY_EMAIL)
      is_known |= match->n[kind] == 1;
  if (!is_known)
    return;
  muster_import_planning_forget (planning, row, "no-name");
  planning->plan->fates[row] = MUSTER_FATE_UNCHANGED;
}
