/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-clause.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-key-file.h"

#define CATALOGUE_GROUP "catalogue"
#define CLAUSE_PREFIX "clause "

struct _MusterClauseCatalogue
{
  char *version;
  char *name; /* of the notice, in the language asked for */
  GPtrArray *clauses;
  GHashTable *by_id; /* id in capitals → clause */
};

static void
clause_free (gpointer data)
{
  MusterClause *clause = data;

  g_free (clause->id);
  g_free (clause->parent);
  g_free (clause->title);
  g_free (clause->breach);
  g_free (clause);
}

static MusterClause *
look_up (MusterClauseCatalogue *catalogue, const char *id)
{
  g_autofree char *key = g_ascii_strup (id, -1);

  return g_hash_table_lookup (catalogue->by_id, key);
}

/* “all”, or codes of roles: “broker;cac” */
static gboolean
read_binds (GKeyFile *file, const char *group, MusterClause *clause, GError **error)
{
  g_autofree char *text = muster_key_file_get_text (file, group, "Binds", error);
  g_auto (GStrv) codes = NULL;

  if (text == NULL)
    return FALSE;
  if (g_str_equal (text, "all"))
    {
      clause->binds = MUSTER_ASSISTER_ALL_TYPES;
      return TRUE;
    }
  codes = g_strsplit (text, ";", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;
      MusterAssisterType type;

      if (*codes[i] == '\0' && codes[i + 1] == NULL)
        break;
      if (!muster_assister_type_from_text (codes[i], &type, &problem))
        return muster_key_file_refuse (error, group, "Binds", problem->message);
      clause->binds |= type;
    }
  return TRUE;
}

/* “none”, “S3” or “S2-S4” */
static gboolean
read_usual (GKeyFile *file, const char *group, MusterClause *clause, GError **error)
{
  g_autofree char *text = muster_key_file_get_text (file, group, "Usual", error);
  gboolean is_one, is_range;

  if (text == NULL)
    return FALSE;
  if (g_str_equal (text, "none"))
    return TRUE;

  is_one = strlen (text) == 2 && text[0] == 'S';
  is_range = strlen (text) == 5 && text[0] == 'S' && text[2] == '-' && text[3] == 'S';
  if (is_one || is_range)
    {
      clause->usual_from = text[1] - '0';
      clause->usual_to = text[is_one ? 1 : 4] - '0';
      if (clause->usual_from >= 1 && clause->usual_from <= clause->usual_to && clause->usual_to <= 4)
        return TRUE;
    }
  return muster_key_file_refuse (error, group, "Usual", _("is neither none, nor a severity (S1 to S4), nor a range of two (S2-S4)"));
}

static gboolean
read_parent (MusterClauseCatalogue *catalogue, GKeyFile *file, const char *group, MusterClause *clause, GError **error)
{
  g_autofree char *parent = NULL;

  if (!g_key_file_has_key (file, group, "Parent", NULL))
    return TRUE;
  parent = muster_key_file_get_text (file, group, "Parent", error);
  if (parent == NULL)
    return FALSE;
  if (look_up (catalogue, parent) == NULL)
    return muster_key_file_refuse (error, group, "Parent", _("is not a clause that stands before this one"));
  clause->parent = g_steal_pointer (&parent);
  return TRUE;
}

static gboolean
read_clause (MusterClauseCatalogue *catalogue, GKeyFile *file, const char *group, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Title", "Breach", "Binds", "Usual", "Parent", NULL };
  MusterClause *clause = g_new0 (MusterClause, 1);

  g_ptr_array_add (catalogue->clauses, clause);
  clause->id = g_strstrip (g_strdup (group + strlen (CLAUSE_PREFIX)));
  if (*clause->id == '\0')
    return muster_key_file_refuse (error, group, "*", _("the clause has no id"));
  if (look_up (catalogue, clause->id) != NULL)
    return muster_key_file_refuse (error, group, "*", _("there is another clause of this id"));
  if (!muster_key_file_check_keys (file, group, keys, error))
    return FALSE;

  clause->title = muster_key_file_get_translated (file, group, "Title", languages, error);
  if (clause->title == NULL)
    return FALSE;
  clause->breach = muster_key_file_get_translated (file, group, "Breach", languages, error);
  if (clause->breach == NULL || !read_binds (file, group, clause, error) || !read_usual (file, group, clause, error) || !read_parent (catalogue, file, group, clause, error))
    return FALSE;
  g_hash_table_insert (catalogue->by_id, g_ascii_strup (clause->id, -1), clause);
  return TRUE;
}

