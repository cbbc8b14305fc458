/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-outcome.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-import.h"

/* Takes @part; one about none is left out. */
static void
append (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  g_free (part);
}

static char *
finish (GString *text, const char *nothing)
{
  if (text->len == 0)
    g_string_append (text, nothing);
  else
    g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

/* Rows of a file. */
static char *
dup_part (MusterRowFate fate, guint n)
{
  switch (fate)
    {
    case MUSTER_FATE_CREATED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u new", "%'u new", n), n);
    case MUSTER_FATE_UPDATED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u changed", "%'u changed", n), n);
    case MUSTER_FATE_UNCHANGED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u unchanged", "%'u unchanged", n), n);
    case MUSTER_FATE_SKIPPED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u skipped", "%'u skipped", n), n);
    case MUSTER_FATE_CONFLICT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u in conflict", "%'u in conflict", n), n);
    case MUSTER_FATE_REJECTED:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u rejected", "%'u rejected", n), n);
    }
}

char *
muster_import_outcome_dup (const guint *counts)
{
  GString *text = g_string_new (NULL);

  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    append (text, counts[fate], dup_part (fate, counts[fate]));
  return finish (text, _("No rows."));
}

char *
muster_import_outcome_dup_undone (const guint *counts)
{
  guint returned = counts[MUSTER_FATE_CREATED], restored = counts[MUSTER_FATE_UPDATED], removed = counts[MUSTER_FATE_UNCHANGED];
  guint kept = counts[MUSTER_FATE_SKIPPED], values = counts[MUSTER_FATE_CONFLICT];
  GString *text = g_string_new (NULL);

  append (text, removed, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person removed", "%'u people removed", removed), removed));
  append (text, returned, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person brought back", "%'u people brought back", returned), returned));
  append (text, restored, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person changed back", "%'u people changed back", restored), restored));
  append (text, kept, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person kept", "%'u people kept", kept), kept));
  append (text, values, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u value kept", "%'u values kept", values), values));
  return finish (text, _("Nothing changed."));
}
