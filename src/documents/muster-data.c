/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-data.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "documents/muster-documents-resources.h"
#include "domain/muster-error.h"

#define FOLDER "/org/muster/Muster/data/"

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (muster_documents_get_resource (), path, 0, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

/* What ships is tested; if it is broken none the less, going on without rules would be worse than ending. */
static gpointer
check (gpointer parsed, const char *name, const GError *error)
{
  if (parsed == NULL)
    g_error ("%s: %s", name, error->message);
  return parsed;
}

static gpointer
parse_clauses_cb (gpointer data)
{
  g_autoptr (GBytes) bytes = load ("clauses");
  g_autoptr (GError) error = NULL;

  return check (muster_clause_catalogue_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_get_language_names (), &error), "clauses", error);
}

MusterClauseCatalogue *
muster_data_load_clauses (const char *language)
{
  const char *languages[] = { language, NULL };
  g_autoptr (GBytes) bytes = load ("clauses");
  g_autoptr (GError) error = NULL;

  return check (muster_clause_catalogue_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), languages, &error), "clauses", error);
}

static gpointer
parse_header_aliases_cb (gpointer data)
{
  g_autoptr (GBytes) bytes = load ("roster-headers");
  g_autoptr (GError) error = NULL;

  return check (muster_header_aliases_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error), "roster-headers", error);
}

static gpointer
parse_public_lists_cb (gpointer data)
{
  g_autoptr (GBytes) bytes = load ("public-lists");
  g_autoptr (GError) error = NULL;

  return check (muster_public_lists_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_get_language_names (), &error), "public-lists", error);
}

MusterClauseCatalogue *
muster_data_get_clauses (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, parse_clauses_cb, NULL);
}

MusterHeaderAliases *
muster_data_get_header_aliases (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, parse_header_aliases_cb, NULL);
}

MusterPublicLists *
muster_data_get_public_lists (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, parse_public_lists_cb, NULL);
}

char *
muster_data_dup_letter (const MusterLetterKind *kind, const char *language, GError **error)
{
  g_autofree char *path = g_strdup_printf (FOLDER "letters/%s.%s", kind->code, language);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_documents_get_resource (), path, 0, NULL);

  if (bytes != NULL)
    return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no template of “%s” in “%s”. The languages are en and es."), muster_letter_kind_get_label (kind), language);
  return NULL;
}