static gboolean
read_catalogue (MusterClauseCatalogue *catalogue, GKeyFile *file, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Version", "Name", NULL };
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  catalogue->version = muster_key_file_get_text (file, CATALOGUE_GROUP, "Version", error);
  catalogue->name = catalogue->version != NULL ? muster_key_file_get_translated (file, CATALOGUE_GROUP, "Name", languages, error) : NULL;
  if (catalogue->name == NULL || !muster_key_file_check_keys (file, CATALOGUE_GROUP, keys, error))
    return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_equal (groups[i], CATALOGUE_GROUP))
        continue;
      if (!g_str_has_prefix (groups[i], CLAUSE_PREFIX))
        return muster_key_file_refuse (error, groups[i], "*", _("there is no such group in a catalogue of clauses"));
      if (!read_clause (catalogue, file, groups[i], languages, error))
        return FALSE;
    }
  if (catalogue->clauses->len == 0)
    return muster_key_file_refuse (error, CATALOGUE_GROUP, "*", _("the catalogue has no clauses"));
  return TRUE;
}

MusterClauseCatalogue *
muster_clause_catalogue_parse (const char *text, gssize length, const char *const *languages, GError **error)
{
  g_autoptr (MusterClauseCatalogue) catalogue = g_new0 (MusterClauseCatalogue, 1);
  g_autoptr (GKeyFile) file = NULL;

  catalogue->clauses = g_ptr_array_new_with_free_func (clause_free);
  catalogue->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file = muster_key_file_parse (text, length, error);
  if (file == NULL || !read_catalogue (catalogue, file, languages, error))
    return NULL;
  return g_steal_pointer (&catalogue);
}

void
muster_clause_catalogue_free (MusterClauseCatalogue *catalogue)
{
  if (catalogue == NULL)
    return;
  g_clear_pointer (&catalogue->by_id, g_hash_table_unref);
  g_clear_pointer (&catalogue->clauses, g_ptr_array_unref);
  g_free (catalogue->version);
  g_free (catalogue->name);
  g_free (catalogue);
}

const char *
muster_clause_catalogue_get_version (MusterClauseCatalogue *catalogue)
{
  return catalogue->version;
}

char *
muster_clause_catalogue_dup_source (MusterClauseCatalogue *catalogue, const char *version)
{
  const char *hyphen = strrchr (catalogue->version, '-');
  gsize n_named = hyphen != NULL ? hyphen + 1 - catalogue->version : 0;

  if (n_named == 0 || strncmp (version, catalogue->version, n_named) != 0 || version[n_named] == '\0')
    return g_strdup (version);
  /* Translators: the title of the notice, and the edition of Muster’s list of its clauses: “2026.1” */
  return g_strdup_printf (_("%s\nList of clauses %s"), catalogue->name, version + n_named);
}

GPtrArray *
muster_clause_catalogue_get_clauses (MusterClauseCatalogue *catalogue)
{
  return catalogue->clauses;
}

const MusterClause *
muster_clause_catalogue_find (MusterClauseCatalogue *catalogue, const char *id, GError **error)
{
  const MusterClause *clause = look_up (catalogue, id);
  const MusterClause *first = catalogue->clauses->pdata[0];
  const MusterClause *last = catalogue->clauses->pdata[catalogue->clauses->len - 1];

  if (clause == NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no clause “%s”. The catalogue %s lists the clauses from %s to %s, for example %s."), id,
                 catalogue->version, first->id, last->id, first->id);
  return clause;
}

/* What ships is tested; if it is broken none the less, going on without it would be worse than ending. */
static gpointer
parse_shipped_cb (gpointer data)
{
  GPtrArray *catalogues = g_ptr_array_new ();

  for (guint i = 0; muster_shipped_clauses[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      MusterClauseCatalogue *catalogue = muster_clause_catalogue_parse (muster_shipped_clauses[i], -1, NULL, &error);

      if (catalogue == NULL)
        g_error ("clauses: %s", error->message);
      g_ptr_array_add (catalogues, catalogue);
    }
  return catalogues;
}

gboolean
muster_clause_is_known (const char *id)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *catalogues = g_once (&once, parse_shipped_cb, NULL);

  for (guint i = 0; i < catalogues->len; i++)
    if (muster_clause_catalogue_find (catalogues->pdata[i], id, NULL) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
muster_clause_catalogue_check (MusterClauseCatalogue *catalogue, const char *const *ids, guint types, char ***canonical, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (ids == NULL || ids[0] == NULL)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Cite at least one clause."));
      return FALSE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const MusterClause *clause = muster_clause_catalogue_find (catalogue, ids[i], error);

      if (clause == NULL)
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) clause))
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Clause %s is cited twice."), clause->id);
          return FALSE;
        }
      if ((clause->binds & types) == 0)
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Clause %s, “%s”, does not bind the person in any role held."), clause->id, clause->title);
          return FALSE;
        }
      g_strv_builder_add (builder, clause->id);
    }
  *canonical = g_strv_builder_end (builder);
  return TRUE;
}
