/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-undo.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

static const char *const rule_codes[MUSTER_N_UNDO_RULES] = {
  [MUSTER_UNDO_CHANGED_SINCE] = "changed-since",
  [MUSTER_UNDO_TAKEN] = "identifier-taken",
  [MUSTER_UNDO_NEEDED] = "needed",
  [MUSTER_UNDO_ROLE_USED] = "role-used",
  [MUSTER_UNDO_TOUCHED] = "touched-since",
  [MUSTER_UNDO_STAYS_AWAY] = "stays-away",
  [MUSTER_UNDO_GONE] = "gone",
  [MUSTER_UNDO_DISPOSED] = "disposed",
  [MUSTER_UNDO_TASK_STAYS] = "task-stays",
};

static gboolean
refuse_undone (gint64 id, gint64 by, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *undoing = g_strdup_printf ("%" G_GINT64_FORMAT, by);

  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Import %s was undone already, by import %s. To have it again, undo import %s."), number, undoing, undoing);
  return FALSE;
}

gboolean
muster_undo_check (GPtrArray *records, gint64 id, gint64 *root, gboolean *takes_back, GError **error)
{
  gint64 undone_by = muster_import_find_undoing (records, id);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  MusterImport supposed = { .id = G_MAXINT64, .undoes = id };

  *root = muster_import_find_root (records, id);
  if (*root == 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no import with the number %s in this register. Look at the list of imports."), number);
      return FALSE;
    }
  if (undone_by != 0)
    return refuse_undone (id, undone_by, error);
  *takes_back = muster_import_stands (records, *root);
  g_ptr_array_add (records, &supposed);
  undone_by = muster_import_find_undoing (records, *root);
  g_ptr_array_steal_index (records, records->len - 1);
  if (*takes_back == (undone_by != 0))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Undoing import %s would change nothing: what it brought about was undone, or brought back, otherwise meanwhile."), number);
  return FALSE;
}

const char *
muster_undo_rule_to_code (MusterUndoRule rule)
{
  g_return_val_if_fail ((guint) rule < MUSTER_N_UNDO_RULES, "");
  return rule_codes[rule];
}

gboolean
muster_undo_rule_is_conflict (MusterUndoRule rule)
{
  return rule <= MUSTER_UNDO_ROLE_USED;
}

const char *
muster_undo_finding_get_code (const MusterUndoFinding *finding)
{
  if (finding->field != MUSTER_FIELD_IGNORE)
    return muster_import_field_to_code (finding->field);
  return finding->rule == MUSTER_UNDO_CHANGED_SINCE ? "active" : NULL;
}

void
muster_undo_finding_free (MusterUndoFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->name);
  g_free (finding->imported);
  g_free (finding->now);
  g_free (finding->message);
  g_free (finding);
}

int
muster_undo_finding_compare (const MusterUndoFinding *a, const MusterUndoFinding *b)
{
  gboolean a_first = muster_undo_rule_is_conflict (a->rule), b_first = muster_undo_rule_is_conflict (b->rule);

  if (a_first != b_first)
    return a_first ? -1 : 1;
  if (a->person != b->person)
    return a->person < b->person ? -1 : 1;
  return a->field < b->field ? -1 : a->field > b->field;
}

MusterUndoChoice
muster_undo_choose (const char *now, const char *counting, gboolean set_later)
{
  if (set_later)
    return MUSTER_UNDO_CONFLICT;
  return g_strcmp0 (now, counting) == 0 ? MUSTER_UNDO_LEAVE : MUSTER_UNDO_RESTORE;
}
