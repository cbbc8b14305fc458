/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-import.h"

#include <glib/gi18n-lib.h>

#define SHOWN 50 /* values, as text */
#define MASK "•••••••••"
#define NOTHING "–"

static const char *
get_shown (const MusterImportChange *change, const char *text)
{
  return change->field == MUSTER_FIELD_ASSISTER_ID && text != NULL ? MASK : text;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : NOTHING;
}

static gboolean
fill_row (JsonBuilder *json, MusterImportPlan *plan, MusterDatabase *database, guint row, GError **error)
{
  g_autoptr (GPtrArray) changes = muster_import_plan_list_changes (plan, database, row, error);
  g_autofree char *code = muster_assister_dup_code (plan->people[row]);

  if (changes == NULL)
    return FALSE;
  json_builder_begin_object (json);
  muster_ctl_json_number (json, "line", muster_sheet_get_line (plan->sheet, row));
  muster_ctl_json_text (json, "person", plan->people[row] != 0 ? code : NULL);
  muster_ctl_json_begin_list (json, "values");
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterImportChange *change = changes->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "field", muster_import_field_to_code (change->field));
      muster_ctl_json_text (json, "before", get_shown (change, change->before));
      muster_ctl_json_text (json, "after", get_shown (change, change->after));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  return TRUE;
}

gboolean
muster_ctl_import_fill_changes (JsonBuilder *json, MusterImportPlan *plan, MusterDatabase *database, GError **error)
{
  muster_ctl_json_begin_list (json, "changes");
  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    if (plan->fates[row] == MUSTER_FATE_UPDATED && !fill_row (json, plan, database, row, error))
      return FALSE;
  json_builder_end_array (json);
  return TRUE;
}

static void
add_row (MusterCtlTable *table, const MusterImportPlan *plan, guint row, GPtrArray *changes, guint *shown)
{
  g_autofree char *line = g_strdup_printf ("%u", muster_sheet_get_line (plan->sheet, row));
  g_autofree char *code = muster_assister_dup_code (plan->people[row]);

  for (guint i = 0; i < changes->len && *shown < SHOWN; i++, (*shown)++)
    {
      const MusterImportChange *change = changes->pdata[i];
      const char *label = muster_import_field_get_label (change->field);

      muster_ctl_table_add (table, (const char *[]) { line, plan->people[row] != 0 ? code : NULL, label, or_nothing (get_shown (change, change->before)),
                                                      or_nothing (get_shown (change, change->after)) });
    }
}

gboolean
muster_ctl_import_print_changes (MusterImportPlan *plan, MusterDatabase *database, GError **error)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (5, (const char *[]) { _("Line"), _("Person"), _("Value"), _("Now"), _("Becomes") });
  guint shown = 0, left = 0;

  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    {
      g_autoptr (GPtrArray) changes = NULL;

      if (plan->fates[row] != MUSTER_FATE_UPDATED)
        continue;
      left += shown == SHOWN;
      changes = shown < SHOWN ? muster_import_plan_list_changes (plan, database, row, error) : g_ptr_array_new ();
      if (changes == NULL)
        return FALSE;
      add_row (table, plan, row, changes, &shown);
    }
  if (shown > 0)
    muster_ctl_table_print (table);
  if (left > 0)
    muster_ctl_print (ngettext ("… and %u more row that changes somebody: --json lists all.\n", "… and %u more rows that change somebody: --json lists all.\n", left), left);
  return TRUE;
}
