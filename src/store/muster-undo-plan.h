/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "domain/muster-undo.h"
#include "store/muster-store.h"

/**
 * MusterUndoValue: a value that goes back; an agency, a role or what a file claims too, as far as it is another one afterwards.
 * @column: of the table of people; MUSTER_UNDO_ELSEWHERE for what is kept elsewhere
 * @field: what a file calls it; MUSTER_FIELD_IGNORE for the roster state, and for a phone as it was written
 * @now, @back: as it is, and as it will be; %NULL for nothing; a role by its code. An Assister ID in clear: mind who looks
 */
#define MUSTER_UNDO_ELSEWHERE G_MAXUINT
typedef struct
{
  gint64 person;
  guint column;
  MusterImportField field;
  char *now;
  char *back;
} MusterUndoValue;

/** Returns: (nullable): "phone", "active", …; %NULL for what goes back with another value, and is not shown by itself. */
const char *muster_undo_value_get_code (const MusterUndoValue *value);

/**
 * MusterUndoPlan: what undoing an import would do, before anything is done: what is shown is what is done.
 * @import_id: what is undone: an import, or an undoing; @root: the import of a file that it concerns
 * @takes_back: whether that will not count afterwards; else it will count again
 * @n_restored: people of whom something goes back: values, agency, roles, claims
 * @n_removed: people whom the import made and who go away; @n_returned: who come back
 * @n_kept: people whom the import made and who stay, for what was done since; or who stay away
 * @n_conflicts: values, agencies and roles that stay
 * @values: (element-type MusterUndoValue): by person
 * @findings: (element-type MusterUndoFinding): conflicts first
 * @digest: over all of it; hex
 */
typedef struct
{
  gint64 import_id;
  gint64 root;
  gboolean takes_back;
  guint n_restored;
  guint n_removed;
  guint n_returned;
  guint n_kept;
  guint n_conflicts;
  GPtrArray *values;
  GPtrArray *findings;
  char *digest;

  /*< private >*/
  GArray *rows; /* that are taken back, or brought back */
  GArray *ends; /* of stays with agencies */
} MusterUndoPlan;

/**
 * muster_undo_plan_new: plans against the register as it stands, reading only. The same code runs inside of the undoing.
 * @import_id: of an import, or of an undoing: that is undone like any other
 *
 * MUSTER_ERROR_NOT_FOUND for an unknown import, _RULE for one that was undone already.
 */
MusterUndoPlan *muster_undo_plan_new (MusterDatabase *database, gint64 import_id, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error);
/** Whether nothing at all would be different afterwards. */
gboolean muster_undo_plan_is_empty (const MusterUndoPlan *plan);
/** Returns: (transfer full) (element-type gint64): who goes away, or comes back. */
GArray *muster_undo_plan_list_people (const MusterUndoPlan *plan);
void muster_undo_plan_free (MusterUndoPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterUndoPlan, muster_undo_plan_free)

/** Does what @plan says, inside of the operation, for the record @undoing. @progress may set the error and return %FALSE to stop. */
typedef gboolean (*MusterUndoProgress) (guint done, guint total, gpointer user_data, GError **error);
gboolean muster_undo_plan_carry_out (MusterUndoPlan *plan, MusterDatabase *database, gint64 undoing, MusterUndoProgress progress, gpointer user_data, GError **error);
