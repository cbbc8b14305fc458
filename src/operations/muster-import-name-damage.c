/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "domain/muster-import-cell.h"
#include "domain/muster-name-damage.h"
#include "operations/muster-import-plan-private.h"

static char *
dup_message (MusterNameDamage damage, const char *text)
{
  switch (damage)
    {
    case MUSTER_NAME_LETTERS_LOST:
      return g_strdup_printf (_("“%s” has lost letters on the way to the file, and nobody is to be called so. Write the name, or ask the sender for it."), text);
    case MUSTER_NAME_MISREAD:
      return g_strdup_printf (_("“%s” was read in a wrong encoding somewhere. What it was before is proposed."), text);
    case MUSTER_NAME_REMARK:
      return g_strdup_printf (_("“%s” is a name with a remark. The name alone is proposed; mind what the remark says."), text);
    case MUSTER_NAME_TWO_PEOPLE:
      return g_strdup_printf (_("“%s” names more than one person. Make it one row for each."), text);
    case MUSTER_NAME_WHOLE:
    default:
      return NULL;
    }
}

static gboolean
is_name (MusterImportField field)
{
  return field == MUSTER_FIELD_NAME || field == MUSTER_FIELD_GIVEN_NAME || field == MUSTER_FIELD_MIDDLE_NAME || field == MUSTER_FIELD_FAMILY_NAME;
}

static gboolean
find_damage (MusterImportPlanning *planning, guint row, guint column, const char *cell)
{
  g_autofree char *text = muster_import_cell_read (cell, FALSE);
  g_autofree char *fix = NULL, *message = NULL;
  MusterNameDamage damage = text != NULL ? muster_name_damage_find (text, &fix) : MUSTER_NAME_WHOLE;
  MusterFinding *finding;

  if (damage == MUSTER_NAME_WHOLE)
    return FALSE;
  message = dup_message (damage, text);
  finding = muster_import_planning_find (planning, row, "name-damaged", TRUE, text, message);
  finding->fix = g_steal_pointer (&fix);
  muster_import_planning_place (planning, finding, column);
  return TRUE;
}

gboolean
muster_import_planning_rejects_name (MusterImportPlanning *planning, guint row)
{
  g_autofree const char **cells = g_new0 (const char *, planning->n_columns);
  gboolean any = FALSE;

  muster_import_options_get_row (planning->options, planning->sheet, row, cells);
  for (guint i = 0; i < planning->n_columns; i++)
    if (is_name (planning->options->fields[i]))
      any |= find_damage (planning, row, i, cells[i]);
  if (any)
    planning->plan->fates[row] = MUSTER_FATE_REJECTED;
  return any;
}
