/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-sheet-private.h"

#include "domain/muster-assister.h"

/* Two columns of one header are told apart as people would: “Phone” and “Phone (2)”. */
static char *
dup_numbered (GHashTable *seen, const char *header, guint *n)
{
  char *numbered = NULL;
  gboolean is_taken;

  do
    {
      g_autofree char *folded = NULL;

      g_free (numbered);
      numbered = g_strdup_printf ("%s (%u)", header, ++*n);
      folded = muster_text_fold (numbered);
      is_taken = !g_hash_table_insert (seen, g_strdup (folded), g_new0 (guint, 1));
    }
  while (is_taken);
  return numbered;
}

void
muster_sheet_number_headers (MusterSheet *sheet)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      char **header = &sheet->headers[i];
      g_autofree char *folded = muster_text_fold (*header);
      g_autofree char *plain = NULL;
      guint *n = g_hash_table_lookup (seen, folded);

      if (*folded == '\0')
        continue;
      if (n == NULL)
        {
          n = g_new (guint, 1);
          *n = 1;
          g_hash_table_insert (seen, g_steal_pointer (&folded), n);
          continue;
        }
      plain = g_steal_pointer (header);
      *header = dup_numbered (seen, plain, n);
    }
}
