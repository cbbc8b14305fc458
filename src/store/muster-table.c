/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-table-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

gboolean
muster_table_blame (const char *table, gint64 id, GError **error)
{
  if (error != NULL && *error != NULL)
    {
      g_autofree char *row = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);

      (*error)->code = MUSTER_ERROR_DAMAGED;
      /* Translators: the name of a table in the register with a row number; a sentence that says what is wrong follows. */
      g_prefix_error (error, _("The register is damaged at “%s”: "), row);
    }
  return FALSE;
}

GArray *
muster_table_collect_ids (MusterStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (TRUE)
    {
      gint64 id;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = muster_statement_get_int (statement, 0);
      g_array_append_val (ids, id);
    }
}
